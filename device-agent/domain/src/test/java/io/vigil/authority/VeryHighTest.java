package io.vigil.authority;

import static io.vigil.alarm.AlarmKind.HIGH;
import static io.vigil.alarm.AlarmKind.VERY_HIGH;

import org.junit.jupiter.api.Test;

// [utest->req~alarm.very-high~1]
class VeryHighTest {

    private final NightStory night = NightStory.begins("02:55");

    @Test
    void sounds_on_the_second_reading_over_300_and_ends_at_290() {
        night.at("03:00").reads(300.1).isClear();
        night.at("03:05").reads(301).tells("very-high raised", "high raised").sounds(VERY_HIGH, HIGH);
        night.at("03:09").reads(290.1).isOpen(VERY_HIGH, HIGH);
        night.at("03:10").reads(290).isOpen(HIGH);
    }

    @Test
    void sounds_on_the_first_hi() {
        night.at("03:00").readsHi().tells("very-high raised", "high raised");
    }

    @Test
    void breaks_through_the_answer_given_to_a_high() {
        night.at("03:00").reads(280);
        night.at("03:05").reads(290).isAnswered(HIGH).isQuiet();
        night.at("03:10").reads(301).isQuiet();
        night.at("03:15").reads(302).tells("very-high raised").sounds(VERY_HIGH);
    }
}
