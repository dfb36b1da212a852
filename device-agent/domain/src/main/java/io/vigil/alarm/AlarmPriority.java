package io.vigil.alarm;

/** How soon somebody must come, after IEC 60601-1-8. */
public enum AlarmPriority {
    LOW,
    MEDIUM,
    HIGH
}
