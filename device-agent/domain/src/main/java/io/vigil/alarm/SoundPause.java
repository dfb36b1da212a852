package io.vigil.alarm;

import java.time.Duration;
import java.time.Instant;

/**
 * The sound of the station, paused for two minutes (Dräger Infinity). It hides nothing from the eye and answers nothing.
 *
 * @param by who paused it, in words; nobody need be signed in
 */
public record SoundPause(Instant until, String by) {

    public static final Duration LENGTH = Duration.ofMinutes(2);

    /** Over long since. */
    public static final SoundPause NONE = new SoundPause(Instant.EPOCH, "");

    public static SoundPause begun(Instant at, String by) {
        return new SoundPause(at.plus(LENGTH), by);
    }

    /** Not before it began: a clock that is set back ends a pause rather than stretch it. */
    // [impl->req~alarm.clock-set-back~1]
    public boolean isOn(Instant now) {
        return !now.isBefore(begunAt()) && now.isBefore(until);
    }

    /** A high alarm that began to sound after the pause began breaks through it. */
    // [impl->req~alarm.pause-is-not-an-answer~1]
    boolean holds(OpenAlarm alarm, Instant now) {
        return isOn(now)
                && (alarm.id().kind().priority() != AlarmPriority.HIGH
                        || !alarm.state().announcedAt().isAfter(begunAt()));
    }

    private Instant begunAt() {
        return until.minus(LENGTH);
    }
}
