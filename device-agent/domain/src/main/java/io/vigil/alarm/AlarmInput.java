package io.vigil.alarm;

import java.time.Instant;

/** What an alarm is told. */
public sealed interface AlarmInput {

    /** When it is told, by the told clock. */
    Instant at();

    /**
     * A rule's verdict on what is known at that moment. Silence is judged too, at least every few seconds.
     *
     * @param raisesAt the time that an alarm raised by it bears, distinct from that of the one before ({@link AlarmId})
     */
    record Judged(Finding finding, Evidence evidence, Instant at, Instant raisesAt) implements AlarmInput {}

    /** A person answers. */
    record Acknowledge(String by, String reason, Instant at) implements AlarmInput {}
}
