package io.vigil.authority;

import static io.vigil.alarm.AlarmKind.IMPLAUSIBLE_JUMP;
import static io.vigil.alarm.AlarmKind.LOW;
import static io.vigil.alarm.AlarmKind.URGENT_LOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.Evidence.ByRate;
import io.vigil.glucose.GlucoseRate;
import org.junit.jupiter.api.Test;

// [utest->req~alarm.implausible-jump~1]
class ImplausibleJumpTest {

    private final NightStory night = NightStory.begins("02:55").about(URGENT_LOW, LOW, IMPLAUSIBLE_JUMP);

    @Test
    void sounds_at_50_in_five_minutes_and_ends_when_half_an_hour_hangs_together() {
        night.at("03:00").reads(120);
        night.at("03:05").reads(169).isClear();
        night.at("03:10").reads(119).tells("implausible-jump raised").sounds(IMPLAUSIBLE_JUMP);
        assertThat(night.lastTold().evidence()).isEqualTo(new ByRate(night.lastHeard(), new GlucoseRate(-10)));
        assertThat(night.lastTold().limit()).isEqualTo(100);

        night.staysAt(120, "03:35").reads(121).isOpen(IMPLAUSIBLE_JUMP);
        night.at("03:40").reads(122).isClear();
    }

    @Test
    void is_one_for_a_spike_there_and_back() {
        night.at("03:00").reads(120);
        night.at("03:05").reads(200);
        night.at("03:10").reads(121);
        assertThat(night.raised(IMPLAUSIBLE_JUMP)).hasSize(1);
    }

    @Test
    void takes_nothing_from_the_low_it_leads_to() {
        night.at("03:00").reads(120);
        night.at("03:05").readsLo().sounds(URGENT_LOW, LOW, IMPLAUSIBLE_JUMP);
    }

    @Test
    void does_not_sound_for_the_noise_of_two_readings_a_minute_apart() {
        night.at("03:00").reads(120);
        night.at("03:01").reads(159.9).isClear();
        night.at("03:02").reads(199.9).isOpen(IMPLAUSIBLE_JUMP);
    }

    @Test
    void does_not_sound_across_a_gap() {
        night.at("03:00").reads(120);
        night.at("03:11").reads(240).isClear();
    }
}
