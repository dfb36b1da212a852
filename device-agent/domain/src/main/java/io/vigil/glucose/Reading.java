package io.vigil.glucose;

import java.time.Instant;

/** One answer of the sensor. Silence is no reading: it is seen in the history, as a gap. */
public sealed interface Reading {

    /** When the sensor measured it, by the told clock. */
    Instant at();

    /** A number. */
    record Measured(Instant at, Glucose glucose) implements Reading {}

    /** The sensor says LOW: less than it can measure. */
    record BelowRange(Instant at) implements Reading {}

    /** The sensor says HIGH: more than it can measure. */
    record AboveRange(Instant at) implements Reading {}
}
