package io.vigil.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.glucose.Reading;
import io.vigil.glucose.Reading.AboveRange;
import io.vigil.glucose.Reading.BelowRange;
import io.vigil.glucose.Reading.Measured;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForecasterTest {

    static final List<Forecaster> EVERY_FORECASTER =
            List.of(new StraightLine(), new SecondOrderAutoregression(), new WeighedSigns());

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Glucose LIMIT = Glucose.mgPerDl(70);

    @ParameterizedTest
    @FieldSource("EVERY_FORECASTER")
    void three_fresh_readings_bear_a_forecast_and_two_do_not(Forecaster forecaster) {
        assertThat(forecaster.lookAhead(every(5, 100, 95, 90), NOON)).isPresent();
        assertThat(forecaster.lookAhead(every(5, 95, 90), NOON)).isEmpty();
        assertThat(forecaster.lookAhead(GlucoseHistory.empty(), NOON)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("EVERY_FORECASTER")
    void three_readings_of_a_sensor_of_one_minute_tell_no_direction_yet(Forecaster forecaster) {
        assertThat(forecaster.lookAhead(every(1, 100, 99, 98), NOON)).isEmpty();
        assertThat(forecaster.lookAhead(every(1, 110, 109, 108, 107, 106, 105, 104, 103, 102, 101, 100), NOON))
                .isPresent();
    }

    @ParameterizedTest
    @FieldSource("EVERY_FORECASTER")
    void an_old_reading_and_a_gap_bear_none(Forecaster forecaster) {
        var history = every(5, 100, 95, 90);

        assertThat(forecaster.lookAhead(history, NOON.plus(Duration.ofMinutes(20))))
                .isPresent();
        assertThat(forecaster.lookAhead(history, NOON.plus(Duration.ofMinutes(21))))
                .isEmpty();
        assertThat(forecaster.lookAhead(GlucoseHistory.of(List.of(at(-26, 100), at(-5, 95), at(0, 90))), NOON))
                .isEmpty();
        assertThat(forecaster.lookAhead(GlucoseHistory.of(List.of(at(-25, 100), at(-5, 95), at(0, 90))), NOON))
                .isPresent();
    }

    @ParameterizedTest
    @FieldSource("EVERY_FORECASTER")
    void lo_and_hi_among_the_newest_bear_none(Forecaster forecaster) {
        for (var word : List.<Reading>of(new BelowRange(NOON), new AboveRange(NOON))) {
            assertThat(forecaster.lookAhead(
                            every(5, 100, 95, 90, 85)
                                    .until(NOON.minusSeconds(1))
                                    .with(word),
                            NOON))
                    .isEmpty();
        }
        assertThat(forecaster.lookAhead(
                        GlucoseHistory.of(
                                List.of(new AboveRange(NOON.minusSeconds(900)), at(-10, 390), at(-5, 380), at(0, 370))),
                        NOON))
                .as("HI before them is behind us")
                .isPresent();
    }

    @ParameterizedTest
    @FieldSource("EVERY_FORECASTER")
    void what_is_to_come_is_not_looked_at(Forecaster forecaster) {
        var soFar = every(5, 110, 105, 100, 95, 90);

        assertThat(likely(forecaster, soFar.with(at(5, 40)).with(at(10, 40)))).isEqualTo(likely(forecaster, soFar));
    }

    @ParameterizedTest
    @FieldSource("EVERY_FORECASTER")
    void shifting_the_date_changes_nothing(Forecaster forecaster) {
        var history = every(5, 110, 105, 100, 95, 90);
        var day = Duration.ofDays(366);
        var shifted = GlucoseHistory.of(history.readings().stream()
                .map(reading -> new Measured(reading.at().plus(day), reading.drawn()))
                .toList());

        assertThat(forecaster.lookAhead(shifted, NOON.plus(day)).orElseThrow().probabilityBelow(LIMIT, HALF_AN_HOUR))
                .isEqualTo(likely(forecaster, history));
    }

    @ParameterizedTest
    @FieldSource("EVERY_FORECASTER")
    void every_glucose_and_slope_has_a_probability_and_a_middle(Forecaster forecaster) {
        for (var glucose = 40; glucose <= 400; glucose += 5) {
            for (var step = -30; step <= 30; step += 5) {
                var history = every(
                        5,
                        Math.clamp(glucose - 3.0 * step, 40, 400),
                        Math.clamp(glucose - 2.0 * step, 40, 400),
                        Math.clamp(glucose - step, 40, 400),
                        glucose);

                assertThat(likely(forecaster, history)).isBetween(0.0, 1.0);
                assertThat(forecaster
                                .lookAhead(history, NOON)
                                .orElseThrow()
                                .at(HALF_AN_HOUR)
                                .middle())
                        .isBetween(Glucose.mgPerDl(20), Glucose.mgPerDl(600));
            }
        }
    }

    @ParameterizedTest
    @FieldSource("EVERY_FORECASTER")
    void the_nearer_and_the_steeper_the_likelier(Forecaster forecaster) {
        assertThat(likely(forecaster, every(5, 95, 90, 85, 80)))
                .isGreaterThan(likely(forecaster, every(5, 115, 110, 105, 100)));
        assertThat(likely(forecaster, every(5, 110, 102, 94, 86)))
                .isGreaterThan(likely(forecaster, every(5, 86, 86, 86, 86)));
        assertThat(likely(forecaster, every(5, 92, 90, 88, 86)))
                .isGreaterThan(likely(forecaster, every(5, 80, 82, 84, 86)));
        assertThat(likely(forecaster, every(5, 120, 110, 100, 90, 80))).isGreaterThan(0.3);
        assertThat(likely(forecaster, every(5, 150, 150, 150, 150, 150))).isLessThan(0.05);
    }

    @Test
    void sensors_of_one_and_of_five_minutes_look_alike_on_the_same_fall() {
        var everyMinute = new double[31];
        for (var i = 0; i < everyMinute.length; i++) {
            everyMinute[i] = 120 - i;
        }
        assertThat(likely(new WeighedSigns(), every(1, everyMinute)))
                .isCloseTo(likely(new WeighedSigns(), every(5, 120, 115, 110, 105, 100, 95, 90)), within(1e-9));
    }

    @Test
    void a_sensor_of_fifteen_minutes_bears_a_forecast() {
        assertThat(likely(new WeighedSigns(), every(15, 120, 100, 80))).isGreaterThan(0.25);
    }

    @Test
    void the_straight_line_goes_on_straight() {
        var forecast =
                new StraightLine().lookAhead(every(5, 130, 125, 120, 115), NOON).orElseThrow();

        assertThat(forecast.at(Duration.ofMinutes(5)).middle()).isEqualTo(Glucose.mgPerDl(110));
        assertThat(forecast.at(Duration.ofMinutes(20)).middle()).isEqualTo(Glucose.mgPerDl(95));
        assertThat(forecast.at(Duration.ofMinutes(22)).middle()).isEqualTo(Glucose.mgPerDl(93));
    }

    @Test
    void the_autoregression_slows_a_fall_down() {
        var forecast = new SecondOrderAutoregression()
                .lookAhead(every(5, 130, 125, 120, 115), NOON)
                .orElseThrow();

        assertThat(forecast.at(HALF_AN_HOUR).middle()).isBetween(Glucose.mgPerDl(86), Glucose.mgPerDl(114));
    }

    @ParameterizedTest
    @FieldSource("EVERY_FORECASTER")
    void the_further_ahead_the_less_sure(Forecaster forecaster) {
        var forecast = forecaster.lookAhead(every(5, 130, 125, 120, 115), NOON).orElseThrow();

        assertThat(IntStream.rangeClosed(1, 60)
                        .mapToObj(minutes ->
                                forecast.at(Duration.ofMinutes(minutes)).spread()))
                .isSorted();
        assertThat(forecast.probabilityBelow(LIMIT, Duration.ofMinutes(10)))
                .isLessThanOrEqualTo(forecast.probabilityBelow(LIMIT, HALF_AN_HOUR));
    }

    @Test
    void quantiles_lie_about_the_middle_and_say_their_own_probability() {
        var outlook = new Outlook(Glucose.mgPerDl(100), 0.2);

        assertThat(outlook.quantile(0.5)).isEqualTo(Glucose.mgPerDl(100));
        assertThat(outlook.quantile(0.1)).isEqualTo(Glucose.mgPerDl(77.4));
        assertThat(outlook.quantile(0.9)).isEqualTo(Glucose.mgPerDl(129.2));
        assertThat(outlook.probabilityBelow(outlook.quantile(0.1))).isCloseTo(0.1, within(1e-3));
        assertThatThrownBy(() -> new Outlook(LIMIT, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3, -1.6449, -1, 0, 1, 1.96})
    void the_normal_distribution_is_the_one_of_the_tables(double z) {
        var table = DoubleStream.iterate(z, to -> to > -8, to -> to - 1e-4)
                        .map(at -> Math.exp(-at * at / 2))
                        .sum()
                * 1e-4
                / Math.sqrt(2 * Math.PI);

        assertThat(Normal.probabilityBelow(z)).isCloseTo(table, within(1e-4));
    }

    private static double likely(Forecaster forecaster, GlucoseHistory history) {
        return forecaster.lookAhead(history, NOON).orElseThrow().probabilityBelow(LIMIT, HALF_AN_HOUR);
    }

    /** The last at noon. */
    private static GlucoseHistory every(int minutes, double... mgPerDl) {
        var readings = new ArrayList<Reading>();
        for (var i = 0; i < mgPerDl.length; i++) {
            readings.add(at(minutes * (i + 1 - mgPerDl.length), mgPerDl[i]));
        }
        return GlucoseHistory.of(readings);
    }

    private static Reading at(int minute, double mgPerDl) {
        return new Measured(NOON.plusSeconds(60L * minute), Glucose.mgPerDl(mgPerDl));
    }
}
