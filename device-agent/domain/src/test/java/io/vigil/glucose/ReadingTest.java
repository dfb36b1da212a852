package io.vigil.glucose;

import static io.vigil.glucose.Glucose.mgPerDl;
import static io.vigil.glucose.Readings.hi;
import static io.vigil.glucose.Readings.lo;
import static io.vigil.glucose.Readings.reading;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadingTest {

    @Test
    void lo_is_below_every_limit_and_above_none() {
        assertThat(lo(0).isBelow(new Glucose(0))).isTrue();
        assertThat(lo(0).isAbove(new Glucose(0))).isFalse();
    }

    @Test
    void hi_is_above_every_limit_and_below_none() {
        assertThat(hi(0).isAbove(mgPerDl(1000))).isTrue();
        assertThat(hi(0).isBelow(mgPerDl(1000))).isFalse();
    }

    @Test
    void a_number_is_neither_below_nor_above_itself() {
        assertThat(reading(0, 70).isBelow(mgPerDl(70))).isFalse();
        assertThat(reading(0, 70).isAbove(mgPerDl(70))).isFalse();
        assertThat(reading(0, 69.9).isBelow(mgPerDl(70))).isTrue();
        assertThat(reading(0, 70.1).isAbove(mgPerDl(70))).isTrue();
    }

    @Test
    void lo_and_hi_are_drawn_at_the_edges_of_what_sensors_measure() {
        assertThat(lo(0).drawn()).isEqualTo(mgPerDl(40));
        assertThat(hi(0).drawn()).isEqualTo(mgPerDl(400));
        assertThat(reading(0, 123).drawn()).isEqualTo(mgPerDl(123));
    }

    @Test
    void lo_lies_under_and_hi_over_every_number() {
        assertThat(Stream.of(hi(0), reading(0, 1000), lo(0), reading(0, 0)).sorted(Reading.BY_GLUCOSE))
                .containsExactly(lo(0), reading(0, 0), reading(0, 1000), hi(0));
    }
}
