package io.vigil.authority;

import static io.vigil.alarm.AlarmKind.HIGH;
import static io.vigil.alarm.AlarmKind.LOW;
import static io.vigil.alarm.AlarmKind.SIGNAL_LOST;
import static io.vigil.alarm.AlarmKind.URGENT_LOW;
import static io.vigil.authority.NightStory.moment;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmId;
import org.junit.jupiter.api.Test;

/** What comes late is judged by its own time: a low that nobody saw is told when it is known. */
// [utest->req~alarm.late-low-is-told~1]
class LateReadingTest {

    private final NightStory night = NightStory.begins("02:55").about(URGENT_LOW, LOW, HIGH, SIGNAL_LOST);

    @Test
    void an_urgent_low_of_a_silent_hour_sounds_when_it_is_known_and_stays_until_answered() {
        night.at("03:00").reads(100);
        night.at("04:00").reads(90).isClear();

        night.at("04:01").hearsLateOf("03:30", 50);

        night.tells("urgent-low raised", "low raised", "low recovered", "low cleared")
                .sounds(URGENT_LOW)
                .showsWorst(URGENT_LOW, 50);
        night.at("04:05")
                .reads(95)
                .tells("urgent-low recovered")
                .isAnswered(URGENT_LOW)
                .isClear();
    }

    @Test
    void the_newest_reading_is_told_too_when_it_is_too_old_to_trust() {
        night.at("03:00").reads(100);
        night.at("04:00").hearsLateOf("03:30", 50).sounds(URGENT_LOW, SIGNAL_LOST, LOW);
        night.at("04:01").hearsNothing().sounds(URGENT_LOW, SIGNAL_LOST, LOW);
    }

    @Test
    void one_excursion_is_one_alarm_however_its_readings_come() {
        night.at("03:00").reads(100);
        night.at("04:00").reads(90);
        night.at("04:01").hearsLateOf("03:30", 65).tells("low raised", "low recovered", "low cleared");
        night.at("04:02").hearsLateOf("03:35", 66).tells();
        night.at("04:03").hearsLateOf("03:25", 67).tells();
        night.at("04:04").hearsLateOf("03:20", 90).tells();
        night.at("04:05").hearsLateOf("03:15", 66).tells("low raised", "low recovered", "low cleared");
    }

    @Test
    void a_hole_in_an_alarm_that_is_over_is_no_new_one() {
        night.at("03:00").reads(65);
        night.at("03:10").reads(66).isAnswered(LOW);
        night.at("03:15").reads(80).isClear();

        night.at("03:16").hearsLateOf("03:05", 60).tells().isClear();
    }

    @Test
    void a_low_far_from_all_that_was_told_is_a_new_one() {
        night.at("03:00").reads(100);
        night.at("05:00").reads(90);
        night.at("05:01").hearsLateOf("03:30", 65).tells("low raised", "low recovered", "low cleared");
        night.at("05:02").hearsLateOf("03:51", 65).tells("low raised", "low recovered", "low cleared");
        night.at("05:03").hearsLateOf("04:11", 65).tells();
    }

    @Test
    void a_worse_reading_of_an_open_alarm_is_its_worst_and_rings_no_second_time() {
        night.at("03:00").reads(53);
        night.at("03:02").reads(52).isAnswered(URGENT_LOW);
        night.at("03:03").hearsLateOf("03:01", 41).tells().isQuiet().showsWorst(URGENT_LOW, 41);
    }

    @Test
    void a_late_low_from_after_a_recovery_is_a_new_alarm() {
        night.at("03:00").reads(50);
        night.at("03:01").reads(80);
        night.at("03:02").reads(90).tells("urgent-low recovered");

        night.at("03:20").hearsLateOf("03:10", 45);

        night.tells("urgent-low cleared", "urgent-low raised", "low raised", "urgent-low escalated");
        assertThat(night.alarm(URGENT_LOW).id().raisedAt()).isEqualTo(moment("03:20"));
    }

    @Test
    void a_late_low_from_before_a_recovery_belongs_to_it() {
        night.at("03:00").reads(50);
        night.at("03:02").reads(80);
        night.at("03:04").reads(90).tells("urgent-low recovered");

        night.at("03:05").hearsLateOf("03:01", 45).tells().showsWorst(URGENT_LOW, 45);
    }

    @Test
    void an_alarm_of_another_kind_between_makes_no_new_one_of_it() {
        night.at("03:00").reads(65);
        night.at("03:10").reads(66);
        night.at("03:15").reads(100).isClear();
        night.at("03:26").reads(260);
        night.at("03:27").reads(260).tells("high raised");

        night.at("03:28").hearsLateOf("03:05", 60).tells();
    }

    @Test
    void a_late_reading_in_range_tells_nothing_new() {
        night.at("03:00").reads(100);
        night.at("04:00").reads(90);
        night.at("04:01").hearsLateOf("03:30", 100).tells().isClear();
    }

    // [utest->req~alarm.one-id-one-alarm~1]
    @Test
    void two_lows_that_come_at_once_are_two_alarms() {
        night.at("03:00").reads(100);
        night.at("03:20");
        night.hearsLateOf("03:05", 65)
                .hearsLateOf("03:10", 80)
                .hearsLateOf("03:15", 66)
                .hearsLateOf("03:20", 80);

        night.tells("low raised", "low recovered", "low cleared", "low raised", "low recovered", "low cleared");
        assertThat(night.raised(LOW))
                .extracting(AlarmId::raisedAt)
                .containsExactly(moment("03:20"), moment("03:20").plusNanos(1_000));
    }

    // [utest->req~alarm.one-id-one-alarm~1]
    @Test
    void an_answer_to_the_first_of_two_urgent_lows_that_come_at_once_does_not_silence_the_second() {
        night.at("03:20");
        night.hearsLateOf("03:00", 50)
                .hearsLateOf("03:05", 80)
                .hearsLateOf("03:10", 80)
                .hearsLateOf("03:15", 48);

        assertThat(night.raised(URGENT_LOW)).hasSize(2).doesNotHaveDuplicates();
        night.isAnswered(night.raised(URGENT_LOW).getFirst(), moment("03:20")).sounds(URGENT_LOW, LOW);
    }

    // [utest->req~alarm.one-id-one-alarm~1]
    @Test
    void a_restart_between_two_lows_that_come_at_once_makes_them_no_less_two() {
        night.at("03:20");
        night.hearsLateOf("03:05", 65).hearsLateOf("03:10", 80).isInterruptedByARestart();
        night.hearsLateOf("03:15", 66);

        assertThat(night.raised(LOW)).hasSize(2).doesNotHaveDuplicates();
    }
}
