package io.vigil.authority;

import static io.vigil.alarm.AlarmKind.LOW;
import static io.vigil.alarm.AlarmKind.URGENT_LOW;
import static io.vigil.authority.NightStory.PATIENT;
import static io.vigil.authority.NightStory.moment;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.Answer.Acknowledged;
import io.vigil.alarm.Evidence.ByReading;
import io.vigil.alarm.Finding;
import io.vigil.alarm.OpenAlarm;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.Reading.Measured;
import io.vigil.policy.AlarmPolicy;
import io.vigil.rule.Verdict;
import org.junit.jupiter.api.Test;

/** Two people at two windows, of which one is behind. An answer holds for what its giver saw. */
// [utest->req~alarm.answer-is-for-what-was-seen~1]
class TwoWindowsTest {

    private final NightStory night = NightStory.begins("02:55").about(URGENT_LOW, LOW);

    @Test
    void an_answer_to_the_sounding_before_a_quiet_does_not_silence_the_one_after_it() {
        night.at("03:00").reads(50);
        var seenAtTheOtherWindow = night.alarm(URGENT_LOW);
        night.isAnswered(URGENT_LOW);
        night.at("03:15").reads(50).tells("urgent-low reannounced");

        night.at("03:16").isAnsweredAsSeen(seenAtTheOtherWindow).tells().sounds(URGENT_LOW);
        night.isAnswered(URGENT_LOW).isQuiet();
    }

    @Test
    void an_answer_to_what_was_seen_before_a_reminder_does_not_silence_the_reminder() {
        night.at("03:00").reads(50);
        var seen = night.alarm(URGENT_LOW);
        night.at("03:05").reads(41).tells("urgent-low escalated", "urgent-low reannounced");

        night.isAnsweredAsSeen(seen).sounds(URGENT_LOW, LOW);
    }

    @Test
    void an_answer_to_a_low_does_not_silence_the_urgent_low_it_became() {
        night.at("03:00").reads(65);
        var seen = night.alarm(LOW);
        night.at("03:01").reads(50);

        night.isAnsweredAsSeen(seen).sounds(URGENT_LOW);
    }

    @Test
    void two_answers_to_the_same_sounding_are_both_good_and_the_second_begins_a_new_quiet() {
        night.at("03:00").reads(50);
        var seen = night.alarm(URGENT_LOW);
        night.isAnsweredAsSeen(seen);
        night.at("03:01").isAnsweredAsSeen(seen).tells("urgent-low acknowledged", "low acknowledged");
        night.at("03:15").reads(50).tells();
        night.at("03:16").reads(50).tells("urgent-low reannounced");
    }

    @Test
    void a_reminder_that_comes_while_an_answer_is_being_kept_takes_nothing_from_it() {
        var raised = low("03:00");
        var seen = raised.open().getFirst();
        var reminded = waiting(raised, "03:05");

        var answered = answered(reminded, seen, "03:04:59", "03:05:01");

        assertThat(reminded.open().getFirst().state().announcedAt()).isEqualTo(moment("03:05"));
        assertThat(answered.open().getFirst().state().answer())
                .as("quiet from when it was given")
                .isEqualTo(new Acknowledged("K. Brandt", moment("03:04:59"), moment("03:24:59"), "Juice given"));
        assertThat(answered(reminded, seen, "03:05:01", "03:05:02")).isSameAs(reminded);
        assertThat(answered(reminded, seen, "03:04:58", "03:04:59")).isSameAs(reminded);
    }

    @Test
    void a_quiet_that_ends_while_an_answer_is_being_kept_is_not_prolonged_by_it() {
        var quiet = answered(low("03:00"), low("03:00").open().getFirst(), "03:01", "03:01");
        var seen = quiet.open().getFirst();
        var soundsAgain = waiting(quiet, "03:21");

        assertThat(answered(soundsAgain, seen, "03:20:59", "03:21:01")).isSameAs(soundsAgain);
        assertThat(soundsAgain.open().getFirst().state().isAnswered()).isFalse();
    }

    @Test
    void an_answer_to_a_kind_that_is_not_open_does_nothing() {
        var raised = low("03:00");
        var seen = raised.open().getFirst();
        var over =
                raised.found(LOW, verdict(Finding.ABSENT, 90), moment("03:01")).alarms();

        assertThat(over.acknowledge(seen.id(), moment("03:00"), "K. Brandt", "", moment("03:02"))
                        .changes())
                .isEmpty();
    }

    private static SubjectAlarms low(String at) {
        return SubjectAlarms.of(PATIENT, AlarmPolicy.standard(), moment(at))
                .found(LOW, verdict(Finding.PRESENT, 65), moment(at))
                .alarms();
    }

    private static SubjectAlarms waiting(SubjectAlarms alarms, String at) {
        var turn = alarms.found(LOW, verdict(Finding.UNDETERMINED, 65), moment(at));
        assertThat(turn.changes()).extracting(AlarmChange::alarm).isNotEmpty();
        return turn.alarms();
    }

    private static SubjectAlarms answered(SubjectAlarms alarms, OpenAlarm seen, String givenAt, String keptAt) {
        var turn = alarms.acknowledge(
                seen.id(), seen.state().announcedAt(), "K. Brandt", "Juice given", moment(givenAt), moment(keptAt));
        return turn.changes().isEmpty() ? alarms : turn.alarms();
    }

    private static Verdict verdict(Finding finding, int mgPerDl) {
        return new Verdict(finding, new ByReading(new Measured(moment("03:00"), Glucose.mgPerDl(mgPerDl))));
    }
}
