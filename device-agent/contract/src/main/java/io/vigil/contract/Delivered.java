package io.vigil.contract;

import io.vigil.ward.ReceivedReading;
import java.util.List;

/**
 * What a source handed over, with what of it could not be read: one bad reading never takes the others with it.
 *
 * @param number the source's own count, given back in the receipt
 * @param refused one sentence for each reading whose words could not be taken
 */
public record Delivered(long number, List<ReceivedReading> readings, List<String> refused) {

    public Delivered {
        readings = List.copyOf(readings);
        refused = List.copyOf(refused);
    }
}
