package io.vigil.authority;

import static io.vigil.alarm.AlarmKind.HIGH;
import static io.vigil.alarm.AlarmKind.LOW;
import static io.vigil.alarm.AlarmKind.SIGNAL_LOST;
import static io.vigil.alarm.AlarmKind.URGENT_LOW;
import static io.vigil.alarm.AlarmKind.VERY_HIGH;
import static io.vigil.authority.NightStory.moment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.alarm.AlarmSignal;
import io.vigil.alarm.Shelf;
import io.vigil.alarm.SoundPause;
import io.vigil.policy.AlarmPolicy;
import io.vigil.ward.PatientId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One kind of alarm, put aside by a person for a while: judged and told as ever, without a sound. */
// [utest->req~alarm.shelving~1]
class ShelvingTest {

    private final NightStory night = NightStory.begins("02:55").about(URGENT_LOW, LOW, HIGH, VERY_HIGH, SIGNAL_LOST);

    @Test
    void what_lies_on_a_shelf_is_told_and_makes_no_sound() {
        night.at("03:00").reads(100).isShelvedUntil("05:00", SIGNAL_LOST);
        night.at("03:20").hearsNothing().tells("signal-lost raised").isQuiet().isOpen(SIGNAL_LOST);
        night.at("04:59").hearsNothing().tells().isQuiet().standsOnRung(0, SIGNAL_LOST);
        night.reads(100).tells("signal-lost recovered", "signal-lost cleared").isClear();
    }

    @Test
    void it_signals_that_it_is_shelved_even_when_it_was_answered() {
        night.at("03:00").reads(65).isShelvedUntil("05:00", LOW);
        var shelves = List.of(shelf("03:00", "05:00"));
        var at = moment("03:01");

        assertThat(AlarmSignal.of(night.alarm(LOW), SoundPause.begun(at, "Ward screen"), shelves, at))
                .isEqualTo(AlarmSignal.SHELVED);
        night.isAnswered(LOW);
        assertThat(AlarmSignal.of(night.alarm(LOW), SoundPause.NONE, shelves, at))
                .isEqualTo(AlarmSignal.SHELVED);
        assertThat(AlarmSignal.of(night.alarm(LOW), SoundPause.NONE, shelves, moment("05:00")))
                .isEqualTo(AlarmSignal.ANSWERED);
        assertThat(AlarmSignal.of(night.alarm(LOW), SoundPause.NONE, List.of(shelfOfAnother()), at))
                .isEqualTo(AlarmSignal.ANSWERED);
    }

    @Test
    void still_open_when_the_shelf_ends_it_sounds_anew_at_once_and_calls_from_the_bedside() {
        night.at("03:00").reads(65).isShelvedUntil("03:30", LOW);
        night.staysAt(65, "03:29").hearsNothing().tells().isQuiet();
        night.at("03:30").reads(65).tells("low reannounced").sounds(LOW).standsOnRung(0, LOW);
        night.at("03:31").reads(65).tells();
        night.at("03:35").reads(65).tells("low reannounced");
        night.at("03:40").reads(65).tells("low reannounced", "low escalated");
    }

    @Test
    void a_shelf_shorter_than_a_reminder_ends_with_a_sound_too() {
        night.at("03:00").reads(65);
        night.at("03:01").isShelvedUntil("03:03", LOW);
        night.at("03:02").reads(65).tells().isQuiet();
        night.at("03:03").reads(65).tells("low reannounced").sounds(LOW);
    }

    @Test
    void taken_off_its_shelf_it_sounds_anew_at_once() {
        night.at("03:00").reads(65).isShelvedUntil("05:00", LOW);
        night.at("03:02").isUnshelved(LOW).tells("low reannounced").sounds(LOW);
        night.at("03:03").isUnshelved(LOW).tells();
    }

    @Test
    void what_is_not_open_leaves_its_shelf_in_silence() {
        night.at("03:00")
                .reads(100)
                .isShelvedUntil("03:10", LOW)
                .isUnshelved(LOW)
                .tells();
        night.isShelvedUntil("03:05", LOW);
        night.at("03:06").reads(100).tells();
        night.at("03:07").reads(65).tells("low raised").sounds(LOW);
    }

