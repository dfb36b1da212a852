package io.vigil.glucose;

/**
 * The seven arrows, after Dexcom: doubled beyond 3 mg/dL a minute, level up to 1 either way. Exactly +2 is not yet the
 * upright arrow, exactly -2 is already the downright one: in doubt, the fall is told.
 * Told apart by thousandths, so that the arithmetic of a slope does not push a rate off its boundary.
 */
public enum Trend {
    RISING_VERY_FAST,
    RISING_FAST,
    RISING,
    STEADY,
    FALLING,
    FALLING_FAST,
    FALLING_VERY_FAST;

    public static Trend of(GlucoseRate rate) {
        var perMinute = Math.rint(rate.mgPerDlPerMinute() * 1000) / 1000;
        if (perMinute > 3) {
            return RISING_VERY_FAST;
        }
        if (perMinute > 2) {
            return RISING_FAST;
        }
        if (perMinute > 1) {
            return RISING;
        }
        if (perMinute >= -1) {
            return STEADY;
        }
        if (perMinute > -2) {
            return FALLING;
        }
        return perMinute >= -3 ? FALLING_FAST : FALLING_VERY_FAST;
    }
}
