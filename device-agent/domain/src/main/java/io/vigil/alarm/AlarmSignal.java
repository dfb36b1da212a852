package io.vigil.alarm;

/** What an open alarm does for eye and ear. Follows from its state and the pause of the station; never kept. */
public enum AlarmSignal {
    /** Flashes and sounds. */
    SOUNDING,
    /** Flashes; its sound is paused for the station. */
    PAUSED,
    /** Seen and answered: shown, without flash or sound. */
    ANSWERED
}
