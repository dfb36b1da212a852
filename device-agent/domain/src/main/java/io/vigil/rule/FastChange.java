package io.vigil.rule;

import static io.vigil.alarm.Finding.ABSENT;
import static io.vigil.alarm.Finding.PRESENT;
import static io.vigil.alarm.Finding.UNDETERMINED;
import static java.time.Duration.ofMinutes;

import io.vigil.alarm.Evidence.ByRate;
import io.vigil.alarm.Finding;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseChange;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.glucose.GlucoseRate;
import io.vigil.glucose.Reading;
import java.time.Duration;
import java.time.Instant;

/** How a fast fall and a fast rise are judged: alike, but for the direction, which is that of the rate. */
final class FastChange {

    /** In mg/dL a minute: one arrow, and more than any sensor's arrows tell apart. */
    static final double SLOWEST = 1;

    static final double FASTEST = 5;

    private static final Duration SHORTEST_AHEAD = ofMinutes(10);
    private static final Duration LONGEST_AHEAD = ofMinutes(60);

    private static final double MINUTES_OF_A_CHANGE = 5;

    private FastChange() {}

    static void refuseUnsafe(Duration ahead, int agreeing) {
        PolicyRefused.unless(
                ahead.compareTo(SHORTEST_AHEAD) >= 0 && ahead.compareTo(LONGEST_AHEAD) <= 0,
                "A fast change is looked ahead for 10 to 60 minutes, not for " + ahead.toMinutes() + ".");
        PolicyRefused.unless(
                agreeing >= 1 && agreeing <= 3,
                "A fast change is raised by 1 to 3 agreeing readings, not by " + agreeing + ".");
    }

    static int tenths(GlucoseRate rate) {
        return (int) Math.rint(rate.mgPerDlPerMinute() * 10);
    }

    /** Present on so many readings in a row that each say so; over when the change is under half as fast. */
    static Verdict judge(Watch watch, Instant now, GlucoseRate limit, Glucose towards, Duration ahead, int agreeing) {
        return GlucoseRate.of(watch.history(), now)
                .flatMap(rate -> watch.newest(now)
                        .map(newest -> new Verdict(
                                finding(watch.heard(now), rate, limit, towards, ahead, agreeing),
                                new ByRate(newest, rate))))
                .orElseGet(() -> watch.unknown(now));
    }

    private static Finding finding(
            GlucoseHistory heard, GlucoseRate rate, GlucoseRate limit, Glucose towards, Duration ahead, int agreeing) {
        if (!isAtLeast(rate.mgPerDlPerMinute(), limit, 0.5)) {
            return ABSENT;
        }
        var newest = heard.newest(agreeing);
        return newest.size() == agreeing
                        && newest.stream().allMatch(reading -> isFast(reading, heard, limit, towards, ahead))
                ? PRESENT
                : UNDETERMINED;
    }

    /** What was so when that reading was the newest. A step that is over, as of a calibration, is no change that goes on. */
    private static boolean isFast(
            Reading reading, GlucoseHistory heard, GlucoseRate limit, Glucose towards, Duration ahead) {
        var then = heard.until(reading.at());
        return GlucoseRate.of(then, reading.at())
                        .filter(rate -> isAtLeast(rate.mgPerDlPerMinute(), limit, 1)
                                && reaches(reading.drawn(), rate, towards, ahead))
                        .isPresent()
                && GlucoseChange.of(then, reading.at())
                        .filter(change -> isAtLeast(change.mgPerDl() / MINUTES_OF_A_CHANGE, limit, 0.5))
                        .isPresent();
    }

    /** In the limit's direction, told apart by thousandths, so that the arithmetic of a slope pushes nothing off its boundary. */
    private static boolean isAtLeast(double perMinute, GlucoseRate limit, double share) {
        var way = Math.signum(limit.mgPerDlPerMinute());
        return Math.rint(perMinute * way * 1000) >= Math.rint(limit.mgPerDlPerMinute() * way * share * 1000);
    }

    /** Beyond it already counts too: what is worse is never less of a reason. */
    private static boolean reaches(Glucose start, GlucoseRate rate, Glucose towards, Duration ahead) {
        var way = Math.signum(rate.mgPerDlPerMinute());
        var expected = start.mgPerDl() + rate.mgPerDlPerMinute() * ahead.toSeconds() / 60.0;
        return (expected - towards.mgPerDl()) * way >= 0;
    }
}
