package io.vigil.authority;

import static io.vigil.alarm.AlarmKind.HIGH;
import static io.vigil.alarm.AlarmKind.LOW;
import static io.vigil.alarm.AlarmKind.SIGNAL_LOST;
import static io.vigil.alarm.AlarmKind.URGENT_LOW;
import static io.vigil.authority.NightStory.moment;
import static io.vigil.glucose.Glucose.mgPerDl;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.Evidence.ByReading;
import io.vigil.glucose.Reading.Measured;
import org.junit.jupiter.api.Test;

// [utest->req~alarm.urgent-low~1]
class UrgentLowTest {

    private final NightStory night = NightStory.begins("02:55").about(URGENT_LOW, LOW, HIGH, SIGNAL_LOST);

    @Test
    void sounds_at_54_and_not_above() {
        night.at("03:00").reads(54.1).sounds(LOW);
        night.at("03:05").reads(54).tells("urgent-low raised").sounds(URGENT_LOW, LOW);
    }

    @Test
    void sounds_on_lo() {
        night.at("03:00").readsLo().tells("urgent-low raised", "low raised").sounds(URGENT_LOW, LOW);
    }

    // [utest->req~alarm.latching~1]
    @Test
    void is_over_after_two_readings_of_60_and_stays_until_somebody_answers() {
        night.at("03:00").reads(50).sounds(URGENT_LOW, LOW);
        night.at("03:02").reads(60).tells().sounds(URGENT_LOW, LOW);
        night.at("03:03").reads(59.9).tells().sounds(URGENT_LOW, LOW);
        night.at("03:04").reads(60).tells("urgent-low escalated").sounds(URGENT_LOW, LOW);
        night.at("03:05").reads(60).tells("urgent-low recovered", "low reannounced");
        night.at("03:06").reads(75).tells("low recovered", "low cleared").sounds(URGENT_LOW);
        night.staysAt(120, "04:06").sounds(URGENT_LOW).isAnswered(URGENT_LOW);
        night.tells("urgent-low acknowledged", "urgent-low cleared").isClear();
    }

    @Test
    void ends_with_its_recovery_when_it_was_answered() {
        night.at("03:00").reads(50).isAnswered(URGENT_LOW);
        night.at("03:05").reads(76).tells("low recovered", "low cleared").isOpen(URGENT_LOW);
        night.at("03:10")
                .reads(90)
                .tells("urgent-low recovered", "urgent-low cleared")
                .isClear();
    }

    // [utest->req~alarm.no-silence-without-data~1]
    @Test
    void goes_on_sounding_when_the_sensor_falls_silent() {
        night.at("03:00").reads(50).sounds(URGENT_LOW, LOW);
        night.at("03:19").hearsNothing().sounds(URGENT_LOW, LOW);
        night.at("05:00").hearsNothing().sounds(URGENT_LOW, SIGNAL_LOST, LOW);
    }

    // [utest->req~alarm.remind~1]
    @Test
    void sounds_anew_every_five_minutes_while_nobody_answers() {
        night.at("03:00").reads(50).tells("urgent-low raised", "low raised");
        night.at("03:04").reads(50).tells("urgent-low escalated");
        night.at("03:05").reads(50).tells("urgent-low reannounced");
        night.at("03:09").reads(50).tells("urgent-low escalated");
        night.at("03:10").hearsNothing().tells("urgent-low reannounced");
    }

    // [utest->req~alarm.quiet-ends~1]
    @Test
    void sounds_again_after_a_quiet_of_fifteen_minutes_when_glucose_is_still_low() {
        night.at("03:00").reads(50).isAnswered(URGENT_LOW).isQuiet();
        night.at("03:14").reads(52).tells().isQuiet();
        night.at("03:15").reads(53).tells("urgent-low reannounced").sounds(URGENT_LOW);
    }

    // [utest->req~alarm.quiet-ends~1]
    @Test
    void sounds_again_after_its_quiet_when_nobody_knows_what_glucose_is() {
        night.at("03:00").reads(50).isAnswered(URGENT_LOW).isQuiet();
        night.at("03:15").hearsNothing().tells("urgent-low reannounced").sounds(URGENT_LOW);
    }

    @Test
    void a_second_answer_begins_a_new_quiet() {
        night.at("03:00").reads(50).isAnswered(URGENT_LOW);
        night.at("03:10").reads(50).isAnswered(URGENT_LOW).tells("urgent-low acknowledged", "low acknowledged");
        night.at("03:24").reads(50).isQuiet();
        night.at("03:25").reads(50).sounds(URGENT_LOW);
    }

    // [utest->req~alarm.answer-is-for-one~1]
    @Test
    void a_fall_after_a_recovery_that_nobody_answered_is_a_new_alarm_that_the_old_answer_cannot_silence() {
        night.at("03:00").reads(50);
        var first = night.alarm(URGENT_LOW);
        night.at("03:04").reads(80);
        night.at("03:05").reads(90).tells("urgent-low recovered");

        night.staysAt(90, "03:30").reads(48);

        night.tells("urgent-low cleared", "urgent-low raised", "low raised", "urgent-low escalated");

        night.at("03:31").isAnsweredAsSeen(first).tells().sounds(URGENT_LOW, LOW);
        night.at("03:32").isAnswered(URGENT_LOW).isQuiet();
    }

    @Test
    void shows_the_first_of_two_that_are_as_bad() {
        night.at("03:00").reads(48);
        night.at("03:05").reads(48);
        assertThat(night.alarm(URGENT_LOW).state().worst())
                .isEqualTo(new ByReading(new Measured(moment("03:00"), mgPerDl(48))));
    }

    @Test
    void shows_the_worst_since_it_began() {
        night.at("03:00").reads(52).showsWorst(URGENT_LOW, 52);
        night.at("03:01").reads(48).showsWorst(URGENT_LOW, 48);
        night.at("03:02").reads(57).showsWorst(URGENT_LOW, 48);
    }
}
