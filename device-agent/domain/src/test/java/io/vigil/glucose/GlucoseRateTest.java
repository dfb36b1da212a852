package io.vigil.glucose;

import static io.vigil.glucose.Glucose.mgPerDl;
import static io.vigil.glucose.Readings.NOON;
import static io.vigil.glucose.Readings.every;
import static io.vigil.glucose.Readings.hi;
import static io.vigil.glucose.Readings.history;
import static io.vigil.glucose.Readings.lo;
import static io.vigil.glucose.Readings.minute;
import static io.vigil.glucose.Readings.reading;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GlucoseRateTest {

    @Test
    void is_the_slope_of_the_last_quarter_of_an_hour() {
        assertThat(rate(every(5, 400, 120, 110, 100, 90))).isEqualTo(-2);
        assertThat(rate(every(5, 90, 95, 100, 105))).isEqualTo(1);
        assertThat(rate(every(1, 100, 100, 100))).isZero();
    }

    @Test
    void lies_closest_to_readings_that_stagger() {
        // By hand: minutes -10, -4, 0 about their mean -14/3; glucose 100, 130, 120 about 350/3.
        assertThat(rate(history(reading(-10, 100), reading(-4, 130), reading(0, 120))))
                .isCloseTo(2.23684210526, within(1e-9));
    }

    @Test
    void needs_three_readings() {
        assertThat(GlucoseRate.of(every(5, 110, 100), NOON)).isEmpty();
        assertThat(GlucoseRate.of(every(5, 120, 110, 100), NOON)).isPresent();
        assertThat(GlucoseRate.of(GlucoseHistory.empty(), NOON)).isEmpty();
    }

    @Test
    void reaches_over_no_gap() {
        var whole = history(reading(-14, 90), reading(-4, 100), reading(0, 110));
        var broken = history(reading(-14.1, 90), reading(-4, 100), reading(0, 110));

        assertThat(GlucoseRate.of(whole, NOON)).isPresent();
        assertThat(GlucoseRate.of(broken, NOON)).isEmpty();
    }

    @Test
    void is_not_told_from_old_readings() {
        assertThat(GlucoseRate.of(every(5, 120, 110, 100), minute(10))).isPresent();
        assertThat(GlucoseRate.of(every(5, 120, 110, 100), minute(10.1))).isEmpty();
    }

    @Test
    void is_not_told_where_the_sensor_gives_no_number() {
        assertThat(GlucoseRate.of(every(5, 120, 110, 100).with(lo(1)), minute(1)))
                .isEmpty();
        assertThat(GlucoseRate.of(every(5, 120, 110, 100).with(hi(-3)), NOON)).isEmpty();
        assertThat(rate(every(4, 120, 110, 100).with(lo(-9)))).isEqualTo(-2.5);
    }

    @Test
    void tells_when_a_straight_line_reaches_a_limit() {
        var falling = every(5, 108, 98, 88);

        assertThat(GlucoseRate.timeTo(mgPerDl(70), falling, NOON)).contains(ofMinutes(9));
        assertThat(GlucoseRate.timeTo(mgPerDl(70), falling, minute(4))).contains(ofMinutes(5));
        assertThat(GlucoseRate.timeTo(mgPerDl(70), falling, minute(9.5))).contains(ZERO);
        assertThat(GlucoseRate.timeTo(mgPerDl(28), falling, NOON)).contains(ofMinutes(30));
        assertThat(GlucoseRate.timeTo(mgPerDl(27), falling, NOON)).isEmpty();
        assertThat(GlucoseRate.timeTo(mgPerDl(180), falling, NOON)).isEmpty();
        assertThat(GlucoseRate.timeTo(mgPerDl(70), every(5, 88, 88), NOON)).isEmpty();
    }

    @Test
    void never_reaches_what_it_leads_away_from_and_is_there_where_it_stands() {
        assertThat(new GlucoseRate(-1).timeFrom(mgPerDl(69), mgPerDl(70))).isEmpty();
        assertThat(new GlucoseRate(0).timeFrom(mgPerDl(71), mgPerDl(70))).isEmpty();
        assertThat(new GlucoseRate(0).timeFrom(mgPerDl(69), mgPerDl(70))).isEmpty();
        assertThat(new GlucoseRate(0).timeFrom(mgPerDl(70), mgPerDl(70))).contains(ZERO);
        assertThat(new GlucoseRate(2).timeFrom(mgPerDl(245), mgPerDl(250))).contains(ofSeconds(150));
    }

    private static double rate(GlucoseHistory history) {
        return GlucoseRate.of(history, NOON).orElseThrow().mgPerDlPerMinute();
    }
}
