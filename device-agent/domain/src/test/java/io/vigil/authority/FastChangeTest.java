package io.vigil.authority;

import static io.vigil.alarm.AlarmKind.FALLING_FAST;
import static io.vigil.alarm.AlarmKind.HIGH;
import static io.vigil.alarm.AlarmKind.LOW;
import static io.vigil.alarm.AlarmKind.RISING_FAST;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.Evidence.ByRate;
import io.vigil.glucose.GlucoseRate;
import org.junit.jupiter.api.Test;

class FastChangeTest {

    private final NightStory night = NightStory.begins("02:55").about(FALLING_FAST, RISING_FAST, LOW, HIGH);

    // [utest->req~alarm.falling-fast~1]
    @Test
    void a_fall_sounds_on_the_second_reading_that_leads_to_a_low_within_half_an_hour() {
        night.at("03:00").reads(191);
        night.at("03:05").reads(176);
        night.at("03:10").reads(161).tells();
        night.at("03:15").reads(146).tells();
        night.at("03:20").reads(131).tells("falling-fast raised").sounds(FALLING_FAST);
        assertThat(night.lastTold().evidence()).isEqualTo(new ByRate(night.lastHeard(), new GlucoseRate(-3)));
        assertThat(night.lastTold().limit()).isEqualTo(-30);
    }

    // [utest->req~alarm.falling-fast~1]
    @Test
    void a_fall_is_over_when_it_goes_half_as_fast() {
        reads(170, 155, 140, 125);
        night.isOpen(FALLING_FAST);
        night.at("03:20").reads(122).isOpen(FALLING_FAST);
        night.at("03:25").reads(121).isClear();
    }

    // [utest->req~alarm.falling-fast~1]
    @Test
    void a_fall_from_a_high_that_was_meant_does_not_sound() {
        reads(270, 255, 240, 225, 210, 195, 180, 178);
        assertThat(night.raised(FALLING_FAST)).isEmpty();
    }

    // [utest->req~alarm.falling-fast~1]
    @Test
    void a_steep_fall_from_a_high_sounds_in_time() {
        reads(240, 240, 215, 190, 165, 140);
        night.isOpen(FALLING_FAST);
    }

    // [utest->req~alarm.falling-fast~1]
    @Test
    void a_fall_into_a_low_goes_on_beside_it() {
        reads(140, 125, 110, 95, 80, 65);
        night.sounds(FALLING_FAST, LOW);
    }

    // [utest->req~alarm.falling-fast~1]
    @Test
    void a_fall_of_one_reading_does_not_sound() {
        reads(150, 150, 140, 80, 80, 80);
        assertThat(night.raised(FALLING_FAST)).isEmpty();
    }

    // [utest->req~alarm.falling-fast~1]
    @Test
    void a_fall_is_not_told_across_a_gap_and_not_ended_by_one() {
        night.at("03:00").reads(150);
        night.at("03:05").reads(135);
        night.at("03:15").reads(120);
        night.at("03:26").reads(87).isClear();

        night.at("03:31").reads(87);
        night.at("04:00").reads(160);
        night.at("04:05").reads(145);
        night.at("04:10").reads(130);
        night.at("04:15").reads(115).isOpen(FALLING_FAST);
        night.at("04:26").reads(115).isOpen(FALLING_FAST);
    }

    // [utest->req~alarm.rising-fast~1]
    @Test
    void a_rise_sounds_on_the_second_reading_that_leads_to_a_high_within_half_an_hour() {
        night.at("03:00").reads(130);
        night.at("03:05").reads(145);
        night.at("03:10").reads(160).tells();
        night.at("03:15").reads(175).tells("rising-fast raised").sounds(RISING_FAST);
        assertThat(night.lastTold().limit()).isEqualTo(30);
    }

    // [utest->req~alarm.rising-fast~1]
    @Test
    void a_rise_after_juice_does_not_sound() {
        reads(60, 75, 90, 105, 120, 135, 135);
        assertThat(night.raised(RISING_FAST)).isEmpty();
    }

    // [utest->req~alarm.rising-fast~1]
    @Test
    void a_rise_a_little_slower_does_not_sound() {
        reads(180, 194.9, 209.8, 224.7, 239.6);
        assertThat(night.raised(RISING_FAST)).isEmpty();
    }

    // [utest->req~alarm.rising-fast~1]
    @Test
    void a_rise_into_a_high_goes_on_beside_it() {
        reads(190, 205, 220, 235, 255, 270);
        night.isOpen(HIGH, RISING_FAST);
    }

    // [utest->req~alarm.falling-fast~1]
    @Test
    void a_fall_known_only_later_is_no_alarm_of_the_present() {
        night.at("03:00").reads(150);
        night.at("04:00").hearsLateOf("03:05", 135).hearsLateOf("03:10", 120).hearsLateOf("03:15", 105);
        assertThat(night.raised(FALLING_FAST)).isEmpty();
    }

    /** From three o'clock on, every five minutes. */
    private void reads(double... mgPerDl) {
        for (var i = 0; i < mgPerDl.length; i++) {
            night.at("03:%02d".formatted(i * 5)).reads(mgPerDl[i]);
        }
    }
}
