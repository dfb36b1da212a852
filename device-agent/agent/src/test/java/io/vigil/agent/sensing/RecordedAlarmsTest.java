package io.vigil.agent.sensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.policy.AlarmPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedAlarmsTest {

    @TempDir
    private Path folder;

    @Test
    void tells_programs_each_step_in_one_line() throws IOException {
        var alarms = alarms("""
                2022-05-16T04:00:35,71
                2022-05-16T04:05:35,69.6
                2022-05-16T04:10:35,75
                """);

        assertThat(alarms.jsonLines())
                .containsExactly(
                        "{\"at\":\"2022-05-16T04:05:35\",\"patient\":\"bed-7-night\",\"alarm\":\"low\",\"priority\":\"medium\",\"to\":\"raised\",\"value\":69.6,\"limit\":70,\"reading_at\":\"2022-05-16T04:05:35\"}",
                        "{\"at\":\"2022-05-16T04:10:35\",\"patient\":\"bed-7-night\",\"alarm\":\"low\",\"priority\":\"medium\",\"to\":\"recovered\",\"value\":75,\"limit\":70,\"reading_at\":\"2022-05-16T04:10:35\"}",
                        "{\"at\":\"2022-05-16T04:10:35\",\"patient\":\"bed-7-night\",\"alarm\":\"low\",\"priority\":\"medium\",\"to\":\"cleared\",\"value\":75,\"limit\":70,\"reading_at\":\"2022-05-16T04:10:35\"}");
    }

    @Test
    void tells_the_sensors_words_as_words_and_silence_as_no_value() throws IOException {
        var alarms = alarms("""
                2022-05-16T04:00:00,LO
                2022-05-16T04:25:00,90
                """);

        assertThat(alarms.jsonLines())
                .anyMatch(line -> line.contains("\"alarm\":\"urgent-low\"")
                        && line.contains("\"to\":\"raised\"")
                        && line.contains("\"value\":\"LO\""))
                .contains(
                        "{\"at\":\"2022-05-16T04:20:00\",\"patient\":\"bed-7-night\",\"alarm\":\"signal-lost\",\"priority\":\"medium\",\"to\":\"raised\",\"value\":null,\"limit\":20,\"reading_at\":\"2022-05-16T04:00:00\"}");
    }

    @Test
    void tells_people_the_night_as_a_story() throws IOException {
        var alarms = alarms("""
                2022-05-15T23:50:00,100
                2022-05-15T23:55:00,69
                2022-05-16T00:00:00,105
                2022-05-16T00:24:00,110
                """);

        assertThat(alarms.table())
                .containsExactly(
                        "Bed 7, night.csv: 4 readings, Sun 15 May 2022 23:50:00 to Mon 16 May 2022 00:24:00",
                        "",
                        "Sun 15 May 2022",
                        "  23:55:00  medium  low          raised       69 (limit below 70)",
                        "",
                        "Mon 16 May 2022",
                        "  00:00:00  medium  low          recovered    105 (limit below 70)",
                        "  00:00:00  medium  low          cleared      105 (limit below 70)",
                        "  00:20:00  medium  signal lost  raised       no reading since 00:00:00, 20 min (limit 20 min)",
                        "  00:24:00  medium  signal lost  recovered    110 (limit 20 min)",
                        "  00:24:00  medium  signal lost  cleared      110 (limit 20 min)",
                        "",
                        "Raised: 1 low, 1 signal lost");
    }

    @Test
    void has_nothing_to_tell_of_a_quiet_night_or_an_empty_one() throws IOException {
        assertThat(alarms("2022-05-16T04:00:00,100\n").table())
                .containsExactly("Bed 7, night.csv: 1 reading, Mon 16 May 2022 04:00:00", "", "No alarm");
        assertThat(alarms("").table()).containsExactly("Bed 7, night.csv: no readings", "", "No alarm");
        assertThat(alarms("").jsonLines()).isEmpty();
    }

    @Test
    void tells_a_recording_again_under_other_limits() throws IOException {
        var rows = "2022-05-16T04:00:00,80\n";
        var policy = folder.resolve("ward.properties");
        Files.writeString(policy, "alarm.low.below = 85 mg/dL\nalarm.low.recovers-at = 90 mg/dL\n");

        assertThat(alarms(rows).jsonLines()).isEmpty();
        assertThat(RecordedAlarms.of(recording(rows), PolicyFile.read(policy)).jsonLines())
                .singleElement()
                .asString()
                .contains("\"alarm\":\"low\"", "\"value\":80,\"limit\":85");
    }

    @Test
    void refuses_limits_that_are_not_safe_not_understood_or_not_there() throws IOException {
        var policy = folder.resolve("ward.properties");

        Files.writeString(policy, "alarm.urgent-low.at-or-below = 50 mg/dL");
        assertThatThrownBy(() -> PolicyFile.read(policy))
                .isInstanceOf(SensingFailed.class)
                .hasMessageContaining("ward.properties: ");

        Files.writeString(policy, "alarm.lwo.below = 70 mg/dL");
        assertThatThrownBy(() -> PolicyFile.read(policy))
                .isInstanceOf(SensingFailed.class)
                .hasMessageContaining("alarm.lwo.below");

        Files.writeString(policy, "alarm.low.below = \\u00zz");
        assertThatThrownBy(() -> PolicyFile.read(policy))
                .isInstanceOf(SensingFailed.class)
                .hasMessageContaining("cannot be read");

        assertThatThrownBy(() -> PolicyFile.read(folder.resolve("none")))
                .isInstanceOf(SensingFailed.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void finds_a_name_for_the_patient_whatever_the_file_is_called() {
        for (var name : List.of("Station.csv", "---.csv.gz", "Ö.csv", "x".repeat(90) + ".csv", ".gz")) {
            var recording = new Recording(name, List.of(), List.of());

            assertThat(RecordedAlarms.of(recording, AlarmPolicy.standard()).jsonLines())
                    .isEmpty();
        }
    }

    private RecordedAlarms alarms(String rows) throws IOException {
        return RecordedAlarms.of(recording(rows), AlarmPolicy.standard());
    }

    private Recording recording(String rows) throws IOException {
        var file = folder.resolve("Bed 7, night.csv");
        Files.writeString(file, "taken_at_local,mg_per_dl\n" + rows);
        return Recording.read(file, LocalDateTime.parse("2022-05-17T00:00:00"));
    }
}
