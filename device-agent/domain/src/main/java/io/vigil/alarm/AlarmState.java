package io.vigil.alarm;

import java.time.Instant;

/** Where one kind of alarm stands for one subject. What it signals follows from this and is never kept. */
public sealed interface AlarmState {

    record Clear() implements AlarmState {}

    /**
     * Raised, and not yet over or not yet answered.
     *
     * @param since when it was raised
     * @param announcedAt when it last began to sound
     * @param worst the worst evidence since it was raised
     */
    record Open(Instant since, Instant announcedAt, Condition condition, Evidence worst, Answer answer)
            implements AlarmState {}
}
