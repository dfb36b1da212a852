package io.vigil.authority;

import static io.vigil.alarm.AlarmKind.LOW;
import static io.vigil.alarm.AlarmKind.SUSPECTED_COMPRESSION;
import static io.vigil.alarm.AlarmKind.URGENT_LOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

// [utest->req~alarm.suspected-compression~1]
class SuspectedCompressionTest {

    @Test
    void is_told_when_a_fast_dip_at_night_is_over_and_ends_by_itself() {
        var night = NightStory.begins("02:55").about(URGENT_LOW, LOW, SUSPECTED_COMPRESSION);
        reads(night, "03", 104, 103, 85, 66, 60, 62, 67);
        night.at("03:35")
                .reads(84)
                .tells("low recovered", "low cleared", "suspected-compression raised")
                .sounds(SUSPECTED_COMPRESSION);

        night.staysAt(102, "04:59").hearsNothing().isOpen(SUSPECTED_COMPRESSION);
        night.at("05:00").reads(102).isOpen(SUSPECTED_COMPRESSION);
        night.at("05:05").reads(102).isClear();
    }

    @Test
    void is_not_told_while_the_low_lasts() {
        var night = NightStory.begins("02:55").about(URGENT_LOW, LOW, SUSPECTED_COMPRESSION);
        reads(night, "03", 104, 103, 85, 66, 60, 62, 67, 69);

        night.isOpen(LOW);
        assertThat(night.raised(SUSPECTED_COMPRESSION)).isEmpty();
    }

    @Test
    void takes_nothing_from_an_urgent_low() {
        var night = NightStory.begins("02:55").about(URGENT_LOW, LOW, SUSPECTED_COMPRESSION);
        reads(night, "03", 104, 103, 85, 60, 50, 51, 52, 80, 101);

        night.sounds(URGENT_LOW, SUSPECTED_COMPRESSION);
    }

    @Test
    void is_not_told_of_a_slow_fall_nor_of_a_slow_rise() {
        var slowFall = NightStory.begins("02:55");
        reads(slowFall, "03", 104, 97, 90, 83, 76, 69, 68, 69, 90, 101);
        assertThat(slowFall.raised(SUSPECTED_COMPRESSION)).isEmpty();

        var slowRise = NightStory.begins("02:55");
        reads(slowRise, "03", 104, 103, 85, 66, 67, 75, 82, 88, 95, 101);
        assertThat(slowRise.raised(SUSPECTED_COMPRESSION)).isEmpty();
    }

    @Test
    void is_not_told_when_glucose_does_not_come_back_to_where_it_was() {
        var night = NightStory.begins("02:55");
        reads(night, "03", 124, 123, 85, 66, 60, 62, 67, 88, 102, 102);
        assertThat(night.raised(SUSPECTED_COMPRESSION)).isEmpty();
    }

    @Test
    void is_not_told_by_day() {
        var day = NightStory.begins("06:55");
        reads(day, "07", 104, 103, 85, 66, 60, 62, 67, 88, 101);
        assertThat(day.raised(SUSPECTED_COMPRESSION)).isEmpty();

        var evening = NightStory.begins("20:55");
        reads(evening, "21", 104, 103, 85, 66, 60, 62, 67, 88, 101);
        assertThat(evening.raised(SUSPECTED_COMPRESSION)).isEmpty();
    }

    @Test
    void knows_the_night_of_the_station() {
        var india = NightStory.begins("20:55").in(ZoneId.of("Asia/Kolkata"));
        reads(india, "21", 104, 103, 85, 66, 60, 62, 67, 88, 101);
        assertThat(india.raised(SUSPECTED_COMPRESSION)).hasSize(1);
    }

    /** From that hour on, every five minutes. */
    private static void reads(NightStory night, String hour, double... mgPerDl) {
        for (var i = 0; i < mgPerDl.length; i++) {
            night.at(hour + ":%02d".formatted(i * 5)).reads(mgPerDl[i]);
        }
    }
}
