package io.vigil.glucose;

import static io.vigil.glucose.Readings.NOON;
import static io.vigil.glucose.Readings.every;
import static io.vigil.glucose.Readings.history;
import static io.vigil.glucose.Readings.minute;
import static io.vigil.glucose.Readings.reading;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GlucoseHistoryTest {

    @Test
    void begins_with_nothing() {
        assertThat(GlucoseHistory.empty().isEmpty()).isTrue();
        assertThat(GlucoseHistory.empty().readings()).isEmpty();
        assertThat(GlucoseHistory.empty().latest()).isEmpty();
        assertThat(GlucoseHistory.empty().until(NOON).since(NOON).trimmedTo(ofMinutes(5)))
                .isEqualTo(GlucoseHistory.empty());
    }

    @Test
    void puts_a_reading_at_its_place_in_time() {
        var history =
                history(reading(5, 110), reading(0, 100)).with(reading(3, 105)).with(reading(-1, 99));

        assertThat(history.readings())
                .containsExactly(reading(-1, 99), reading(0, 100), reading(3, 105), reading(5, 110));
        assertThat(history.size()).isEqualTo(4);
        assertThat(history.latest()).contains(reading(5, 110));
    }

    @Test
    void is_changed_by_no_moment_that_is_there_already() {
        var history = history(reading(0, 100), reading(5, 110));

        assertThat(history.with(reading(0, 50))).isSameAs(history);
        assertThat(history.with(reading(5, 50))).isSameAs(history);
    }

    @Test
    void does_not_feel_what_grows_from_it() {
        var trunk = history(reading(0, 100));
        var branch = trunk.with(reading(5, 110));
        var other = trunk.with(reading(5, 120));
        var third = trunk.with(reading(1, 101)).with(reading(5, 130));

        assertThat(trunk.readings()).containsExactly(reading(0, 100));
        assertThat(branch.readings()).containsExactly(reading(0, 100), reading(5, 110));
        assertThat(other.readings()).containsExactly(reading(0, 100), reading(5, 120));
        assertThat(third.readings()).containsExactly(reading(0, 100), reading(1, 101), reading(5, 130));
    }

    @Test
    void a_cut_goes_on_by_itself() {
        var whole = every(5, 90, 95, 100, 105);
        var cut = whole.until(minute(-5)).with(reading(-4, 77));

        assertThat(whole).isEqualTo(every(5, 90, 95, 100, 105));
        assertThat(cut.readings())
                .containsExactly(reading(-15, 90), reading(-10, 95), reading(-5, 100), reading(-4, 77));
    }

    @Test
    void is_cut_with_the_moment_itself() {
        var history = every(5, 90, 95, 100, 105);

        assertThat(history.until(minute(-5))).isEqualTo(history(reading(-15, 90), reading(-10, 95), reading(-5, 100)));
        assertThat(history.until(minute(-5.1))).isEqualTo(history(reading(-15, 90), reading(-10, 95)));
        assertThat(history.until(minute(-16)).isEmpty()).isTrue();
        assertThat(history.until(NOON)).isSameAs(history);
        assertThat(history.since(minute(-5))).isEqualTo(history(reading(-5, 100), reading(0, 105)));
        assertThat(history.since(minute(-4.9))).isEqualTo(history(reading(0, 105)));
        assertThat(history.since(minute(1)).isEmpty()).isTrue();
        assertThat(history.since(minute(-15))).isSameAs(history);
    }

    @Test
    void is_trimmed_back_from_its_newest() {
        assertThat(every(5, 90, 95, 100, 105).trimmedTo(ofMinutes(10)))
                .isEqualTo(history(reading(-10, 95), reading(-5, 100), reading(0, 105)));
    }

    @Test
    void knows_its_latest_for_a_while() {
        var history = every(5, 90, 95);

        assertThat(history.latestWithin(ofMinutes(20), minute(20))).contains(reading(0, 95));
        assertThat(history.latestWithin(ofMinutes(20), minute(20.1))).isEmpty();
    }

    @Test
    void believes_a_clock_that_runs_a_minute_ahead_and_no_more() {
        var history = history(reading(0, 95), reading(1, 50), reading(60, 400));

        assertThat(history.latestWithin(ofMinutes(20), NOON)).contains(reading(1, 50));
        assertThat(history.latestWithin(ofMinutes(20), minute(-0.1))).contains(reading(0, 95));
    }

    @Test
    void gives_its_newest_few() {
        assertThat(every(5, 90, 95, 100).newest(2)).containsExactly(reading(-5, 95), reading(0, 100));
        assertThat(every(5, 90).newest(2)).containsExactly(reading(0, 90));
    }

    @Test
    void cannot_be_written_on() {
        assertThatThrownBy(() -> every(5, 90, 95).readings().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> every(5, 90, 95).readings().set(0, reading(0, 1)))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void is_the_same_when_it_holds_the_same() {
        assertThat(every(5, 90, 95))
                .isEqualTo(history(reading(0, 95), reading(-5, 90)))
                .hasSameHashCodeAs(history(reading(0, 95), reading(-5, 90)))
                .isNotEqualTo(every(5, 90, 96))
                .hasToString(every(5, 90, 95).readings().toString());
    }

    /** Against a sorted map, through any mixture of growing, late readings, repeats, branches and cuts. */
    @Test
    void holds_what_a_sorted_map_would_hold() {
        for (var seed = 0; seed < 200; seed++) {
            var chance = new Random(seed);
            var history = GlucoseHistory.empty();
            var expected = new TreeMap<Integer, Reading>();
            var kept = new ArrayList<GlucoseHistory>();
            var remembered = new ArrayList<List<Reading>>();
            for (var step = 0; step < 120; step++) {
                var minute = chance.nextInt(4) == 0 ? chance.nextInt(200) : step * 2;
                var reading = reading(minute, 40 + chance.nextInt(300));
                history = history.with(reading);
                expected.putIfAbsent(minute, reading);
                if (chance.nextInt(20) == 0) {
                    history = history.since(minute(step));
                    expected.headMap(step).clear();
                }
                assertThat(history.readings()).containsExactlyElementsOf(expected.values());
                kept.add(history);
                remembered.add(List.copyOf(history.readings()));
                history.with(reading(10_000 + step, 99));
            }
            for (var i = 0; i < kept.size(); i++) {
                assertThat(kept.get(i).readings()).isEqualTo(remembered.get(i));
            }
            assertThat(history.readings()).isSortedAccordingTo(Comparator.comparing(Reading::at));
        }
    }
}
