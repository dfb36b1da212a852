package io.vigil.glucose;

import java.time.Instant;
import java.util.Comparator;

/** One answer of the sensor. Silence is no reading: it is seen in the history, as a gap. */
public sealed interface Reading {

    /** By what they say of the glucose: LO under every number, HI over every number. */
    Comparator<Reading> BY_GLUCOSE = Comparator.comparingInt(Reading::rank);

    /** When the sensor measured it, by the told clock. */
    Instant at();

    /** A number. */
    record Measured(Instant at, Glucose glucose) implements Reading {}

    /** The sensor says LOW: less than it can measure. */
    record BelowRange(Instant at) implements Reading {}

    /** The sensor says HIGH: more than it can measure. */
    record AboveRange(Instant at) implements Reading {}

    /** LO is below every limit, HI below none. */
    default boolean isBelow(Glucose limit) {
        return switch (this) {
            case Measured(var _, var glucose) -> glucose.isBelow(limit);
            case BelowRange _ -> true;
            case AboveRange _ -> false;
        };
    }

    /** HI is above every limit, LO above none. */
    default boolean isAbove(Glucose limit) {
        return switch (this) {
            case Measured(var _, var glucose) -> glucose.isAbove(limit);
            case BelowRange _ -> false;
            case AboveRange _ -> true;
        };
    }

    /** At what height it is drawn: LO and HI at the edges of what sensors measure, 40 and 400 mg/dL. It is compared with no limit. */
    default Glucose drawn() {
        return switch (this) {
            case Measured(var _, var glucose) -> glucose;
            case BelowRange _ -> Glucose.LEAST_MEASURED;
            case AboveRange _ -> Glucose.MOST_MEASURED;
        };
    }

    private static int rank(Reading reading) {
        return switch (reading) {
            case Measured(var _, var glucose) -> glucose.mgPerL();
            case BelowRange _ -> Integer.MIN_VALUE;
            case AboveRange _ -> Integer.MAX_VALUE;
        };
    }
}
