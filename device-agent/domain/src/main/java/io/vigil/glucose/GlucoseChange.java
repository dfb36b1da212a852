package io.vigil.glucose;

import io.vigil.glucose.Reading.Measured;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** By how much glucose changed in the last five minutes, in mg/dL; negative when it fell. */
public record GlucoseChange(double mgPerDl) {

    private static final Duration SPAN = Duration.ofMinutes(5);

    /**
     * From five minutes before the newest reading to it. Where no reading stands five minutes before, the straight line
     * between its neighbours does, if they are at most 10 minutes apart. None when the newest reading is older than that.
     */
    public static Optional<GlucoseChange> of(GlucoseHistory history, Instant now) {
        var run = FreshRun.of(history.knownAt(now).trimmedTo(SPAN.plus(FreshRun.UNBROKEN)), now);
        if (run.isEmpty()) {
            return Optional.empty();
        }
        var newest = run.getLast();
        return glucoseAt(newest.at().minus(SPAN), run)
                .map(before -> new GlucoseChange(newest.glucose().mgPerDl() - before));
    }

    private static Optional<Double> glucoseAt(Instant moment, List<Measured> run) {
        for (var i = run.size() - 1; i > 0; i--) {
            var before = run.get(i - 1);
            if (!before.at().isAfter(moment)) {
                return Optional.of(between(before, run.get(i), moment));
            }
        }
        return Optional.empty();
    }

    private static double between(Measured before, Measured after, Instant moment) {
        var share = (double) Duration.between(before.at(), moment).toMillis()
                / Duration.between(before.at(), after.at()).toMillis();
        return before.glucose().mgPerDl()
                + share * (after.glucose().mgPerDl() - before.glucose().mgPerDl());
    }
}
