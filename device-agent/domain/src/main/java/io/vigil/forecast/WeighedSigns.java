package io.vigil.forecast;

import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.glucose.Reading.Measured;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The station's own forecaster, until a trained model takes its place. Where glucose may be is told by the
 * {@link SecondOrderAutoregression}; how likely it falls under a limit by weighing the {@link Sign}s of the last day, which
 * find more lows, and sooner, than the autoregression at as many false alarms (decision 0018).
 */
public record WeighedSigns() implements Forecaster {

    /** For these two times ahead the signs were weighed. */
    private static final Duration SOON = Duration.ofMinutes(10);

    private static final Duration LATER = Duration.ofMinutes(30);

    /** Up to 160 mg/dL the signs were weighed, against a limit of 70. */
    private static final double FAR = 16.0 / 7;

    @Override
    public Optional<Forecast> lookAhead(GlucoseHistory history, Instant now) {
        return Course.of(history, now).map(course -> new Weighed(course, SecondOrderAutoregression.track(course)));
    }

    /** A course, and where it may lead. */
    private record Weighed(Course course, Track track) implements Forecast {

        @Override
        public Measured newest() {
            return track.newest();
        }

        @Override
        public Outlook at(Duration ahead) {
            return track.at(ahead);
        }

        /**
         * Between 10 and 30 minutes on the straight line between their log-odds; nearer and further as at the nearer of the
         * two. Of glucose that is under the limit, or far above it, the signs say nothing, and the track tells.
         */
        @Override
        public double probabilityBelow(Glucose limit, Duration within) {
            var glucose = newest().glucose().mgPerDl();
            if (glucose < limit.mgPerDl() || glucose >= FAR * limit.mgPerDl()) {
                return track.probabilityBelow(limit, within);
            }
            var share = Math.clamp(
                    (double) within.minus(SOON).toMillis() / LATER.minus(SOON).toMillis(), 0, 1);
            var logOdds = 0.0;
            for (var sign : Sign.values()) {
                var weight = sign.within10() + share * (sign.within30() - sign.within10());
                logOdds += weight * sign.of(course, limit.mgPerDl());
            }
            return 1 / (1 + Math.exp(-logOdds));
        }
    }
}
