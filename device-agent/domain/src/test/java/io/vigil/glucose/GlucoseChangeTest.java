package io.vigil.glucose;

import static io.vigil.glucose.Readings.NOON;
import static io.vigil.glucose.Readings.every;
import static io.vigil.glucose.Readings.history;
import static io.vigil.glucose.Readings.lo;
import static io.vigil.glucose.Readings.minute;
import static io.vigil.glucose.Readings.reading;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GlucoseChangeTest {

    @Test
    void is_the_difference_to_five_minutes_before() {
        assertThat(GlucoseChange.of(every(5, 120, 113), NOON)).contains(new GlucoseChange(-7));
        assertThat(GlucoseChange.of(every(1, 90, 100, 101, 102, 103, 104, 105), NOON))
                .contains(new GlucoseChange(5));
    }

    @Test
    void lies_on_the_line_between_the_neighbours_where_no_reading_stands() {
        assertThat(GlucoseChange.of(history(reading(-8, 100), reading(0, 108)), NOON))
                .contains(new GlucoseChange(5));
        assertThat(GlucoseChange.of(history(reading(-7, 100), reading(-3, 104), reading(0, 110)), NOON))
                .contains(new GlucoseChange(8));
    }

    @Test
    void reaches_over_no_gap_and_not_beyond_the_first_reading() {
        assertThat(GlucoseChange.of(every(10, 100, 110), NOON)).contains(new GlucoseChange(5));
        assertThat(GlucoseChange.of(every(11, 100, 110), NOON)).isEmpty();
        assertThat(GlucoseChange.of(every(4, 100, 110), NOON)).isEmpty();
        assertThat(GlucoseChange.of(GlucoseHistory.empty(), NOON)).isEmpty();
    }

    @Test
    void is_not_told_from_old_readings_or_where_the_sensor_gives_no_number() {
        assertThat(GlucoseChange.of(every(5, 120, 113), minute(10))).isPresent();
        assertThat(GlucoseChange.of(every(5, 120, 113), minute(10.1))).isEmpty();
        assertThat(GlucoseChange.of(every(5, 120, 113).with(lo(1)), minute(1))).isEmpty();
    }
}
