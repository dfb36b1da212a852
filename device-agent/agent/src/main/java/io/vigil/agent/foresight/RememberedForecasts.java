package io.vigil.agent.foresight;

import io.vigil.forecast.Forecast;
import io.vigil.forecast.Forecaster;
import io.vigil.forecast.Outlook;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.glucose.Reading;
import io.vigil.glucose.Reading.Measured;
import io.vigil.rule.UrgentLowSoon;
import java.time.Duration;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.Optional;

/** Looks ahead once from each reading, however many thresholds are tried on it, and remembers what rules ask. */
final class RememberedForecasts implements Forecaster {

    private static final UrgentLowSoon ASKS = UrgentLowSoon.standard();

    private final Forecaster forecaster;
    private final IdentityHashMap<Reading, Optional<Forecast>> remembered = new IdentityHashMap<>();

    RememberedForecasts(Forecaster forecaster) {
        this.forecaster = forecaster;
    }

    /** To be asked at the moment of the newest reading alone, as {@link RuleWarner} does. */
    @Override
    public Optional<Forecast> lookAhead(GlucoseHistory history, Instant now) {
        return history.latest()
                .flatMap(newest -> remembered.computeIfAbsent(
                        newest, _ -> forecaster.lookAhead(history, now).map(Remembered::of)));
    }

    /** What a forecast told for the limit and the two times that the rule asks for. */
    private record Remembered(Measured newest, Outlook outlook, double later, double atHand) implements Forecast {

        static Forecast of(Forecast forecast) {
            return new Remembered(
                    forecast.newest(),
                    forecast.at(ASKS.within()),
                    forecast.probabilityBelow(ASKS.below(), ASKS.within()),
                    forecast.probabilityBelow(ASKS.below(), UrgentLowSoon.AT_HAND));
        }

        @Override
        public Outlook at(Duration ahead) {
            return asked(ahead.equals(ASKS.within()), outlook);
        }

        @Override
        public double probabilityBelow(Glucose limit, Duration within) {
            var isAtHand = within.equals(UrgentLowSoon.AT_HAND);
            return asked(
                    limit.equals(ASKS.below()) && (isAtHand || within.equals(ASKS.within())),
                    isAtHand ? atHand : later);
        }

        private static <T> T asked(boolean isRemembered, T answer) {
            if (isRemembered) {
                return answer;
            }
            throw new IllegalArgumentException("Of this forecast only what the rule asks is remembered.");
        }
    }
}
