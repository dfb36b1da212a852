package io.vigil.authority;

import static io.vigil.alarm.AlarmKind.HIGH;
import static io.vigil.alarm.AlarmKind.LOW;
import static io.vigil.alarm.AlarmKind.SIGNAL_LOST;
import static io.vigil.alarm.AlarmKind.URGENT_LOW;

import io.vigil.policy.AlarmPolicy;
import java.util.Map;
import org.junit.jupiter.api.Test;

// [utest->req~alarm.low~1]
class LowGlucoseTest {

    private final NightStory night = NightStory.begins("02:55").about(URGENT_LOW, LOW, HIGH, SIGNAL_LOST);

    @Test
    void sounds_below_70_and_ends_by_itself_at_75() {
        night.at("03:00").reads(70).tells().isClear();
        night.at("03:05").reads(69.9).tells("low raised").sounds(LOW);
        night.at("03:09").reads(74.9).tells().sounds(LOW);
        night.at("03:10").reads(75).tells("low recovered", "low cleared").isClear();
    }

    @Test
    void sounds_once_while_glucose_hovers_about_the_limit() {
        night.at("03:00").reads(69).tells("low raised").isAnswered(LOW);
        night.at("03:05").reads(71).tells();
        night.at("03:10").reads(69).tells();
        night.at("03:15").reads(74).tells();
        night.at("03:19").reads(68).tells().isQuiet();
    }

    @Test
    void sounds_again_after_a_quiet_of_twenty_minutes() {
        night.at("03:00").reads(65).isAnswered(LOW);
        night.at("03:19").reads(65).isQuiet();
        night.at("03:20").reads(65).tells("low reannounced").sounds(LOW);
    }

    // [utest->req~alarm.no-silence-without-data~1]
    @Test
    void neither_rises_nor_ends_on_a_reading_that_is_too_old_to_trust() {
        night.at("03:00").reads(65).sounds(LOW);
        night.at("03:30").hearsLateOf("03:05", 90).sounds(SIGNAL_LOST, LOW);
        night.at("03:31").reads(90).isClear();
    }

    // [utest->req~alarm.worse-breaks-through~1]
    @Test
    void an_answer_to_it_does_not_hold_back_an_urgent_low() {
        night.at("03:00").reads(65).isAnswered(LOW).isQuiet();
        night.at("03:05").reads(54).tells("urgent-low raised").sounds(URGENT_LOW);
    }

    // [utest->req~alarm.worse-breaks-through~1]
    @Test
    void stays_quiet_while_the_urgent_low_speaks_for_it() {
        night.at("03:00").reads(50).tells("urgent-low raised", "low raised");
        night.at("03:05").reads(50).tells("urgent-low escalated", "urgent-low reannounced");
        night.at("03:06").reads(50).isAnswered(URGENT_LOW).tells("urgent-low acknowledged", "low acknowledged");
        night.at("03:20").reads(61).isQuiet();
        night.at("03:21")
                .reads(62)
                .tells("urgent-low recovered", "urgent-low cleared")
                .isQuiet();
        night.at("03:25").reads(63).tells().isOpen(LOW);
        night.at("03:26").reads(63).tells("low reannounced").sounds(LOW);
    }

    // [utest->req~alarm.answer-is-for-one~1]
    @Test
    void is_not_answered_along_with_an_urgent_low_that_was_over() {
        night.at("03:00").reads(50);
        night.at("03:01").reads(80);
        night.at("03:02").reads(80).tells("urgent-low recovered");
        night.at("03:04").reads(65).tells("low raised");

        night.isAnswered(URGENT_LOW)
                .tells("low raised", "urgent-low acknowledged", "urgent-low cleared")
                .sounds(LOW);
    }

    // [utest->req~alarm.answer-is-for-one~1]
    @Test
    void an_answer_to_it_answers_no_urgent_low() {
        night.at("03:00").reads(50).isAnswered(LOW).sounds(URGENT_LOW);
    }

    @Test
    void sounds_where_the_ward_wants_it() {
        var careful = NightStory.begins(
                "02:55", AlarmPolicy.read(Map.of("alarm.low.below", "85 mg/dL", "alarm.low.recovers-at", "90 mg/dL")));

        careful.at("03:00").reads(84).sounds(LOW);
        careful.at("03:01").reads(89).sounds(LOW);
        careful.at("03:02").reads(90).isClear();
    }
}
