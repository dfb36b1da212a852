package io.vigil.forecast;

import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/** Glucose goes on as it went for the last quarter of an hour. What everything better has to be measured against. */
public record StraightLine() implements Forecaster {

    /** Three steps of five minutes. */
    private static final int LAID_OVER = 3;

    private static final Spread SPREAD = Spread.OF_STRAIGHT_LINE;

    @Override
    public Optional<Forecast> lookAhead(GlucoseHistory history, Instant now) {
        return Course.of(history, now).map(StraightLine::track);
    }

    static Track track(Course course) {
        var start = course.back(0);
        var slope = slope(course);
        var steps = new ArrayList<Outlook>();
        for (var step = 1; step <= Track.STEPS; step++) {
            var middle = Glucose.mgPerDl(Math.clamp(start + slope * step, 20, 600));
            steps.add(new Outlook(middle, SPREAD.after(step, start)));
        }
        return new Track(course.newest(), steps);
    }

    /** Of the line closest to the last four values, in mg/dL a step. */
    private static double slope(Course course) {
        var together = 0.0;
        var squares = 0.0;
        for (var i = 0; i <= LAID_OVER; i++) {
            var place = LAID_OVER / 2.0 - i;
            together += place * course.back(i);
            squares += place * place;
        }
        return together / squares;
    }
}
