package io.vigil.alarm;

import io.vigil.alarm.Answer.Acknowledged;
import io.vigil.alarm.Answer.Nobody;
import java.time.Instant;
import java.util.Collection;

/** What an open alarm does for eye and ear. Follows from its state, the pause of the station and the shelves; never kept. */
public enum AlarmSignal {
    /** Flashes and sounds. */
    SOUNDING,
    /** Flashes; its sound is paused for the station. */
    PAUSED,
    /** Put aside by a person: shown as that, without flash or sound. */
    SHELVED,
    /** Seen and answered: shown, without flash or sound. */
    ANSWERED;

    // [impl->req~alarm.shelving~1]
    public static AlarmSignal of(OpenAlarm alarm, SoundPause pause, Collection<Shelf> shelves, Instant now) {
        if (shelves.stream().anyMatch(shelf -> shelf.holds(alarm.id(), now))) {
            return SHELVED;
        }
        return switch (alarm.state().answer()) {
            case Acknowledged _ -> ANSWERED;
            case Nobody _ -> pause.holds(alarm, now) ? PAUSED : SOUNDING;
        };
    }
}
