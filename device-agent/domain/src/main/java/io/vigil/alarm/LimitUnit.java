package io.vigil.alarm;

/** What the limit beside an alarm is counted in. */
public enum LimitUnit {
    MG_PER_DL,
    /** Of glucose: tenths of mg/dL in a minute. A fall has a limit below zero. */
    TENTHS_OF_MG_PER_DL_PER_MINUTE,
    SECONDS,
    MINUTES,
    PERCENT,
    /** The alarm has no limit. */
    NONE
}
