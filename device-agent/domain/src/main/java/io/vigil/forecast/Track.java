package io.vigil.forecast;

import io.vigil.glucose.Glucose;
import io.vigil.glucose.Reading.Measured;
import java.time.Duration;
import java.util.List;

/**
 * A forecast that says at each five minutes ahead where glucose may be.
 *
 * @param steps the outlook after 5, 10, … 60 minutes
 */
record Track(Measured newest, List<Outlook> steps) implements Forecast {

    /** As far as {@link Forecast#FURTHEST}. */
    static final int STEPS = 12;

    private static final double STEP_SECONDS = 300;

    Track {
        steps = List.copyOf(steps);
        if (steps.size() != STEPS) {
            throw new IllegalArgumentException("A track has " + STEPS + " steps, not " + steps.size());
        }
    }

    /** Between two steps on the straight line; under five minutes the first step, over an hour the last. */
    @Override
    public Outlook at(Duration ahead) {
        var step = Math.clamp(ahead.toSeconds() / STEP_SECONDS - 1, 0, STEPS - 1);
        var former = steps.get((int) step);
        var latter = steps.get(Math.min((int) step + 1, STEPS - 1));
        var share = step - (int) step;
        return new Outlook(
                Glucose.mgPerDl(
                        between(former.middle().mgPerDl(), latter.middle().mgPerDl(), share)),
                between(former.spread(), latter.spread(), share));
    }

    /** The greatest of any step within that time: at least so likely, since glucose may have crossed and come back. */
    @Override
    public double probabilityBelow(Glucose limit, Duration within) {
        var greatest = at(within).probabilityBelow(limit);
        for (var i = 0; i < STEPS && (i + 1) * STEP_SECONDS <= within.toSeconds(); i++) {
            greatest = Math.max(greatest, steps.get(i).probabilityBelow(limit));
        }
        return greatest;
    }

    private static double between(double former, double latter, double share) {
        return former + share * (latter - former);
    }
}
