package io.vigil.contract;

import io.vigil.ward.ReceivedReading;
import io.vigil.ward.SensorReport;
import java.util.List;

/**
 * What a source handed over, with what of it could not be read: one bad reading never takes the others with it.
 *
 * @param number the source's own count, given back in the receipt
 * @param reports what the sensors say of themselves
 * @param refused one sentence for each reading or report whose words could not be taken
 */
public record Delivered(long number, List<ReceivedReading> readings, List<SensorReport> reports, List<String> refused) {

    public Delivered {
        readings = List.copyOf(readings);
        reports = List.copyOf(reports);
        refused = List.copyOf(refused);
    }
}
