package io.vigil.rule;

import io.vigil.alarm.AlarmKind;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseRate;
import java.time.Duration;
import java.time.Instant;

/**
 * Glucose falls so fast that, if it goes on, it is low before long.
 *
 * <p>A fast fall alone is not worth an alarm on a ward: after insulin for a 250 it is what everybody waits for. It becomes
 * one when the straight line of the fall reaches {@code towards} within {@code ahead}: from 160 at 3 mg/dL a minute, from
 * 220 at 5. So a fall that was meant rings when it goes too far, and a steep one from high up rings in time.
 *
 * @param rate below zero; the fall must be at least as fast
 */
public record FallingFast(GlucoseRate rate, Glucose towards, Duration ahead, int agreeing) implements AlarmRule {

    public FallingFast {
        PolicyRefused.unless(
                rate.mgPerDlPerMinute() <= -FastChange.SLOWEST && rate.mgPerDlPerMinute() >= -FastChange.FASTEST,
                "A fall is fast at 1 to 5 mg/dL a minute, not at " + -rate.mgPerDlPerMinute() + ".");
        FastChange.refuseUnsafe(ahead, agreeing);
    }

    @Override
    public AlarmKind kind() {
        return AlarmKind.FALLING_FAST;
    }

    @Override
    public int limit() {
        return FastChange.tenths(rate);
    }

    @Override
    public boolean isToldLate() {
        return false;
    }

    // [impl->req~alarm.falling-fast~1]
    @Override
    public Verdict judge(Watch watch, Instant now) {
        return FastChange.judge(watch, now, rate, towards, ahead, agreeing);
    }
}
