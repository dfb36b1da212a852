package io.vigil.authority;

import static io.vigil.authority.NightStory.PATIENT;
import static io.vigil.glucose.Readings.minute;
import static io.vigil.glucose.Readings.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.glucose.Reading;
import io.vigil.policy.AlarmPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayTest {

    @Test
    void tells_what_a_recording_would_have_raised() {
        var recording = List.<Reading>of(
                reading(0, 80), reading(5, 69), reading(7, 53), reading(15, 61), reading(20, 77), reading(50, 100));

        assertThat(told(recording))
                .containsExactly(
                        "5 low raised",
                        "7 urgent-low raised",
                        "11 urgent-low escalated",
                        "12 urgent-low reannounced",
                        "15 urgent-low escalated",
                        "17 urgent-low reannounced",
                        "19 urgent-low escalated",
                        "20 urgent-low recovered",
                        "20 low recovered",
                        "20 low cleared",
                        "40 signal-lost raised",
                        "45 signal-lost reannounced",
                        "50 signal-lost recovered",
                        "50 signal-lost cleared");
    }

    @Test
    void tells_the_same_in_whatever_order_it_is_given() {
        var recording = List.<Reading>of(reading(0, 80), reading(5, 50), reading(10, 90), reading(15, 95));

        assertThat(told(recording.reversed())).isEqualTo(told(recording)).isNotEmpty();
    }

    @Test
    void takes_the_end_of_a_recording_for_no_silence() {
        assertThat(told(List.of(reading(0, 80)))).isEmpty();
        assertThat(told(List.of())).isEmpty();
    }

    @Test
    void tells_what_the_rules_tell_reading_by_reading() {
        var recording = new ArrayList<Reading>();
        var night = NightStory.begins("00:00");
        for (var minute = 0; minute < 300; minute++) {
            var glucose = 150 + 110 * Math.sin(minute / 20.0);
            if (minute % 5 == 0 && (minute < 100 || minute > 140)) {
                var time = "%02d:%02d".formatted(minute / 60, minute % 60);
                night.at(time).reads(glucose);
                recording.add(night.lastHeard());
            }
        }

        assertThat(Replay.play(PATIENT, recording, AlarmPolicy.standard()))
                .as("whichever of two is told first in one moment")
                .containsExactlyInAnyOrderElementsOf(night.night())
                .hasSizeGreaterThan(20);
    }

    private static List<String> told(List<Reading> recording) {
        return Replay.play(PATIENT, recording, AlarmPolicy.standard()).stream()
                .map(change -> Duration.between(minute(0), change.at()).toMinutes() + " "
                        + change.alarm().kind().word() + " " + change.to().word())
                .toList();
    }
}
