package io.vigil.rule;

import static io.vigil.alarm.Finding.ABSENT;
import static io.vigil.alarm.Finding.PRESENT;
import static io.vigil.alarm.Finding.UNDETERMINED;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.Evidence.ByForecast;
import io.vigil.alarm.Finding;
import io.vigil.forecast.Forecast;
import io.vigil.forecast.Forecaster;
import io.vigil.forecast.WeighedSigns;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Glucose is well, and is likely not to be soon. It is raised while there is time to eat; once glucose is under the limit
 * the alarms of the low itself speak, and this one neither rises nor ends.
 *
 * <p>The condition is present when the probability of going low within {@code within} reaches {@code likelyPercent}, or that
 * within the next ten minutes a quarter of it: a fall that is seen late leaves no time to be sure. It is over when two
 * readings in a row agree that neither reaches {@code unlikelyPercent} or a quarter of it. A patient who was near the limit
 * for much of the last day goes low less often from there than another, and would be woken for every dip: for them all
 * four are raised, up to threefold. All figures were chosen on BrisT1D-Open alone (decision 0018).
 *
 * @param below the limit that is likely to be crossed
 * @param within how far is looked ahead of the newest reading
 * @param trustedFor how old the newest reading may be
 */
public record UrgentLowSoon(
        Glucose below,
        Duration within,
        int likelyPercent,
        int unlikelyPercent,
        Duration trustedFor,
        Forecaster forecaster)
        implements AlarmRule {

    /** So near nobody has time to be sure. */
    public static final Duration AT_HAND = Duration.ofMinutes(10);

    private static final Duration SHORTEST = Duration.ofMinutes(20);
    private static final double AT_HAND_SHARE = 0.25;
    private static final Duration LAST_DAY = Duration.ofHours(24);

    /** Near is under nine sevenths of the limit: under 90 mg/dL where it is 70. */
    private static final double NEAR = 9.0 / 7;

    private static final double RAISED_BY_NEARNESS = 2;
    private static final int MOST_PERCENT = 80;

    public UrgentLowSoon {
        PolicyRefused.unless(
                unlikelyPercent >= 1 && likelyPercent > unlikelyPercent && likelyPercent <= MOST_PERCENT,
                "A low is likely soon from at most " + MOST_PERCENT
                        + " % on, and over at less; it cannot be likely from " + likelyPercent + " % and over at "
                        + unlikelyPercent + " %.");
        PolicyRefused.unless(
                within.compareTo(SHORTEST) >= 0 && within.compareTo(Forecast.FURTHEST) <= 0,
                "A low is told " + SHORTEST.toMinutes() + " to " + Forecast.FURTHEST.toMinutes()
                        + " minutes ahead, not " + within.toMinutes() + ".");
        PolicyRefused.unless(
                !below.isBelow(UrgentLow.FLOOR),
                "An alarm before the low cannot wait for less than " + UrgentLow.FLOOR + " mg/dL; it cannot be " + below
                        + ".");
    }

    /** A quarter likely within half an hour, by the station's own forecaster. */
    public static UrgentLowSoon standard() {
        return new UrgentLowSoon(
                Glucose.mgPerDl(70), Duration.ofMinutes(30), 25, 12, Duration.ofMinutes(20), new WeighedSigns());
    }

    /** The same, from another probability on; over at half of it. */
    public UrgentLowSoon likelyFrom(int percent) {
        return new UrgentLowSoon(below, within, percent, percent / 2, trustedFor, forecaster);
    }

    public UrgentLowSoon lookingAheadBy(Forecaster other) {
        return new UrgentLowSoon(below, within, likelyPercent, unlikelyPercent, trustedFor, other);
    }

    @Override
    public AlarmKind kind() {
        return AlarmKind.URGENT_LOW_SOON;
    }

    @Override
    public int limit() {
        return (int) Math.round(below.mgPerDl());
    }

    /** What was to be feared then has come, or has not. */
    @Override
    public boolean isToldLate() {
        return false;
    }

    // [impl->req~alarm.urgent-low-soon~1]
    @Override
    public Verdict judge(Watch watch, Instant now) {
        var heard = watch.heard(now);
        return forecast(heard, now)
                .map(forecast -> new Verdict(finding(forecast, heard), evidence(forecast)))
                .orElseGet(() -> watch.unknown(now));
    }

    private Optional<Forecast> forecast(GlucoseHistory heard, Instant now) {
        return forecaster
                .lookAhead(heard, now)
                .filter(forecast -> !forecast.newest().at().isBefore(now.minus(trustedFor)));
    }

    private ByForecast evidence(Forecast forecast) {
        var percent = (int) Math.round(100 * forecast.probabilityBelow(below, within));
        return new ByForecast(forecast.newest(), forecast.at(within).middle(), percent, within);
    }

    private Finding finding(Forecast forecast, GlucoseHistory heard) {
        if (forecast.newest().isBelow(below)) {
            return UNDETERMINED;
        }
        var raised = 1 + RAISED_BY_NEARNESS * nearness(heard, forecast.newest().at());
        if (reaches(likelyPercent * raised, forecast)) {
            return PRESENT;
        }
        return !reaches(unlikelyPercent * raised, forecast) && wasUnlikelyBefore(heard, raised) ? ABSENT : UNDETERMINED;
    }

    private boolean reaches(double percent, Forecast forecast) {
        return 100 * forecast.probabilityBelow(below, within) >= percent
                || 100 * forecast.probabilityBelow(below, AT_HAND) >= percent * AT_HAND_SHARE;
    }

    /** Whether the reading before the newest agrees. */
    private boolean wasUnlikelyBefore(GlucoseHistory heard, double raised) {
        var before = heard.newest(2).getFirst().at();
        return forecaster
                .lookAhead(heard.until(before), before)
                .filter(forecast -> !forecast.newest().isBelow(below) && !reaches(unlikelyPercent * raised, forecast))
                .isPresent();
    }

    /** What share of the readings of the last day lay near the limit or under it. */
    private double nearness(GlucoseHistory heard, Instant now) {
        var near = Glucose.mgPerDl(below.mgPerDl() * NEAR);
        var day = heard.since(now.minus(LAST_DAY)).readings();
        var count = 0;
        for (var reading : day) {
            count += reading.isBelow(near) ? 1 : 0;
        }
        return (double) count / day.size();
    }
}
