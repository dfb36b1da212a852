package io.vigil.glucose;

/** The five ranges of the international consensus (Diabetes Care 2019), told apart on the unrounded value. */
public enum GlucoseRange {
    /** Under 54 mg/dL. */
    VERY_LOW,
    /** From 54 and under 70 mg/dL. */
    LOW,
    /** 70 to 180 mg/dL, both included. */
    IN_RANGE,
    /** Over 180 and up to 250 mg/dL. */
    HIGH,
    /** Over 250 mg/dL. */
    VERY_HIGH;

    private static final Glucose LOW_FROM = Glucose.mgPerDl(54);
    private static final Glucose TARGET_FROM = Glucose.mgPerDl(70);
    private static final Glucose TARGET_TO = Glucose.mgPerDl(180);
    private static final Glucose HIGH_TO = Glucose.mgPerDl(250);

    /** LO is very low, HI very high. */
    public static GlucoseRange of(Reading reading) {
        if (reading.isBelow(TARGET_FROM)) {
            return reading.isBelow(LOW_FROM) ? VERY_LOW : LOW;
        }
        if (reading.isAbove(TARGET_TO)) {
            return reading.isAbove(HIGH_TO) ? VERY_HIGH : HIGH;
        }
        return IN_RANGE;
    }
}
