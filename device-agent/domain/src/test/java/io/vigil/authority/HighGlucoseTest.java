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

// [utest->req~alarm.high~1]
class HighGlucoseTest {

    private final NightStory night = NightStory.begins("02:55").about(URGENT_LOW, LOW, HIGH, SIGNAL_LOST);

    @Test
    void sounds_on_the_second_reading_over_250_and_ends_by_itself_at_240() {
        night.at("03:00").reads(251).tells();
        night.at("03:05").reads(250).tells();
        night.at("03:10").reads(250.1).tells();
        night.at("03:15").reads(260).tells("high raised").sounds(HIGH);
        night.at("03:19").reads(240.1).tells().sounds(HIGH);
        night.at("03:20").reads(240).tells("high recovered", "high cleared").isClear();
    }

    @Test
    void sounds_on_the_first_hi() {
        night.at("03:00").readsHi().tells("high raised").sounds(HIGH);
    }

    @Test
    void shows_the_worst_though_a_single_reading_decides_nothing() {
        night.at("03:00").reads(255);
        night.at("03:01").reads(260).showsWorst(HIGH, 260);
        night.at("03:02").reads(245).showsWorst(HIGH, 260);
        night.at("03:03").reads(290).showsWorst(HIGH, 290);
        night.at("03:04").reads(290);
        assertThat(night.alarm(HIGH).state().worst())
                .isEqualTo(new ByReading(new Measured(moment("03:03"), mgPerDl(290))));
    }

    @Test
    void is_quiet_for_ninety_minutes_after_an_answer() {
        night.at("02:56").reads(260);
        night.at("03:00").reads(260).isAnswered(HIGH);
        night.at("04:29").reads(260).isQuiet();
        night.at("04:30").reads(260).tells("high reannounced").sounds(HIGH);
    }

    // [utest->req~alarm.worse-breaks-through~1]
    @Test
    void an_answer_to_it_does_not_hold_back_the_opposite() {
        night.at("02:59").reads(260).at("03:00").reads(260).isAnswered(HIGH).isQuiet();
        night.at("03:15")
                .reads(69)
                .tells("low raised", "high recovered", "high cleared")
                .sounds(LOW);
    }
}
