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
     * @param raisedWith the answer that an alarm raised by it begins with: nobody's, but where one given to a greater alarm
     *     of the same direction stands for it
     */
    record Judged(Finding finding, Evidence evidence, Instant at, Instant raisesAt, Answer raisedWith)
            implements AlarmInput {}

    /**
     * A person answers.
     *
     * @param announcedAt which sounding of the alarm: an answer holds for what its giver saw, and for nothing later
     * @param givenAt when it was given, which is before it is told where it had to become durable first
     */
    record Acknowledge(Instant announcedAt, String by, String reason, Instant givenAt, Instant at)
            implements AlarmInput {}

    /**
     * A screen confirms that it drew the alarm.
     *
     * @param announcedAt which sounding of it
     */
    record Shown(Instant announcedAt, Instant at) implements AlarmInput {}

    /** What kept it silent beside any answer, a shelf, is taken away. */
    record Unshelved(Instant at) implements AlarmInput {}
}
