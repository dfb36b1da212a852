package io.vigil.rule;

import static io.vigil.alarm.Finding.ABSENT;
import static io.vigil.alarm.Finding.PRESENT;
import static io.vigil.alarm.Finding.UNDETERMINED;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.Evidence.ByRate;
import io.vigil.alarm.Evidence.ByReading;
import io.vigil.glucose.FreshRun;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseRate;
import io.vigil.glucose.Reading;
import java.time.Duration;
import java.time.Instant;

/**
 * The newest reading lies further from the one before it than glucose can go: one of the two is wrong. Over when readings of
 * {@code settledAfter} hang together. It takes nothing from what the reading itself says: a low that came by a jump is a low.
 *
 * @param rate how fast glucose can go, in either direction
 * @param atLeast and by how much at least, so that two readings a few seconds apart do not jump by their noise
 */
public record ImplausibleJump(GlucoseRate rate, Glucose atLeast, Duration settledAfter) implements AlarmRule {

    private static final double SLOWEST = 5;
    private static final double FASTEST = 30;

    public ImplausibleJump {
        PolicyRefused.unless(
                rate.mgPerDlPerMinute() >= SLOWEST && rate.mgPerDlPerMinute() <= FASTEST,
                "A jump is implausible at 5 to 30 mg/dL a minute, not at " + rate.mgPerDlPerMinute() + ".");
    }

    @Override
    public AlarmKind kind() {
        return AlarmKind.IMPLAUSIBLE_JUMP;
    }

    @Override
    public int limit() {
        return FastChange.tenths(rate);
    }

    @Override
    public boolean isToldLate() {
        return false;
    }

    // [impl->req~alarm.implausible-jump~1]
    @Override
    public Verdict judge(Watch watch, Instant now) {
        var heard = watch.heard(now).trimmedTo(settledAfter);
        var newest = heard.latestWithin(FreshRun.UNBROKEN, now);
        if (newest.isEmpty()) {
            return watch.unknown(now);
        }
        var later = newest.get();
        var readings = heard.readings();
        for (var i = readings.size() - 2; i >= 0; i--) {
            var earlier = readings.get(i);
            if (isJump(earlier, later)) {
                return later.equals(newest.get())
                        ? new Verdict(PRESENT, new ByRate(later, between(earlier, later)))
                        : new Verdict(UNDETERMINED, new ByReading(newest.get()));
            }
            later = earlier;
        }
        return new Verdict(ABSENT, new ByReading(newest.get()));
    }

    private boolean isJump(Reading earlier, Reading later) {
        return Duration.between(earlier.at(), later.at()).compareTo(FreshRun.UNBROKEN) <= 0
                && Math.abs(edge(later) - edge(earlier)) >= atLeast.mgPerDl()
                && Math.abs(between(earlier, later).mgPerDlPerMinute()) >= rate.mgPerDlPerMinute();
    }

    private static GlucoseRate between(Reading earlier, Reading later) {
        var minutes = Duration.between(earlier.at(), later.at()).toMillis() / 60_000.0;
        return new GlucoseRate((edge(later) - edge(earlier)) / minutes);
    }

    /** Of LO and HI the edge of what can be measured: from there to a number it is at least as far as it seems. */
    private static double edge(Reading reading) {
        return reading.drawn().mgPerDl();
    }
}
