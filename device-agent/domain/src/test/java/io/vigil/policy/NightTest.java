package io.vigil.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~policy.night-by-the-wall~1]
class NightTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Night TEN_TO_SEVEN = new Night(LocalTime.of(22, 0), LocalTime.of(7, 0));

    @ParameterizedTest
    @CsvSource({
        "2026-01-10T20:59:59Z, false",
        "2026-01-10T21:00:00Z, true",
        "2026-01-10T23:30:00Z, true",
        "2026-01-11T05:59:59Z, true",
        "2026-01-11T06:00:00Z, false",
        "2026-07-10T20:00:00Z, true",
        "2026-07-10T19:59:59Z, false"
    })
    void lasts_from_its_evening_to_its_morning_by_the_clock_on_the_wall(Instant now, boolean night) {
        assertThat(TEN_TO_SEVEN.holds(now, BERLIN)).isEqualTo(night);
    }

    @Test
    void lies_within_one_day_where_it_begins_before_it_ends() {
        var siesta = new Night(LocalTime.of(13, 0), LocalTime.of(15, 0));

        assertThat(siesta.holds(Instant.parse("2026-01-10T13:00:00Z"), BERLIN)).isTrue();
        assertThat(siesta.holds(Instant.parse("2026-01-10T14:00:00Z"), BERLIN)).isFalse();
        assertThat(siesta.holds(Instant.parse("2026-01-10T23:00:00Z"), BERLIN)).isFalse();
    }

    @Test
    void is_never_where_it_ends_when_it_begins() {
        var none = new Night(LocalTime.of(7, 0), LocalTime.of(7, 0));

        assertThat(lengthOn("2026-01-10", none)).isZero();
    }

    @Test
    void is_an_hour_shorter_when_clocks_go_forward_and_an_hour_longer_when_they_go_back() {
        assertThat(lengthOn("2026-03-20", TEN_TO_SEVEN)).isEqualTo(Duration.ofHours(9));
        assertThat(lengthOn("2026-03-28", TEN_TO_SEVEN)).isEqualTo(Duration.ofHours(8));
        assertThat(lengthOn("2026-10-24", TEN_TO_SEVEN)).isEqualTo(Duration.ofHours(10));
    }

    @Test
    void ends_once_though_the_clock_on_the_wall_tells_its_last_hour_twice() {
        var endsAmidTheHour = new Night(LocalTime.of(22, 0), LocalTime.of(2, 30));

        assertThat(turns("2026-10-24", endsAmidTheHour)).isEqualTo(2);
        assertThat(turns("2026-03-28", endsAmidTheHour)).isEqualTo(2);
    }

    /** Of the day from noon to noon. */
    private static Duration lengthOn(String day, Night night) {
        var noon = Instant.parse(day + "T12:00:00Z");
        var minutes = 0;
        for (var minute = 0; minute < 24 * 60; minute++) {
            if (night.holds(noon.plus(Duration.ofMinutes(minute)), BERLIN)) {
                minutes++;
            }
        }
        return Duration.ofMinutes(minutes);
    }

    private static int turns(String day, Night night) {
        var noon = Instant.parse(day + "T12:00:00Z");
        var turns = 0;
        for (var minute = 1; minute < 24 * 60; minute++) {
            var before = night.holds(noon.plus(Duration.ofMinutes(minute - 1)), BERLIN);
            if (before != night.holds(noon.plus(Duration.ofMinutes(minute)), BERLIN)) {
                turns++;
            }
        }
        return turns;
    }
}
