package io.vigil.rule;

import static io.vigil.alarm.Finding.ABSENT;
import static io.vigil.alarm.Finding.PRESENT;
import static io.vigil.alarm.Finding.UNDETERMINED;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.Evidence.ByForecast;
import io.vigil.alarm.Finding;
import io.vigil.forecast.Forecast;
import io.vigil.forecast.Forecaster;
import io.vigil.glucose.Glucose;
import java.time.Duration;
import java.time.Instant;

/**
 * Glucose is well, and is likely not to be soon. It is raised while there is time to eat; once glucose is under the limit
 * the alarms of the low itself speak, and this one neither rises nor ends.
 *
 * @param below the limit that is likely to be crossed
 * @param within how far is looked ahead of the newest reading
 * @param likelyPercent from which probability on the condition is present
 * @param unlikelyPercent at or under which probability it is over
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

    public UrgentLowSoon {
        PolicyRefused.unless(
                unlikelyPercent >= 1 && likelyPercent > unlikelyPercent && likelyPercent <= 99,
                "A low that is likely from " + likelyPercent + " % on cannot be over at " + unlikelyPercent + " %.");
        PolicyRefused.unless(
                within.compareTo(Duration.ofMinutes(10)) >= 0 && within.compareTo(Forecast.FURTHEST) <= 0,
                "A low is told 10 to " + Forecast.FURTHEST.toMinutes() + " minutes ahead, not " + within.toMinutes()
                        + ".");
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
        return forecaster
                .lookAhead(watch.history().knownAt(now), now)
                .filter(forecast -> !forecast.newest().at().isBefore(now.minus(trustedFor)))
                .map(this::verdict)
                .orElseGet(() -> new Verdict(UNDETERMINED, watch.silence(now)));
    }

    private Verdict verdict(Forecast forecast) {
        var percent = (int) Math.floor(100 * forecast.probabilityBelow(below, within));
        var evidence = new ByForecast(forecast.newest(), forecast.at(within).middle(), percent, within);
        return new Verdict(finding(forecast, percent), evidence);
    }

    private Finding finding(Forecast forecast, int percent) {
        if (forecast.newest().isBelow(below)) {
            return UNDETERMINED;
        }
        if (percent >= likelyPercent) {
            return PRESENT;
        }
        return percent <= unlikelyPercent ? ABSENT : UNDETERMINED;
    }
}
