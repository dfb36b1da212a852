package io.vigil.alarm;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

// [utest->req~alarm.escalates~1]
class LadderTest {

    private final Ladder ladder = new Ladder(List.of(ofMinutes(4), ofMinutes(8)), List.of(ofMinutes(2), ofMinutes(8)));

    @Test
    void reaches_each_rung_when_its_wait_is_over_and_not_before() {
        assertThat(ladder.rungAfter(Duration.ZERO, true)).isZero();
        assertThat(ladder.rungAfter(ofSeconds(239), true)).isZero();
        assertThat(ladder.rungAfter(ofMinutes(4), true)).isEqualTo(1);
        assertThat(ladder.rungAfter(ofSeconds(479), true)).isEqualTo(1);
        assertThat(ladder.rungAfter(ofMinutes(8), true)).isEqualTo(2);
        assertThat(ladder.rungAfter(ofMinutes(800), true))
                .isEqualTo(ladder.top())
                .isEqualTo(2);
    }

    @Test
    void goes_up_sooner_while_no_screen_has_shown_the_alarm() {
        assertThat(ladder.rungAfter(ofSeconds(119), false)).isZero();
        assertThat(ladder.rungAfter(ofMinutes(2), false)).isEqualTo(1);
        assertThat(ladder.rungAfter(ofMinutes(8), false)).isEqualTo(2);
    }

    @Test
    void without_rungs_a_call_stays_at_the_bedside() {
        assertThat(Ladder.NONE.top()).isZero();
        assertThat(Ladder.NONE.rungAfter(ofMinutes(800), false)).isZero();
    }

    @Test
    void a_ward_begins_with_high_soonest_and_low_not_at_all() {
        var high = Ladder.standard(AlarmPriority.HIGH);
        var medium = Ladder.standard(AlarmPriority.MEDIUM);

        assertThat(high.shown()).containsExactly(ofMinutes(4), ofMinutes(8), ofMinutes(12));
        assertThat(high.unshown()).containsExactly(ofMinutes(2), ofMinutes(4), ofMinutes(6));
        assertThat(medium.shown()).containsExactly(ofMinutes(10), ofMinutes(20), ofMinutes(30));
        assertThat(medium.unshown()).containsExactly(ofMinutes(5), ofMinutes(10), ofMinutes(15));
        assertThat(Ladder.standard(AlarmPriority.LOW)).isEqualTo(Ladder.NONE);
    }

    @Test
    void cannot_be_made_where_a_rung_lies_below_another_or_an_unseen_alarm_waits_longer() {
        refused(List.of(ofMinutes(4)), List.of(), "the same rungs");
        refused(List.of(Duration.ZERO), List.of(Duration.ZERO), "after the one below");
        refused(List.of(ofMinutes(4), ofMinutes(4)), List.of(ofMinutes(2), ofMinutes(4)), "after the one below");
        refused(List.of(ofMinutes(4), ofMinutes(8)), List.of(ofMinutes(2), ofMinutes(1)), "after the one below");
        refused(List.of(ofMinutes(4), ofMinutes(8)), List.of(ofMinutes(2), ofMinutes(9)), "no later than another");
    }

    private static void refused(List<Duration> shown, List<Duration> unshown, String why) {
        assertThatThrownBy(() -> new Ladder(shown, unshown))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
