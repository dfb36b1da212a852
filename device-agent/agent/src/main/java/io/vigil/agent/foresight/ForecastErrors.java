package io.vigil.agent.foresight;

import io.vigil.forecast.Forecaster;
import java.time.Duration;
import java.util.stream.DoubleStream;

/** How far forecasts lay from what came half an hour later, in mg/dL; what came between two readings is laid between them. */
final class ForecastErrors {

    static final Duration AHEAD = Duration.ofMinutes(30);

    private static final Duration APART_AT_MOST = Duration.ofMinutes(20);

    private ForecastErrors() {}

    static double[] of(Cohort cohort, Forecaster forecaster) {
        return cohort.people().stream()
                .flatMapToDouble(person -> of(person, forecaster))
                .toArray();
    }

    private static DoubleStream of(Person person, Forecaster forecaster) {
        var errors = DoubleStream.builder();
        for (var i = 0; i < person.readings().size(); i++) {
            var now = person.at(i);
            var came = after(person, i);
            if (Double.isFinite(came)) {
                forecaster
                        .lookAhead(person.history().until(now), now)
                        .ifPresent(forecast ->
                                errors.add(forecast.at(AHEAD).middle().mgPerDl() - came));
            }
        }
        return errors.build();
    }

    private static double after(Person person, int place) {
        var moment = person.at(place).plus(AHEAD);
        for (var i = place + 1; i < person.readings().size(); i++) {
            if (!person.at(i).isBefore(moment)) {
                var apart = Duration.between(person.at(i - 1), person.at(i));
                var share = (double) Duration.between(person.at(i - 1), moment).toMillis() / apart.toMillis();
                var from = person.readings().get(i - 1).drawn().mgPerDl();
                var to = person.readings().get(i).drawn().mgPerDl();
                return apart.compareTo(APART_AT_MOST) > 0 ? Double.NaN : from + share * (to - from);
            }
        }
        return Double.NaN;
    }
}
