package io.vigil.forecast;

import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Glucose goes on from its last two values, five minutes apart: with {@code y} the natural logarithm of glucose over its
 * resting point, the next is {@code LAST} times the last less {@code BEFORE} times the one before it. The form is the one that
 * Nightscout's ar2 has made known; the figures are our own, by least squares over BrisT1D-Open ({@code FitForecasters}
 * among the tests finds them anew).
 */
public record SecondOrderAutoregression() implements Forecaster {

    private static final double LAST = 1.5797;
    private static final double BEFORE = 0.5973;

    /** Where everything comes to rest that is left alone, mg/dL. */
    private static final double REST = 140;

    private static final Spread SPREAD = Spread.OF_AUTOREGRESSION;

    @Override
    public Optional<Forecast> lookAhead(GlucoseHistory history, Instant now) {
        return Course.of(history, now).map(SecondOrderAutoregression::track);
    }

    static Track track(Course course) {
        var last = Math.log(course.back(0) / REST);
        var before = Math.log(course.back(1) / REST);
        var steps = new ArrayList<Outlook>();
        for (var step = 1; step <= Track.STEPS; step++) {
            var next = LAST * last - BEFORE * before;
            before = last;
            last = next;
            var middle = Glucose.mgPerDl(Math.clamp(REST * Math.exp(next), 20, 600));
            steps.add(new Outlook(middle, SPREAD.after(step, course.back(0))));
        }
        return new Track(course.newest(), steps);
    }
}
