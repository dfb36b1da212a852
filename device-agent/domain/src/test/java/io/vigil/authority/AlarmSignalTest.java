package io.vigil.authority;

import static io.vigil.alarm.AlarmKind.HIGH;
import static io.vigil.alarm.AlarmKind.LOW;
import static io.vigil.alarm.AlarmKind.SIGNAL_LOST;
import static io.vigil.alarm.AlarmKind.STORE_FAILING;
import static io.vigil.alarm.AlarmKind.URGENT_LOW;
import static io.vigil.alarm.AlarmSignal.ANSWERED;
import static io.vigil.alarm.AlarmSignal.PAUSED;
import static io.vigil.alarm.AlarmSignal.SOUNDING;
import static io.vigil.authority.NightStory.moment;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmSignal;
import io.vigil.alarm.AlarmState;
import io.vigil.alarm.Answer;
import io.vigil.alarm.Answer.Acknowledged;
import io.vigil.alarm.Answer.Nobody;
import io.vigil.alarm.Condition.Present;
import io.vigil.alarm.Evidence.ByStation;
import io.vigil.alarm.OpenAlarm;
import io.vigil.alarm.SoundPause;
import io.vigil.ward.PatientId;
import io.vigil.ward.Station;
import io.vigil.ward.Subject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlarmSignalTest {

    private static final PatientId BED_03 = new PatientId("bed-03");
    private static final PatientId BED_07 = new PatientId("bed-07");

    // [utest->req~alarm.pause-is-not-an-answer~1]
    // [utest->req~sound.pause-two-minutes~1]
    @Test
    void a_pause_holds_the_sound_for_two_minutes() {
        var pause = SoundPause.begun(moment("03:00"), "K. Brandt");
        var alarm = unanswered(BED_07, URGENT_LOW, "02:59");

        assertThat(AlarmSignal.of(alarm, pause, List.of(), moment("03:00"))).isEqualTo(PAUSED);
        assertThat(AlarmSignal.of(alarm, pause, List.of(), moment("03:01:59"))).isEqualTo(PAUSED);
        assertThat(AlarmSignal.of(alarm, pause, List.of(), moment("03:02"))).isEqualTo(SOUNDING);
        assertThat(AlarmSignal.of(alarm, SoundPause.NONE, List.of(), moment("03:00")))
                .isEqualTo(SOUNDING);
    }

    // [utest->req~alarm.clock-set-back~1]
    @Test
    void a_pause_that_begins_in_the_future_holds_nothing() {
        var pause = SoundPause.begun(moment("03:00"), "K. Brandt");

        assertThat(AlarmSignal.of(unanswered(BED_07, LOW, "02:30"), pause, List.of(), moment("02:59:59")))
                .isEqualTo(SOUNDING);
    }

    // [utest->req~alarm.pause-is-not-an-answer~1]
    @Test
    void a_new_high_alarm_breaks_through_the_pause_and_a_lesser_one_does_not() {
        var pause = SoundPause.begun(moment("03:00"), "K. Brandt");

        assertThat(AlarmSignal.of(unanswered(BED_07, URGENT_LOW, "03:01"), pause, List.of(), moment("03:01")))
                .isEqualTo(SOUNDING);
        assertThat(AlarmSignal.of(unanswered(BED_07, URGENT_LOW, "03:00"), pause, List.of(), moment("03:01")))
                .isEqualTo(PAUSED);
        assertThat(AlarmSignal.of(unanswered(BED_07, LOW, "03:01"), pause, List.of(), moment("03:01")))
                .isEqualTo(PAUSED);
    }

    @Test
    void what_is_answered_is_shown_without_sound() {
        assertThat(AlarmSignal.of(answered(BED_07, URGENT_LOW, "03:00"), SoundPause.NONE, List.of(), moment("03:01")))
                .isEqualTo(ANSWERED);
    }

    // [utest->req~alarm.order~1]
    @Test
    void what_nobody_has_answered_comes_first_then_the_more_urgent_then_what_has_waited_longer() {
        var inOrder = List.of(
                unanswered(BED_07, URGENT_LOW, "03:00"),
                unanswered(BED_03, URGENT_LOW, "03:05"),
                unanswered(Station.THIS, STORE_FAILING, "03:05"),
                unanswered(BED_07, SIGNAL_LOST, "02:00"),
                unanswered(BED_03, LOW, "02:30"),
                unanswered(BED_07, LOW, "02:30"),
                unanswered(BED_03, HIGH, "02:30"),
                answered(BED_07, URGENT_LOW, "01:00"),
                answered(BED_03, LOW, "00:30"));

        assertThat(inOrder.reversed().stream().sorted(OpenAlarm.WORST_FIRST)).isEqualTo(inOrder);
        assertThat(Stream.of(inOrder.get(7), inOrder.get(3)).sorted(OpenAlarm.WORST_FIRST))
                .containsExactly(inOrder.get(3), inOrder.get(7));
    }

    private static OpenAlarm unanswered(Subject subject, AlarmKind kind, String since) {
        return open(subject, kind, since, Nobody.yet(moment(since)));
    }

    private static OpenAlarm answered(Subject subject, AlarmKind kind, String since) {
        return open(subject, kind, since, new Acknowledged("K. Brandt", moment(since), moment("23:00"), "Juice given"));
    }

    private static OpenAlarm open(Subject subject, AlarmKind kind, String since, Answer answer) {
        var state = new AlarmState.Open(moment(since), moment(since), new Present(), new ByStation("-"), answer);
        return new OpenAlarm(new AlarmId(subject, kind, moment(since)), state, 0);
    }
}
