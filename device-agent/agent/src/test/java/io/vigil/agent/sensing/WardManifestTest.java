package io.vigil.agent.sensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.agent.sensing.WardManifest.Bed;
import io.vigil.glucose.Reading;
import io.vigil.glucose.Reading.AboveRange;
import io.vigil.glucose.Reading.BelowRange;
import io.vigil.glucose.Reading.Measured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WardManifestTest {

    private static final Instant FOUR = Instant.parse("2022-05-16T02:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void tells_who_lies_on_ward_4b() {
        var ward = WardManifest.read(Nights.FOLDER.resolve("ward-4b.json"));

        assertThat(ward.ward()).isEqualTo("Ward 4B");
        assertThat(ward.storyStarts()).isEqualTo(FOUR);
        assertThat(ward.beds())
                .extracting(bed -> bed.patient().bed() + " " + bed.patient().name())
                .containsExactly(
                        "Bed 01 Byrne, Colm",
                        "Bed 02 Haddad, Samir",
                        "Bed 03 Nowak, Piotr",
                        "Bed 04 Kowalska, Ewa",
                        "Bed 05 Lindqvist, Anna",
                        "Bed 06 Demir, Leyla",
                        "Bed 07 Osei, Margaret",
                        "Bed 08 Fischer, Uwe",
                        "Bed 09 Alvarez, Rosa",
                        "Bed 10 Marsh, Eleanor",
                        "Bed 11 Whitfield, Jo",
                        "Bed 12 Tanaka, Hiro");
    }

    /** What the demo shows stands and falls with these. */
    @Test
    void has_the_lows_the_high_the_silence_and_the_ending_sensor_of_the_demo() {
        var ward = WardManifest.read(Nights.FOLDER.resolve("ward-4b.json"));
        var beds = ward.beds().stream().map(WardManifestTest::told).toList();

        assertThat(between(beds.get(6), 4, 13)).anyMatch(value -> value <= 54);
        assertThat(between(beds.get(6), -60, 4)).allMatch(value -> value > 54);
        assertThat(between(beds.get(6), 29, 45)).hasSize(3).allMatch(value -> value >= 60);
        assertThat(between(beds.get(10), -6, 50)).allMatch(value -> value > 54 && value < 70);
        assertThat(between(beds.get(2), -49, 139)).isEmpty();
        assertThat(between(beds.get(2), -60, -49)).isNotEmpty();
        assertThat(between(beds.get(2), 139, 150)).isNotEmpty();
        assertThat(between(beds.get(8), -30, 60)).allMatch(value -> value > 250);
        assertThat(between(beds.get(1), -65, 1)).startsWith(237.6).endsWith(118.8);
        assertThat(ward.beds().get(4).sensors().getFirst().endsAt()).isEqualTo(FOUR.plus(Duration.ofMinutes(150)));
        for (var calm : List.of(1, 4, 5, 6, 8, 10, 12)) {
            assertThat(between(beds.get(calm - 1), -60, 60))
                    .as("Bed %d", calm)
                    .hasSizeGreaterThan(20)
                    .allMatch(value -> value >= 70 && value <= 180);
        }
    }

    @Test
    void gives_every_bed_two_weeks_of_past_and_four_of_them_ninety_days() {
        var ward = WardManifest.read(Nights.FOLDER.resolve("ward-4b.json"));

        var days = ward.beds().stream().map(WardManifestTest::daysOfPast).toList();

        assertThat(days).allMatch(past -> past >= 14);
        assertThat(days.stream().filter(past -> past >= 89)).hasSize(4);
    }

    @Test
    void names_the_key_that_is_missing() throws IOException {
        assertThatThrownBy(() -> read(text -> text.replace("\"moment\": \"2022-05-16T04:00:00\",", "")))
                .isInstanceOf(SensingFailed.class)
                .hasMessage(folder.resolve("ward.json") + ": beds 1, moment: it is missing. Mend the line.");
    }

    @Test
    void names_the_key_that_nobody_knows() {
        assertThatThrownBy(() -> read(text -> text.replace("\"about\"", "\"colour\": \"red\", \"about\"")))
                .isInstanceOf(SensingFailed.class)
                .hasMessage(folder.resolve("ward.json") + ": beds 1, colour: there is no such key. Mend the line.");
    }

    @Test
    void names_what_cannot_be_understood() {
        assertThatThrownBy(() -> read(text -> text.replace("1970-02-14", "Valentine's day")))
                .isInstanceOf(SensingFailed.class)
                .hasMessageContaining("beds 1, born: ")
                .hasMessageContaining("Valentine's day");
        assertThatThrownBy(() -> read(text -> text.replace("\"interval_min\": 5", "\"interval_min\": 0")))
                .hasMessageContaining("beds 1, sensors 1, interval_min: 0 is not above 0");
        assertThatThrownBy(() -> read(text -> text.replace("Europe/Berlin", "Europe/Atlantis")))
                .hasMessageContaining("zone: ");
        assertThatThrownBy(() -> read(text -> text.replace("p-07", "Osei Margaret")))
                .hasMessageContaining("beds 1, id: Not a patient's id");
        assertThatThrownBy(() -> read(text -> text.replace("night.csv", "day.csv")))
                .hasMessageContaining("beds 1, recording: there is no such file beside the manifest");
        assertThatThrownBy(() -> read(text -> "[]")).hasMessageContaining("is no JSON object");
        assertThatThrownBy(() -> read(text -> text.substring(20))).hasMessageContaining("is no JSON object");
    }

    @Test
    void refuses_two_patients_in_one_bed() {
        assertThatThrownBy(() -> read(text -> {
                    var beds = text.indexOf("[") + 1;
                    var bed = text.substring(beds, text.lastIndexOf("]"));
                    return text.substring(0, beds) + bed + "," + bed.replace("p-07", "p-08")
                            + text.substring(beds + bed.length());
                }))
                .isInstanceOf(SensingFailed.class)
                .hasMessageContaining("Bed 07 or its patient p-08 stands there twice");
    }

    private WardManifest read(UnaryOperator<String> slip) throws IOException {
        Files.writeString(folder.resolve("night.csv"), "taken_at_local,mg_per_dl\n");
        var file = folder.resolve("ward.json");
        Files.writeString(file, slip.apply("""
                {
                  "ward": "Ward", "zone": "Europe/Berlin", "story_starts": "2022-05-16T04:00:00", "past_days": 90,
                  "beds": [{
                    "id": "p-07", "bed": "Bed 07", "name": "Osei, Margaret", "born": "1970-02-14", "number": "7",
                    "about": "type 1 diabetes", "recording": "night.csv", "moment": "2022-05-16T04:00:00",
                    "sensors": [{
                      "serial": "3N6 B44 751", "site": "abdomen", "starts": "2022-05-10T08:50:00",
                      "ends": "2022-05-20T08:50:00", "interval_min": 5
                    }]
                  }]
                }
                """));
        return WardManifest.read(file);
    }

    private static List<Double> between(List<Reading> readings, int fromMinute, int toMinute) {
        return readings.stream()
                .filter(reading -> !reading.at().isBefore(FOUR.plusSeconds(60L * fromMinute))
                        && reading.at().isBefore(FOUR.plusSeconds(60L * toMinute)))
                .map(reading -> switch (reading) {
                    case Measured(var _, var glucose) -> glucose.mgPerDl();
                    case BelowRange _ -> 0.0;
                    case AboveRange _ -> 1000.0;
                })
                .toList();
    }

    private static long daysOfPast(Bed bed) {
        return Duration.between(told(bed).getFirst().at(), FOUR).toDays();
    }

    private static List<Reading> told(Bed bed) {
        return Recording.read(bed.recording(), LocalDateTime.MAX).placed(bed.moment(), FOUR);
    }
}
