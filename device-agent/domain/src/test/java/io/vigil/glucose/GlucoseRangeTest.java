package io.vigil.glucose;

import static io.vigil.glucose.GlucoseRange.HIGH;
import static io.vigil.glucose.GlucoseRange.IN_RANGE;
import static io.vigil.glucose.GlucoseRange.LOW;
import static io.vigil.glucose.GlucoseRange.VERY_HIGH;
import static io.vigil.glucose.GlucoseRange.VERY_LOW;
import static io.vigil.glucose.Readings.every;
import static io.vigil.glucose.Readings.hi;
import static io.vigil.glucose.Readings.lo;
import static io.vigil.glucose.Readings.reading;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlucoseRangeTest {

    @ParameterizedTest
    @CsvSource({
        "53.9, VERY_LOW",
        "54, LOW",
        "69.9, LOW",
        "70, IN_RANGE",
        "180, IN_RANGE",
        "180.1, HIGH",
        "250, HIGH",
        "250.1, VERY_HIGH"
    })
    void is_told_by_the_unrounded_value(double mgPerDl, GlucoseRange range) {
        assertThat(GlucoseRange.of(reading(0, mgPerDl))).isEqualTo(range);
    }

    @Test
    void takes_lo_for_very_low_and_hi_for_very_high() {
        assertThat(GlucoseRange.of(lo(0))).isEqualTo(VERY_LOW);
        assertThat(GlucoseRange.of(hi(0))).isEqualTo(VERY_HIGH);
    }

    @Test
    void counts_each_reading_the_same() {
        var span = TimeInRange.of(every(5, 50, 60, 100, 110, 120, 200, 240, 300).readings())
                .orElseThrow();

        assertThat(span.readings()).isEqualTo(8);
        assertThat(List.of(VERY_LOW, LOW, IN_RANGE, HIGH, VERY_HIGH))
                .extracting(span::share)
                .containsExactly(0.125, 0.125, 0.375, 0.25, 0.125);
        assertThat(TimeInRange.of(List.of(reading(0, 100))).orElseThrow().share(LOW))
                .isZero();
    }

    @Test
    void tells_nothing_of_no_readings() {
        assertThat(TimeInRange.of(List.of())).isEmpty();
    }
}
