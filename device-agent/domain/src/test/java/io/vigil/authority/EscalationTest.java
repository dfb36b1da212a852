package io.vigil.authority;

import static io.vigil.alarm.AlarmKind.LOW;
import static io.vigil.alarm.AlarmKind.RISING_FAST;
import static io.vigil.alarm.AlarmKind.SENSOR_BATTERY_LOW;
import static io.vigil.alarm.AlarmKind.STORE_FAILING;
import static io.vigil.alarm.AlarmKind.URGENT_LOW;
import static io.vigil.authority.NightStory.moment;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmStep;
import io.vigil.alarm.Answer.Nobody;
import io.vigil.alarm.Evidence.ByStation;
import io.vigil.alarm.Finding;
import io.vigil.policy.AlarmPolicy;
import io.vigil.rule.Verdict;
import org.junit.jupiter.api.Test;

/** A call that nobody answers goes up, and sooner when nobody can have seen it. */
// [utest->req~alarm.escalates~1]
class EscalationTest {

    private final NightStory night = NightStory.begins("02:55").about(URGENT_LOW, LOW);

    @Test
    void an_urgent_low_that_nobody_answers_goes_up_rung_by_rung() {
        night.at("03:00").reads(50);
        night.at("03:03").reads(50).tells();
        night.at("03:04").reads(50).tells("urgent-low escalated").standsOnRung(1, URGENT_LOW);
        night.at("03:08").reads(50).tells("urgent-low reannounced", "urgent-low escalated");
        night.at("03:12").reads(50).tells("urgent-low reannounced", "urgent-low escalated");
        night.at("03:30").hearsNothing().standsOnRung(3, URGENT_LOW);
    }

    @Test
    void it_goes_up_in_half_the_time_while_no_screen_has_shown_it() {
        night.isWatchedByNobody().at("03:00").reads(50);
        night.at("03:01").reads(50).tells();
        night.at("03:02").reads(50).tells("urgent-low escalated");
        night.at("03:03").reads(50).isShown(URGENT_LOW).tells();
        night.at("03:07").reads(50).tells("urgent-low reannounced").standsOnRung(1, URGENT_LOW);
        night.at("03:08").reads(50).tells("urgent-low escalated").standsOnRung(2, URGENT_LOW);
    }

    @Test
    void a_screen_that_confirms_an_earlier_sounding_has_not_shown_this_one() {
        night.isWatchedByNobody().at("03:00").reads(50).isAnswered(URGENT_LOW);
        var before = night.alarm(URGENT_LOW);
        night.at("03:15").reads(50).tells("urgent-low reannounced").isShownAsSeen(before);
        night.at("03:17").reads(50).tells("urgent-low escalated");
    }

    @Test
    void a_low_goes_up_later_than_an_urgent_low() {
        night.at("03:00").reads(65);
        night.staysAt(65, "03:09").hearsNothing().standsOnRung(0, LOW);
        night.at("03:10").reads(65).tells("low reannounced", "low escalated").standsOnRung(1, LOW);
    }

    @Test
    void an_alarm_of_low_priority_stays_at_the_bedside() {
        var sensor = SubjectAlarms.of(NightStory.PATIENT, AlarmPolicy.standard(), moment("03:00"));

        assertThat(foundFor(sensor, SENSOR_BATTERY_LOW, "03:00", "09:00")).isZero();
        assertThat(RISING_FAST.priority()).isEqualTo(SENSOR_BATTERY_LOW.priority());
    }

    @Test
    void an_answer_ends_the_call_and_the_next_begins_at_the_bedside() {
        night.at("03:00").reads(50);
        night.at("03:05").reads(50).standsOnRung(1, URGENT_LOW).isAnswered(URGENT_LOW);
        night.at("03:20").reads(50).tells("urgent-low reannounced").standsOnRung(0, URGENT_LOW);
        night.at("03:23").reads(50).tells();
        night.at("03:24").reads(50).tells("urgent-low escalated").standsOnRung(1, URGENT_LOW);
    }

    @Test
    void danger_that_is_over_calls_nobody_else_but_sounds_on() {
        night.at("03:00").reads(50);
        night.at("03:02").reads(80);
        night.at("03:03").reads(90).tells("urgent-low recovered");
        night.staysAt(90, "04:00").tells().sounds(URGENT_LOW).standsOnRung(0, URGENT_LOW);
    }

    @Test
    void danger_that_comes_and_goes_cannot_keep_its_call_at_the_bedside() {
        night.at("03:00").reads(50).tells("urgent-low raised", "low raised");
        night.at("03:01").reads(80);
        night.at("03:02").reads(90).tells("urgent-low recovered");
        night.at("03:03").reads(50).tells("urgent-low cleared", "urgent-low raised", "low raised");
        night.at("03:04").reads(50).tells("urgent-low escalated").standsOnRung(1, URGENT_LOW);
    }

    @Test
    void not_knowing_stops_no_call() {
        night.at("03:00").reads(50);
        night.at("03:04").hearsNothing().tells("urgent-low escalated");
        night.at("04:00").hearsNothing().standsOnRung(3, URGENT_LOW);
    }

    // [utest->req~alarm.survives-restart~1]
    @Test
    void a_restart_neither_forgets_the_call_nor_hastens_one_that_was_shown() {
        night.at("03:00").reads(50);
        night.at("03:03").reads(50).isInterruptedByARestart();
        night.hearsNothing().tells().standsOnRung(0, URGENT_LOW);
        night.at("03:04").hearsNothing().tells("urgent-low escalated").isInterruptedByARestart();
        night.hearsNothing().tells("urgent-low escalated").standsOnRung(1, URGENT_LOW);
    }

    @Test
    void a_call_of_the_station_goes_up_though_nothing_new_is_found() {
        var station = SubjectAlarms.ofStation(AlarmPolicy.standard())
                .found(STORE_FAILING, present(), moment("03:00"))
                .alarms();

        assertThat(station.waited(moment("03:01")).changes()).isEmpty();
        assertThat(station.waited(moment("03:02")).changes())
                .extracting(AlarmChange::to)
                .containsExactly(AlarmStep.ESCALATED);
        assertThat(station.waited(moment("03:05")).changes())
                .extracting(AlarmChange::to)
                .containsExactly(AlarmStep.REANNOUNCED, AlarmStep.ESCALATED);
    }

    private static int foundFor(SubjectAlarms alarms, AlarmKind kind, String from, String to) {
        var next = alarms.found(kind, present(), moment(from)).alarms();
        for (var minute = moment(from); minute.isBefore(moment(to)); minute = minute.plusSeconds(60)) {
            next = next.waited(minute).alarms();
        }
        return ((Nobody) next.open().getFirst().state().answer()).rung();
    }

    private static Verdict present() {
        return new Verdict(Finding.PRESENT, new ByStation("It is so"));
    }
}
