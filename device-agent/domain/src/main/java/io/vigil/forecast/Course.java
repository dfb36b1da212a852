package io.vigil.forecast;

import io.vigil.glucose.GlucoseHistory;
import io.vigil.glucose.Reading;
import io.vigil.glucose.Reading.Measured;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where glucose came from: one value for every five minutes back from the newest reading, laid between the readings, so
 * that sensors of 1, 5 and 15 minutes look alike. Further back than a gap allows the oldest value is held for the short
 * looks, and the long ones leave the gap out.
 */
final class Course {

    /** Beyond this two readings do not belong together. A sensor of 15 minutes answers up to 17 minutes apart. */
    static final Duration UNBROKEN = Duration.ofMinutes(20);

    /** A direction needs a second reading, and a third that agrees. */
    static final int FEWEST = 3;

    static final double STEP_MINUTES = 5;

    /** A day. */
    static final int STEPS = 288;

    private static final double SHORTEST_MINUTES = 9;

    private final Measured newest;
    private final double[] mgPerDl;

    private Course(Measured newest, double[] mgPerDl) {
        this.newest = newest;
        this.mgPerDl = mgPerDl;
    }

    /**
     * None when the newest reading is older than 20 minutes, when fewer than three numbers over nine minutes lead to it
     * without a gap of more than 20 minutes, or when LO or HI stands among them.
     */
    static Optional<Course> of(GlucoseHistory history, Instant now) {
        var readings = history.knownAt(now).readings();
        return bearsForecast(readings, now)
                ? Optional.of(new Course((Measured) readings.getLast(), steps(readings)))
                : Optional.empty();
    }

    Measured newest() {
        return newest;
    }

    /** So many steps of five minutes back; the oldest before a gap where that lies further. */
    double back(int steps) {
        var step = steps;
        while (Double.isNaN(mgPerDl[step])) {
            step--;
        }
        return mgPerDl[step];
    }

    /** The least of the last so many steps. */
    double least(int steps) {
        var least = Double.POSITIVE_INFINITY;
        for (var i = 0; i <= steps; i++) {
            least = mgPerDl[i] < least ? mgPerDl[i] : least;
        }
        return least;
    }

    /** The most of the last so many steps. */
    double most(int steps) {
        var most = 0.0;
        for (var i = 0; i <= steps; i++) {
            most = mgPerDl[i] > most ? mgPerDl[i] : most;
        }
        return most;
    }

    /** What share of the last so many steps lies under that. */
    double shareBelow(double limit, int steps) {
        var below = 0;
        var all = 0;
        for (var i = 0; i <= steps; i++) {
            below += mgPerDl[i] < limit ? 1 : 0;
            all += Double.isNaN(mgPerDl[i]) ? 0 : 1;
        }
        return (double) below / all;
    }

    /** How restless it was: the root of the mean square by which a step departs from the one before it. */
    double unrest(int steps) {
        var squares = 0.0;
        var all = 0;
        for (var i = 1; i < steps; i++) {
            var bend = mgPerDl[i - 1] - 2 * mgPerDl[i] + mgPerDl[i + 1];
            if (!Double.isNaN(bend)) {
                squares += bend * bend;
                all++;
            }
        }
        return all == 0 ? 0 : Math.sqrt(squares / all);
    }

    /** How far it went in the mean from one step to the next, up or down. */
    double walk(int steps) {
        var walked = 0.0;
        var all = 0;
        for (var i = 0; i < steps; i++) {
            var step = Math.abs(mgPerDl[i] - mgPerDl[i + 1]);
            if (!Double.isNaN(step)) {
                walked += step;
                all++;
            }
        }
        return all == 0 ? 0 : walked / all;
    }

    /** The mean of the last so many steps. */
    double mean(int steps) {
        var sum = 0.0;
        var all = 0;
        for (var i = 0; i <= steps; i++) {
            if (!Double.isNaN(mgPerDl[i])) {
                sum += mgPerDl[i];
                all++;
            }
        }
        return sum / all;
    }

    /** How many steps ago it was under that; one more than asked for where it was not. */
    int sinceBelow(double limit, int steps) {
        var step = 0;
        while (step <= steps && !(mgPerDl[step] < limit)) {
            step++;
        }
        return step;
    }

    private static boolean bearsForecast(List<Reading> readings, Instant now) {
        var next = now;
        for (var i = readings.size() - 1; i >= 0; i--) {
            var reading = readings.get(i);
            if (!(reading instanceof Measured) || isBroken(reading.at(), next)) {
                return false;
            }
            if (readings.size() - i >= FEWEST
                    && minutes(reading.at(), readings.getLast().at()) >= SHORTEST_MINUTES) {
                return true;
            }
            next = reading.at();
        }
        return false;
    }

    private static double[] steps(List<Reading> readings) {
        var steps = new double[STEPS + 1];
        var newest = readings.getLast().at();
        var later = readings.getLast();
        var earlier = later;
        var laterAgo = 0.0;
        var earlierAgo = 0.0;
        var broken = false;
        var next = readings.size() - 2;
        for (var i = 0; i <= STEPS; i++) {
            var ago = i * STEP_MINUTES;
            while (earlierAgo < ago && next >= 0) {
                later = earlier;
                laterAgo = earlierAgo;
                earlier = readings.get(next--);
                earlierAgo = minutes(earlier.at(), newest);
                broken = isBroken(earlier.at(), later.at());
            }
            if (earlierAgo < ago || (broken && earlierAgo > ago)) {
                steps[i] = Double.NaN;
            } else {
                var share = earlierAgo > laterAgo ? (ago - laterAgo) / (earlierAgo - laterAgo) : 0;
                steps[i] = value(later) + share * (value(earlier) - value(later));
            }
        }
        return steps;
    }

    private static double value(Reading reading) {
        return reading.drawn().mgPerDl();
    }

    private static boolean isBroken(Instant earlier, Instant later) {
        return Duration.between(earlier, later).compareTo(UNBROKEN) > 0;
    }

    private static double minutes(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 60_000.0;
    }
}
