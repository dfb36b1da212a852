package io.vigil.agent.foresight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigil.glucose.Glucose;
import io.vigil.glucose.Reading;
import io.vigil.glucose.Reading.Measured;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pins the judge: made recordings of which every figure can be counted by hand. Frozen, as the judge is. */
class WarningJudgeTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void a_low_is_three_readings_in_a_row_after_half_an_hour_without() {
        var night = night("00:00", 90, 88, 85, 80, 75, 71, 69, 66, 65, 72, 69, 68, 67, 90);

        assertThat(LowEvents.of(night))
                .as("the second dip is part of the first")
                .containsExactly(6);
    }

    @Test
    void two_readings_are_no_low_and_seventy_is_none() {
        assertThat(LowEvents.of(night("00:00", 90, 88, 85, 80, 75, 71, 69, 66, 70, 72)))
                .isEmpty();
    }

    @Test
    void a_low_comes_again_half_an_hour_after_the_last_reading_of_the_one_before() {
        assertThat(LowEvents.of(night("00:00", 90, 88, 85, 80, 69, 68, 67, 70, 72, 74, 75, 72, 69, 68, 67)))
                .containsExactly(4, 12);
        assertThat(LowEvents.of(night("00:00", 90, 88, 85, 80, 69, 68, 67, 70, 72, 74, 75, 69, 68, 67)))
                .as("after 25 minutes only")
                .containsExactly(4);
    }

    @Test
    void a_low_that_begins_with_the_recording_or_right_after_a_gap_could_not_be_foreseen() {
        assertThat(LowEvents.of(night("00:00", 69, 68, 67, 66))).isEmpty();

        var beforeTheGap = night("00:00", 90, 90, 90, 90, 90).readings();
        var afterTheGap = night("02:00", 80, 75, 69, 68, 67).readings();
        var both = new ArrayList<Reading>(beforeTheGap);
        both.addAll(afterTheGap);
        assertThat(LowEvents.of(Person.of("gap", both))).isEmpty();
    }

    @Test
    void an_alarm_half_an_hour_before_is_a_hit_and_its_lead_is_the_distance() {
        var night = night("00:00", 99, 98, 97, 96, 95, 90, 85, 80, 69, 68, 67);

        assertThat(judge(night, 2).leads()).containsExactly(30.0);
        assertThat(judge(night, 4, 5, 6).leads()).containsExactly(20.0);
        assertThat(judge(night, 7).leads()).containsExactly(5.0);
    }

    @Test
    void an_alarm_that_comes_with_the_low_or_more_than_half_an_hour_before_it_is_no_hit() {
        var night = night("00:00", 99, 98, 97, 96, 95, 90, 85, 80, 69, 68, 67);

        assertThat(judge(night, 8, 9).leads()).isEmpty();
        assertThat(judge(night, 1).leads()).isEmpty();
        assertThat(judge(night, 1).falseAlarms()).isEqualTo(1);
    }

    @Test
    void an_alarm_that_stands_when_the_half_hour_begins_has_the_longest_lead_of_thirty_minutes() {
        var night = night("00:00", 99, 98, 97, 96, 95, 90, 85, 80, 69, 68, 67);

        assertThat(judge(night, 0, 1, 2, 3, 4, 5, 6, 7).leads()).containsExactly(30.0);
    }

    @Test
    void an_alarm_is_false_when_no_low_reading_follows_in_half_an_hour() {
        var night = night("00:00", 99, 90, 80, 75, 72, 74, 76, 80, 85, 90, 95, 99);

        assertThat(judge(night, 3, 4).falseAlarms()).isEqualTo(1);
        assertThat(judge(night, 3, 4).events()).isZero();
        assertThat(judge(night, 3, 4).days()).isCloseTo(55 / 1440.0, within(1e-9));
    }

    @Test
    void a_single_low_reading_makes_no_event_and_no_false_alarm() {
        var night = night("00:00", 99, 90, 80, 75, 72, 69, 76, 80, 85, 90, 95, 99);

        assertThat(judge(night, 3).falseAlarms()).isZero();
        assertThat(judge(night, 5).falseAlarms()).as("given under 70").isZero();
        assertThat(judge(night, 6).falseAlarms()).as("given after it").isEqualTo(1);
    }

    @Test
    void an_alarm_that_returns_within_half_an_hour_is_the_same_and_one_after_it_is_another() {
        var well = night("00:00", 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80);

        assertThat(judge(well, 0, 1, 5).falseAlarms()).isEqualTo(1);
        assertThat(judge(well, 0, 6).falseAlarms()).isEqualTo(2);
    }

    @Test
    void an_alarm_that_stands_on_is_one_alarm_and_is_told_again_every_half_hour() {
        var well = night("00:00", 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80);
        var judged = judge(well, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);

        assertThat(judged.falseAlarms()).isEqualTo(1);
        assertThat(judged.falseTold()).isEqualTo(3);
    }

    @Test
    void a_gap_counts_as_half_an_hour_of_watching() {
        var both = new ArrayList<Reading>(night("00:00", 90, 90, 90).readings());
        both.addAll(night("12:00", 90, 90).readings());

        assertThat(Person.of("gap", both).days()).isCloseTo((10 + 30 + 5) / 1440.0, within(1e-9));
    }

    @Test
    void people_are_counted_together_and_their_days_too() {
        var one = new Judged("one", 4, List.of(5.0, 10.0, 30.0), 2, 3, 1);
        var other = new Judged("other", 1, List.of(20.0), 1, 1, 3);

        assertThat(Foresight.of(List.of(one, other))).isEqualTo(new Foresight(2, 5, 80, 10, 0.75, 1));
    }

    @Test
    void people_drawn_anew_move_a_figure_between_those_of_the_best_and_the_worst() {
        var good = new Judged("good", 10, List.of(5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 5.0), 0, 0, 1);
        var bad = new Judged("bad", 10, List.of(5.0), 0, 0, 1);

        assertThat(Resampled.of(List.of(good, bad), Foresight::sensitivity)).isEqualTo(new Resampled(10, 100));
        assertThat(Resampled.of(List.of(good, good), Foresight::sensitivity)).isEqualTo(new Resampled(100, 100));
    }

    private static Judged judge(Person person, Integer... standing) {
        var at = new BitSet();
        Arrays.stream(standing).forEach(at::set);
        return WarningJudge.judge(person, at);
    }

    private static Person night(String from, double... everyFiveMinutes) {
        var begin = MIDNIGHT.plusSeconds(LocalTime.parse(from).toSecondOfDay());
        var readings = new ArrayList<Reading>();
        for (var i = 0; i < everyFiveMinutes.length; i++) {
            readings.add(new Measured(begin.plusSeconds(300L * i), Glucose.mgPerDl(everyFiveMinutes[i])));
        }
        return Person.of("night", readings);
    }
}
