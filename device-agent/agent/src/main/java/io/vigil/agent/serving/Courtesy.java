package io.vigil.agent.serving;

import io.vigil.glucose.Origin;
import io.vigil.ward.ReceivedReading;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * An import gives way to the living: while a screen watches, who brings only readings of the past rests three times as long as
 * each delivery took, so that on a small machine the way of an alarm stays free. Who brings anything else never rests.
 *
 * @param isWatched whether a screen watches now
 */
record Courtesy(BooleanSupplier isWatched) {

    private static final int RESTS_FOR_ONE_TURN = 3;
    private static final Duration LONGEST = Duration.ofMillis(250);

    /** How long the receipt of a delivery that took so long is held back. */
    // [impl->req~input.import-gives-way~1]
    Duration rest(List<ReceivedReading> delivered, Duration took) {
        var isOfThePast =
                !delivered.isEmpty() && delivered.stream().allMatch(reading -> reading.origin() == Origin.IMPORTED);
        if (!isOfThePast || !isWatched.getAsBoolean()) {
            return Duration.ZERO;
        }
        var rest = took.multipliedBy(RESTS_FOR_ONE_TURN);
        return rest.compareTo(LONGEST) < 0 ? rest : LONGEST;
    }
}
