package io.vigil.authority;

import static io.vigil.alarm.AlarmKind.HIGH;
import static io.vigil.alarm.AlarmKind.LOW;
import static io.vigil.alarm.AlarmKind.SIGNAL_LOST;
import static io.vigil.alarm.AlarmKind.URGENT_LOW;
import static io.vigil.authority.NightStory.moment;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmStep;
import io.vigil.alarm.Evidence.ByReading;
import io.vigil.alarm.Evidence.BySilence;
import org.junit.jupiter.api.Test;

// [utest->req~alarm.signal-lost~1]
class SignalLostTest {

    private final NightStory night = NightStory.begins("02:50").about(URGENT_LOW, LOW, HIGH, SIGNAL_LOST);

    @Test
    void sounds_after_twenty_minutes_and_ends_with_the_next_reading() {
        night.at("03:00").reads(100);
        night.at("03:19").hearsNothing().tells().isClear();
        night.at("03:20").hearsNothing().tells("signal-lost raised").sounds(SIGNAL_LOST);
        assertThat(night.lastTold().evidence()).isEqualTo(new BySilence(moment("03:00")));
        assertThat(night.lastTold().limit()).isEqualTo(20);
        night.at("03:24")
                .reads(100)
                .tells("signal-lost recovered", "signal-lost cleared")
                .isClear();
    }

    @Test
    void ends_on_the_reading_that_came() {
        night.at("03:00").reads(100);
        night.at("03:24").reads(101);

        assertThat(night.lastTold().to()).isEqualTo(AlarmStep.CLEARED);
        assertThat(night.lastTold().evidence()).isEqualTo(new ByReading(night.lastHeard()));
    }

    @Test
    void misses_a_sensor_that_never_spoke() {
        night.at("03:09").hearsNothing().isClear();
        night.at("03:10").hearsNothing().tells("signal-lost raised").sounds(SIGNAL_LOST);
    }

    @Test
    void is_not_ended_by_a_reading_of_long_ago() {
        night.at("03:00").reads(100);
        night.at("03:20").hearsNothing().sounds(SIGNAL_LOST);
        night.at("03:23").hearsLateOf("03:03", 100).sounds(SIGNAL_LOST);
        night.at("03:24").hearsLateOf("03:05", 100).isClear();
    }

    @Test
    void sounds_again_after_a_quiet_of_twenty_minutes() {
        night.at("03:00").reads(100);
        night.at("03:20").hearsNothing().isAnswered(SIGNAL_LOST).isQuiet();
        night.at("03:39").hearsNothing().isQuiet();
        night.at("03:40").hearsNothing().tells("signal-lost reannounced").sounds(SIGNAL_LOST);
    }

    @Test
    void rings_beside_a_low_that_nobody_can_see_any_more() {
        night.at("03:00").reads(65).isAnswered(LOW);
        night.at("03:20").hearsNothing().sounds(SIGNAL_LOST, LOW);
    }
}
