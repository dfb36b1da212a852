package io.vigil.authority;

import static io.vigil.alarm.AlarmKind.STUCK_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// [utest->req~alarm.stuck-value~1]
class StuckValueTest {

    private final NightStory night = NightStory.begins("02:55");

    @Test
    void sounds_after_an_hour_of_the_same_and_ends_with_another() {
        night.at("03:00").reads(112);
        night.repeats(112, "04:00").hearsNothing().isClear();
        night.reads(112).tells("stuck-value raised").sounds(STUCK_VALUE);
        night.at("04:05").reads(112).isOpen(STUCK_VALUE);
        night.at("04:10").reads(113).isClear();
        assertThat(night.raised(STUCK_VALUE)).hasSize(1);
    }

    @Test
    void does_not_sound_for_a_calm_hour_of_a_sensor_that_speaks_each_quarter() {
        for (var time :
                new String[] {"03:00", "03:15", "03:30", "03:45", "04:00", "04:15", "04:30", "04:45", "05:00"}) {
            night.at(time).reads(112).isClear();
        }
        night.at("05:15").reads(112).isOpen(STUCK_VALUE);
    }

    @Test
    void does_not_sound_when_one_differs_by_a_tenth() {
        night.at("03:00").reads(112);
        night.repeats(112, "03:30").reads(112.1);
        night.repeats(112, "04:30").reads(112).isClear();
    }

    @Test
    void begins_its_time_anew_after_a_gap() {
        night.at("03:00").reads(112);
        night.repeats(112, "03:55").hearsNothing();
        night.at("04:11").reads(112);
        assertThat(night.raised(STUCK_VALUE)).isEmpty();
        night.repeats(112, "05:11").reads(112).isOpen(STUCK_VALUE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {39, 40, 400, 401})
    void does_not_sound_at_the_edges_of_what_is_measured(double edge) {
        night.at("03:00").reads(edge);
        night.repeats(edge, "05:00").reads(edge);
        assertThat(night.raised(STUCK_VALUE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {40.1, 399.9})
    void sounds_just_within_them(double inside) {
        night.at("03:00").reads(inside);
        night.repeats(inside, "04:00").reads(inside);
        assertThat(night.raised(STUCK_VALUE)).hasSize(1);
    }
}