    @Test
    void an_answer_given_meanwhile_holds_beyond_the_shelf() {
        night.at("03:00").reads(65).isShelvedUntil("03:10", LOW);
        night.at("03:05").reads(65).isAnswered(LOW);
        night.at("03:10").reads(65).tells().isQuiet();
        night.at("03:24").reads(65).isQuiet();
        night.at("03:25").reads(65).tells("low reannounced").sounds(LOW);
    }

    @Test
    void a_quiet_that_ends_on_the_shelf_is_over_when_the_shelf_is() {
        night.at("03:00").reads(65).isAnswered(LOW).isShelvedUntil("04:00", LOW);
        night.staysAt(65, "03:59").hearsNothing().tells().isQuiet();
        night.at("04:00").reads(65).tells("low reannounced").sounds(LOW);
    }

    // [utest->req~alarm.worse-breaks-through~1]
    @Test
    void the_worse_and_the_opposite_break_through() {
        night.at("03:00").reads(65).isShelvedUntil("05:00", LOW);
        night.at("03:05").reads(54).tells("urgent-low raised").sounds(URGENT_LOW);
        night.at("03:30").reads(260);
        night.at("03:35").reads(260).sounds(URGENT_LOW, HIGH);
    }

    @Test
    void a_greater_one_on_a_shelf_speaks_for_nobody() {
        night.at("03:00").reads(320);
        night.at("03:01").reads(320).tells("very-high raised", "high raised").isShelvedUntil("05:00", VERY_HIGH);
        night.at("03:05").reads(320).tells().sounds(HIGH);
        night.at("03:06").reads(320).tells("high reannounced");
    }

    @Test
    void an_urgent_alarm_is_never_put_aside() {
        assertThatThrownBy(() -> night.at("03:00").reads(50).isShelvedUntil("03:30", URGENT_LOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("An alarm of high priority is never put aside: answer it.");
    }

    @Test
    void a_shelf_of_one_patient_holds_no_alarm_of_another() {
        var other = SubjectAlarms.of(new PatientId("bed-03"), AlarmPolicy.standard(), moment("03:00"));

        assertThatThrownBy(() -> other.shelve(shelf("03:00", "05:00")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A shelf of bed-07 holds no alarm of bed-03.");
    }

    @Test
    void only_what_holds_now_is_told_as_shelved() {
        var alarms = SubjectAlarms.of(NightStory.PATIENT, AlarmPolicy.standard(), moment("03:00"))
                .shelve(shelf("03:00", "05:00"));

        assertThat(alarms.shelves(moment("04:59"))).containsExactly(shelf("03:00", "05:00"));
        assertThat(alarms.shelves(moment("05:00"))).isEmpty();
        assertThat(alarms.shelves(moment("02:59"))).isEmpty();
    }

    // [utest->req~alarm.survives-restart~1]
    @Test
    void a_shelf_survives_a_restart_and_ends_when_it_would_have() {
        night.at("03:00").reads(65).isShelvedUntil("03:30", LOW);
        night.at("03:10").reads(65).isInterruptedByARestart().isQuiet();
        night.at("03:29").reads(65).tells().isQuiet();
        night.at("03:30").reads(65).tells("low reannounced").isInterruptedByARestart();
        night.at("03:31").reads(65).tells().sounds(LOW);
    }

    // [utest->req~alarm.clock-set-back~1]
    @Test
    void a_clock_that_is_set_back_ends_a_shelf() {
        night.at("03:00").reads(65);
        night.at("03:10").isShelvedUntil("05:00", LOW).isInterruptedByARestartAt("03:05");

        night.hearsNothing().tells("low reannounced").sounds(LOW);
    }

    private static Shelf shelf(String from, String until) {
        return new Shelf(NightStory.PATIENT, LOW, NightStory.NURSE, "Lies on the sensor", moment(from), moment(until));
    }

    private static Shelf shelfOfAnother() {
        return new Shelf(
                new PatientId("bed-03"), LOW, NightStory.NURSE, "Lies on the sensor", moment("03:00"), moment("05:00"));
    }
}
