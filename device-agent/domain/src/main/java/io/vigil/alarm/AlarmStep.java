package io.vigil.alarm;

import java.util.Locale;

/** One step in the life of an alarm. */
public enum AlarmStep {
    RAISED,
    REANNOUNCED,
    ESCALATED,
    ACKNOWLEDGED,
    RECOVERED,
    CLEARED;

    /** The name that other programs read. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
