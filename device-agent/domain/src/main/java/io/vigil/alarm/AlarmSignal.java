package io.vigil.alarm;

import io.vigil.alarm.Answer.Acknowledged;
import io.vigil.alarm.Answer.Nobody;
import java.time.Instant;

/** What an open alarm does for eye and ear. Follows from its state and the pause of the station; never kept. */
public enum AlarmSignal {
    /** Flashes and sounds. */
    SOUNDING,
    /** Flashes; its sound is paused for the station. */
    PAUSED,
    /** Seen and answered: shown, without flash or sound. */
    ANSWERED;

    public static AlarmSignal of(OpenAlarm alarm, SoundPause pause, Instant now) {
        return switch (alarm.state().answer()) {
            case Acknowledged _ -> ANSWERED;
            case Nobody _ -> pause.holds(alarm, now) ? PAUSED : SOUNDING;
        };
    }
}
