package io.vigil.glucose;

import static io.vigil.glucose.Readings.NOON;
import static io.vigil.glucose.Readings.every;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendTest {

    @ParameterizedTest
    @CsvSource({
        "3.1, RISING_VERY_FAST", "3, RISING_FAST", "2.1, RISING_FAST", "2, RISING", "1.1, RISING",
        "1, STEADY", "0, STEADY", "-1, STEADY", "-1.1, FALLING", "-1.9, FALLING",
        "-2, FALLING_FAST", "-3, FALLING_FAST", "-3.1, FALLING_VERY_FAST"
    })
    void follows_the_rate(double mgPerDlPerMinute, Trend trend) {
        assertThat(Trend.of(new GlucoseRate(mgPerDlPerMinute))).isEqualTo(trend);
    }

    @Test
    void is_not_pushed_off_its_boundary_by_arithmetic() {
        var byTenthsOfThirds = every(5, 120.1, 110.1, 100.1);

        assertThat(Trend.of(GlucoseRate.of(byTenthsOfThirds, NOON).orElseThrow()))
                .isEqualTo(Trend.FALLING_FAST);
        assertThat(Trend.of(new GlucoseRate(-1.9999999999))).isEqualTo(Trend.FALLING_FAST);
    }
}
