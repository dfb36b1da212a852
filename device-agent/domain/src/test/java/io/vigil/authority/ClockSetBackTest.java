package io.vigil.authority;

import static io.vigil.alarm.AlarmKind.DISK_FILLING;
import static io.vigil.alarm.AlarmKind.HIGH;
import static io.vigil.alarm.AlarmKind.LOW;
import static io.vigil.alarm.AlarmKind.SIGNAL_LOST;
import static io.vigil.alarm.AlarmKind.URGENT_LOW;
import static io.vigil.authority.NightStory.moment;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.Evidence.ByStation;
import io.vigil.alarm.Finding;
import io.vigil.policy.AlarmPolicy;
import io.vigil.rule.Verdict;
import org.junit.jupiter.api.Test;

/** A station that starts again may find its clock set back, by an hour or by a little. When in doubt, it sounds. */
// [utest->req~alarm.clock-set-back~1]
class ClockSetBackTest {

    private final NightStory night = NightStory.begins("01:55").about(URGENT_LOW, LOW, HIGH, SIGNAL_LOST);

    @Test
    void an_answer_from_the_future_keeps_nothing_quiet() {
        night.at("03:00").reads(50).isAnswered(URGENT_LOW).isInterruptedByARestartAt("02:00");

        night.hearsNothing().tells("urgent-low reannounced").sounds(URGENT_LOW);
        night.isAnswered(URGENT_LOW).isQuiet();
        night.at("02:14").hearsNothing().tells().isQuiet();
        night.at("02:15").hearsNothing().tells("urgent-low reannounced");
    }

    @Test
    void an_answer_from_a_minute_ahead_keeps_nothing_quiet() {
        night.at("03:00").reads(65).isAnswered(LOW).isInterruptedByARestartAt("02:59");

        night.hearsNothing().tells("low reannounced").sounds(LOW);
    }

    @Test
    void what_last_sounded_in_the_future_sounds_anew_at_once_and_every_five_minutes() {
        night.at("03:00").reads(50).isInterruptedByARestartAt("02:00");

        night.hearsNothing().tells("urgent-low reannounced", "urgent-low escalated");
        night.at("02:04").hearsNothing().tells();
        night.at("02:05").hearsNothing().tells("urgent-low reannounced");
    }

    // [utest->req~alarm.escalates~1]
    @Test
    void a_call_that_has_waited_nobody_knows_how_long_goes_up_by_one_and_then_by_the_clock_again() {
        night.at("03:00").reads(50).isInterruptedByARestartAt("02:00");

        night.hearsNothing().tells("urgent-low reannounced", "urgent-low escalated");
        night.at("02:07").hearsNothing().tells("urgent-low reannounced");
        night.at("02:08").hearsNothing().tells("urgent-low escalated");
    }

    @Test
    void what_was_read_before_an_alarm_was_raised_does_not_end_it() {
        night.at("02:00").reads(120);
        night.at("02:05").reads(120);
        night.at("03:00").reads(50).isAnswered(URGENT_LOW).isInterruptedByARestartAt("02:06");

        night.hearsNothing().tells("urgent-low reannounced").sounds(URGENT_LOW).isOpen(URGENT_LOW, LOW);
    }

    @Test
    void an_alarm_ends_as_ever_once_its_time_has_come_again() {
        night.at("02:58").reads(65).isInterruptedByARestartAt("02:50");

        night.at("02:56").reads(80).isOpen(LOW);
        night.at("02:59").reads(81).tells("low recovered", "low cleared").isClear();
    }

    @Test
    void what_the_station_finds_of_itself_is_of_the_present() {
        var station = SubjectAlarms.ofStation(AlarmPolicy.standard());
        var full = new ByStation("The disk is filling");

        var filling = station.found(DISK_FILLING, new Verdict(Finding.PRESENT, full), moment("03:00"))
                .alarms();

        assertThat(filling.found(DISK_FILLING, new Verdict(Finding.ABSENT, full), moment("02:00"))
                        .alarms()
                        .open())
                .isEmpty();
    }
}
