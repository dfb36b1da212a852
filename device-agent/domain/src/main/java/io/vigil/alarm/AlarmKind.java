package io.vigil.alarm;

import java.util.Locale;

/** Every alarm the station knows, from the most to the least urgent. */
public enum AlarmKind {
    URGENT_LOW(AlarmPriority.HIGH),
    STORE_FAILING(AlarmPriority.HIGH),
    LOW(AlarmPriority.MEDIUM),
    HIGH(AlarmPriority.MEDIUM),
    SIGNAL_LOST(AlarmPriority.MEDIUM),
    DISK_FILLING(AlarmPriority.MEDIUM);

    private final AlarmPriority priority;

    AlarmKind(AlarmPriority priority) {
        this.priority = priority;
    }

    public AlarmPriority priority() {
        return priority;
    }

    /** High priority stays until somebody has answered, even when the condition is over (IEC 60601-1-8, Dräger Infinity). */
    public boolean isLatching() {
        return priority == AlarmPriority.HIGH;
    }

    /** The name that other programs read, such as {@code urgent-low}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
