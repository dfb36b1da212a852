package io.vigil.authority;

import static io.vigil.glucose.Readings.minute;
import static io.vigil.glucose.Readings.reading;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.glucose.GlucoseHistory;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExcursionTest {

    private final Excursion excursion = new Excursion(minute(10), minute(20));

    @Test
    void grows_to_hold_what_joins_it() {
        assertThat(excursion.joinedBy(Excursion.begunAt(minute(15)))).isEqualTo(excursion);
        assertThat(excursion.joinedBy(Excursion.begunAt(minute(5)))).isEqualTo(new Excursion(minute(5), minute(20)));
        assertThat(excursion.joinedBy(Excursion.begunAt(minute(30)))).isEqualTo(new Excursion(minute(10), minute(30)));
    }

    @Test
    void is_as_far_as_its_nearer_edge() {
        assertThat(excursion.distanceTo(minute(4))).isEqualTo(ofMinutes(6));
        assertThat(excursion.distanceTo(minute(10))).isEqualTo(ZERO);
        assertThat(excursion.distanceTo(minute(20))).isEqualTo(ZERO);
        assertThat(excursion.distanceTo(minute(27))).isEqualTo(ofMinutes(7));
    }

    @Test
    void knows_what_lies_between_it_and_a_moment() {
        var history = GlucoseHistory.of(
                List.of(reading(5, 1), reading(8, 2), reading(10, 3), reading(20, 4), reading(22, 5), reading(25, 6)));

        assertThat(history.readings()).hasSize(6);
        assertThat(excursion.between(minute(8), history).readings()).containsExactly(reading(8, 2), reading(10, 3));
        assertThat(excursion.between(minute(22), history).readings()).containsExactly(reading(20, 4), reading(22, 5));
        assertThat(excursion.between(minute(20), history).readings()).containsExactly(reading(20, 4));
    }
}
