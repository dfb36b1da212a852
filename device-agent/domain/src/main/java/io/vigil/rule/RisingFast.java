package io.vigil.rule;

import io.vigil.alarm.AlarmKind;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseRate;
import java.time.Duration;
import java.time.Instant;

/**
 * Glucose rises so fast that, if it goes on, it is high before long. A rise that ends within the target, as after juice for
 * a low, is meant and not told: the straight line must reach {@code towards} within {@code ahead}.
 *
 * @param rate above zero; the rise must be at least as fast
 */
public record RisingFast(GlucoseRate rate, Glucose towards, Duration ahead, int agreeing) implements AlarmRule {

    public RisingFast {
        PolicyRefused.unless(
                rate.mgPerDlPerMinute() >= FastChange.SLOWEST && rate.mgPerDlPerMinute() <= FastChange.FASTEST,
                "A rise is fast at 1 to 5 mg/dL a minute, not at " + rate.mgPerDlPerMinute() + ".");
        FastChange.refuseUnsafe(ahead, agreeing);
    }

    @Override
    public AlarmKind kind() {
        return AlarmKind.RISING_FAST;
    }

    @Override
    public int limit() {
        return FastChange.tenths(rate);
    }

    @Override
    public boolean isToldLate() {
        return false;
    }

    // [impl->req~alarm.rising-fast~1]
    @Override
    public Verdict judge(Watch watch, Instant now) {
        return FastChange.judge(watch, now, rate, towards, ahead, agreeing);
    }
}
