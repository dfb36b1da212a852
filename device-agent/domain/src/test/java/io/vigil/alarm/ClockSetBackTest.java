package io.vigil.alarm;

import static io.vigil.alarm.AlarmKind.LOW;
import static io.vigil.alarm.AlarmKind.URGENT_LOW;

import org.junit.jupiter.api.Test;

/** A station that starts again may find its clock set back, by an hour or by a little. When in doubt, it sounds. */
// [utest->req~alarm.clock-set-back~1]
class ClockSetBackTest {

    private final NightStory night = NightStory.begins("01:55");

    @Test
    void an_answer_from_the_future_keeps_nothing_quiet() {
        night.at("03:00").reads(50).isAnswered(URGENT_LOW).isInterruptedByARestartAt("02:00");

        night.hearsNothing().tells("urgent-low reannounced").sounds(URGENT_LOW);
        night.isAnswered(URGENT_LOW).isQuiet();
        night.at("02:14").hearsNothing().tells().isQuiet();
        night.at("02:15").hearsNothing().tells("urgent-low reannounced", "signal-lost raised");
    }

    @Test
    void an_answer_from_a_minute_ahead_keeps_nothing_quiet() {
        night.at("03:00").reads(65).isAnswered(LOW).isInterruptedByARestartAt("02:59");

        night.hearsNothing().tells("low reannounced").sounds(LOW);
    }

    @Test
    void what_last_sounded_in_the_future_sounds_anew_at_once_and_every_five_minutes() {
        night.at("03:00").reads(50).isInterruptedByARestartAt("02:00");

        night.hearsNothing().tells("urgent-low reannounced");
        night.at("02:04").hearsNothing().tells();
        night.at("02:05").hearsNothing().tells("urgent-low reannounced");
    }
}
