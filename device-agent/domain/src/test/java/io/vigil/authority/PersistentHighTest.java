package io.vigil.authority;

import static io.vigil.alarm.AlarmKind.HIGH;
import static io.vigil.alarm.AlarmKind.PERSISTENT_HIGH;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

// [utest->req~alarm.persistent-high~1]
class PersistentHighTest {

    private final NightStory night = NightStory.begins("02:55");

    @Test
    void sounds_after_two_hours_over_250_though_the_high_was_answered() {
        night.at("03:00").reads(260);
        night.at("03:05").reads(260).isAnswered(HIGH);
        night.staysAt(260, "04:30");
        night.reads(260).isAnswered(HIGH);

        night.staysAt(260, "04:59").hearsNothing().isQuiet();
        night.at("05:00").reads(260).tells("persistent-high raised").sounds(PERSISTENT_HIGH);
    }

    @Test
    void ends_at_240() {
        night.at("03:00").reads(260);
        night.staysAt(260, "05:00").reads(260).isOpen(HIGH, PERSISTENT_HIGH);
        night.at("05:05").reads(241).isOpen(HIGH, PERSISTENT_HIGH);
        night.at("05:10").reads(240).isClear();
    }

    @Test
    void counts_hi_as_high() {
        night.at("03:00").readsHi();
        night.staysAt(260, "04:00").readsHi();
        night.staysAt(260, "05:00").readsHi();
        assertThat(night.raised(PERSISTENT_HIGH)).hasSize(1);
    }

    @Test
    void begins_its_time_anew_after_a_reading_of_250() {
        night.at("03:00").reads(260);
        night.staysAt(260, "03:10").reads(250);
        night.staysAt(260, "05:10").reads(260);
        assertThat(night.raised(PERSISTENT_HIGH)).isEmpty();

        night.at("05:15").reads(260).tells("persistent-high raised");
    }

    @Test
    void begins_its_time_anew_after_a_gap_and_after_an_lo() {
        night.at("03:00").reads(260);
        night.at("03:20").reads(260);
        night.at("03:41").reads(260);
        night.staysAt(260, "05:40").reads(260);
        assertThat(night.raised(PERSISTENT_HIGH)).isEmpty();
        night.at("05:41").reads(260);
        assertThat(night.raised(PERSISTENT_HIGH)).hasSize(1);

        night.at("05:45").readsLo().at("05:50").reads(260);
        night.staysAt(260, "07:45").reads(260);
        assertThat(night.raised(PERSISTENT_HIGH)).hasSize(1);
        night.at("07:50").reads(260);
        assertThat(night.raised(PERSISTENT_HIGH)).hasSize(2);
    }

    @Test
    void goes_on_when_a_gap_leaves_unknown_whether_it_lasts() {
        night.at("03:00").reads(260);
        night.staysAt(260, "05:00").reads(260).isOpen(HIGH, PERSISTENT_HIGH);
        night.at("06:00").reads(255);
        assertThat(night.alarm(PERSISTENT_HIGH).state().isPresent()).isTrue();
    }
}
