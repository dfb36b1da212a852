package io.vigil.agent.sensing;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.glucose.Glucose;
import io.vigil.glucose.Reading;
import io.vigil.glucose.Reading.AboveRange;
import io.vigil.glucose.Reading.BelowRange;
import io.vigil.glucose.Reading.Measured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingTest {

    private static final LocalDateTime NOW = LocalDateTime.parse("2022-05-16T12:00:00");
    private static final String HEADER = "taken_at_local,mg_per_dl";

    @TempDir
    private Path folder;

    @Test
    void takes_numbers_decimals_and_the_sensors_words() throws IOException {
        var night = read(
                HEADER,
                "2022-05-16T04:00:35,55",
                "2022-05-16T04:05:35,54.4",
                "2022-05-16T04:10:35,LO",
                "2022-05-16T04:15:35,Low",
                "2022-05-16T09:00,HI",
                "2022-05-16T09:05:00,High",
                "2022-05-16T09:10:00,171.25");

        assertThat(night.refusals()).isEmpty();
        assertThat(night.readings())
                .containsExactly(
                        measured("2022-05-16T04:00:35", 55),
                        measured("2022-05-16T04:05:35", 54.4),
                        new BelowRange(at("2022-05-16T04:10:35")),
                        new BelowRange(at("2022-05-16T04:15:35")),
                        new AboveRange(at("2022-05-16T09:00:00")),
                        new AboveRange(at("2022-05-16T09:05:00")),
                        measured("2022-05-16T09:10:00", 171.3));
    }

    // [utest->req~input.refused-with-reason~1]
    @Test
    void takes_the_good_rows_around_every_bad_one() throws IOException {
        var night = read(
                HEADER,
                "2022-05-16T04:00:00,100",
                "2022-05-16T04:05:00,41O",
                "2022-05-16T04:10:00,101",
                "2022-05-16T04:15:00,0",
                "2022-05-16T04:20:00,102",
                "2022-05-16T04:25:00,4000",
                "2022-05-16T04:30:00,4,000",
                "2022-05-16T04:35:00,103",
                "2022-05-16T04:10:00,104",
                "2022-05-16T04:35:00,105",
                "2022-05-16T04:40:00,106",
                "2022-05-16T12:05:01,107",
                "half past five,108",
                "2022-05-16T05:00:00",
                "2022-05-16T05:05:00,109");

        assertThat(night.readings())
                .extracting(RecordingTest::mgPerDl)
                .containsExactly(100.0, 101.0, 102.0, 103.0, 106.0, 109.0);
        assertThat(night.refusals())
                .extracting(Refusal::sentence)
                .containsExactly(
                        "night.csv line 3: \"41O\" is no number. Write mg/dL, or LO or HI.",
                        "night.csv line 5: 0 mg/dL is nothing a sensor can say (20 to 600). Correct the value or leave the row out.",
                        "night.csv line 7: 4000 mg/dL is nothing a sensor can say (20 to 600). Correct the value or leave the row out.",
                        "night.csv line 8: 2 columns are needed, not 3. Write taken_at_local,mg_per_dl, with a point in decimals and no separator of thousands.",
                        "night.csv line 10: the time goes back to 2022-05-16T04:10 after 2022-05-16T04:35 in line 9. Sort the rows by time.",
                        "night.csv line 11: the time 2022-05-16T04:35 repeats line 9. Leave one of the two out.",
                        "night.csv line 13: 2022-05-16T12:05:01 is in the future: it is now 2022-05-16T12:00. Set the clock that wrote the file, or correct the time.",
                        "night.csv line 14: \"half past five\" is no time. Write the wearer's clock as 2022-05-16T04:05:35.",
                        "night.csv line 15: 2 columns are needed, not 1. Write taken_at_local,mg_per_dl, with a point in decimals and no separator of thousands.");
    }

    @Test
    void bears_a_clock_five_minutes_ahead_and_no_more() throws IOException {
        var night = read(HEADER, "2022-05-16T12:05:00,100", "2022-05-16T12:05:01,101");

        assertThat(night.readings()).containsExactly(measured("2022-05-16T12:05:00", 100));
        assertThat(night.refusals()).extracting(Refusal::line).containsExactly(3);
    }

    @Test
    void loses_one_row_to_a_clock_that_jumped_ahead_and_back() throws IOException {
        var night = read(
                HEADER,
                "2022-05-14T04:00:00,100",
                "2022-05-16T04:05:00,101",
                "2022-05-14T04:10:00,102",
                "2022-05-14T04:15:00,103");

        assertThat(night.readings()).hasSize(3);
        assertThat(night.refusals())
                .extracting(Refusal::sentence)
                .containsExactly("night.csv line 3: the time 2022-05-16T04:05 is not before 2022-05-14T04:10 in line 4."
                        + " Correct the time or sort the rows.");
    }

    @Test
    void says_so_when_a_value_looks_like_mmol_per_litre() throws IOException {
        var night = read(HEADER, "2022-05-16T04:00:00,5.4");

        assertThat(night.refusals())
                .extracting(Refusal::reason)
                .containsExactly(
                        "5.4 mg/dL is nothing a sensor can say (20 to 600). If it is mmol/L, convert the file to mg/dL.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Infinity",
                "-54",
                "+54",
                "5e1",
                "0x36",
                "54d",
                "",
                "19.99",
                "600.1",
                "５４",
                "54 mg/dL",
                "null"
            })
    void refuses_what_only_looks_like_a_value(String value) throws IOException {
        var night = read(HEADER, "2022-05-16T04:00:00," + value, "2022-05-16T04:05:00,100");

        assertThat(night.readings()).containsExactly(measured("2022-05-16T04:05:00", 100));
        assertThat(night.refusals()).extracting(Refusal::line).containsExactly(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20", "20.0", "600", "600.00"})
    void takes_all_that_a_sensor_can_say(String value) throws IOException {
        assertThat(read(HEADER, "2022-05-16T04:00:00," + value).refusals()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00",
                "+999999999-12-31T23:59:59",
                "-999999999-01-01T00:00:00",
                "2022-02-30T04:00:00"
            })
    void refuses_times_that_no_sensor_lived_in(String time) throws IOException {
        var night = read(HEADER, time + ",100", "2022-05-16T04:05:00,101");

        assertThat(night.readings()).containsExactly(measured("2022-05-16T04:05:00", 101));
        assertThat(night.refusals()).extracting(Refusal::line).containsExactly(2);
    }

    @Test
    void reads_past_byte_order_mark_carriage_returns_and_empty_lines() throws IOException {
        var file = folder.resolve("night.csv");
        Files.writeString(
                file,
                "\uFEFF" + HEADER
                        + "\r\n2022-05-16T04:00:00,100\r\n\r\n 2022-05-16T04:05:00 , 10x \r\n2022-05-16T04:10:00,102");

        var night = Recording.read(file, NOW);

        assertThat(night.readings()).hasSize(2);
        assertThat(night.refusals()).extracting(Refusal::line).containsExactly(4);
    }

    @Test
    void cuts_a_line_without_end_and_goes_on() throws IOException {
        var night = read(HEADER, "x".repeat(3_000_000), "2022-05-16T04:05:00,100");

        assertThat(night.readings()).hasSize(1);
        assertThat(night.refusals())
                .extracting(Refusal::sentence)
                .containsExactly("night.csv line 2: the line is longer than any row. Leave it out.");
    }

    @Test
    void reads_what_is_packed_whatever_it_is_called() throws IOException {
        var file = folder.resolve("night.csv");
        Files.write(file, packed(HEADER + "\n2022-05-16T04:00:00,100\n"));

        assertThat(Recording.read(file, NOW).readings()).containsExactly(measured("2022-05-16T04:00:00", 100));
    }

    @Test
    void keeps_what_came_before_a_packed_file_breaks_off() throws IOException {
        var rows = IntStream.range(0, 5_000)
                .mapToObj(minute -> NOW.minusMinutes(6_000 - minute) + "," + (70 + minute * 7919 % 181))
                .collect(Collectors.joining("\n"));
        var whole = packed(HEADER + "\n" + rows);
        var file = folder.resolve("night.csv.gz");
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));

        var night = Recording.read(file, NOW);

        assertThat(night.readings()).hasSizeGreaterThan(500).hasSizeLessThan(5_000);
        assertThat(night.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.line()).isGreaterThan(night.readings().size());
            assertThat(refusal.sentence()).contains("the file breaks off here").endsWith("fetch the file again.");
        });
    }

    @Test
    void refuses_an_unknown_layout_whole_with_file_and_line() {
        assertThatThrownBy(() -> read("Device Timestamp;Historic Glucose", "2022-05-16T04:00:00,100"))
                .isInstanceOf(SensingFailed.class)
                .hasMessage("night.csv line 1: the layout is not known: \"Device Timestamp;Historic Glucose\"."
                        + " Nothing was taken. The first line must be taken_at_local,mg_per_dl.");
    }

    @Test
    void refuses_a_file_without_a_header_whole() {
        assertThatThrownBy(() -> read("2022-05-16T04:00:00,100"))
                .isInstanceOf(SensingFailed.class)
                .hasMessageContaining("night.csv line 1: the layout is not known: \"2022-05-16T04:00:00,100\"");
    }

    @Test
    void refuses_an_empty_file_whole() {
        assertThatThrownBy(() -> Recording.read(Files.createFile(folder.resolve("night.csv")), NOW))
                .isInstanceOf(SensingFailed.class)
                .hasMessageContaining("night.csv line 1: the layout is not known: \"\"");
    }

    @Test
    void names_a_file_that_is_not_there() {
        assertThatThrownBy(() -> Recording.read(folder.resolve("night.csv"), NOW))
                .isInstanceOf(SensingFailed.class)
                .hasMessageContaining("night.csv cannot be read: NoSuchFileException");
    }

    @Test
    void is_moved_as_one_piece() throws IOException {
        var night = read(HEADER, "2022-05-16T03:55:00,100", "2022-05-16T04:00:00,LO", "2022-05-16T04:05:10,HI");

        var placed = night.placed(LocalDateTime.parse("2022-05-16T04:00:00"), Instant.parse("2026-01-01T00:00:00Z"));

        assertThat(placed)
                .extracting(Reading::at)
                .containsExactly(
                        Instant.parse("2025-12-31T23:55:00Z"),
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Instant.parse("2026-01-01T00:05:10Z"));
    }

    @Test
    void takes_every_row_of_every_recording_that_is_shipped() throws IOException {
        try (Stream<Path> files = Files.walk(Nights.FOLDER)) {
            var recordings = files.filter(file -> file.toString().matches(".*\\.csv(\\.gz)?"))
                    .map(file -> Recording.read(file, NOW.plusYears(3)))
                    .toList();

            assertThat(recordings).hasSizeGreaterThanOrEqualTo(12).allSatisfy(recording -> {
                assertThat(recording.refusals()).isEmpty();
                assertThat(recording.readings()).hasSizeGreaterThan(100);
            });
        }
    }

    private Recording read(String... lines) throws IOException {
        var file = folder.resolve("night.csv");
        Files.writeString(file, String.join("\n", lines));
        return Recording.read(file, NOW);
    }

    private static byte[] packed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static Reading measured(String time, double mgPerDl) {
        return new Measured(at(time), Glucose.mgPerDl(mgPerDl));
    }

    private static Instant at(String time) {
        return LocalDateTime.parse(time).toInstant(UTC);
    }

    private static double mgPerDl(Reading reading) {
        return switch (reading) {
            case Measured(var _, var glucose) -> glucose.mgPerDl();
            case BelowRange _ -> Double.NEGATIVE_INFINITY;
            case AboveRange _ -> Double.POSITIVE_INFINITY;
        };
    }
}
