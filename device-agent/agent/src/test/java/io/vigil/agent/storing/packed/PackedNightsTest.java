package io.vigil.agent.storing.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Real recordings, packed as the store packs them. */
class PackedNightsTest {

    private static final Path NIGHTS = Path.of(System.getProperty("vigil.root"), "resources", "nights");
    private static final long SECONDS_A_DAY = 86_400;
    private static final long MICROS_A_SECOND = 1_000_000;

    @Test
    void recordings_come_back_whole_and_take_less_than_three_bytes_a_reading() throws IOException {
        var readings = 0L;
        var bytes = 0L;
        for (var recording : recordings()) {
            for (var day : days(recording).values()) {
                var packed = DayBlock.pack(day);
                assertThat(DayBlock.unpack(packed)).isEqualTo(day);
                readings += day.size();
                bytes += packed.length;
            }
        }

        assertThat(readings).isGreaterThan(50_000);
        assertThat((double) bytes / readings).isLessThan(3.0);
    }

    private static List<Path> recordings() throws IOException {
        try (var files = Files.list(NIGHTS)) {
            return files.filter(file -> file.toString().endsWith(".csv.gz"))
                    .sorted()
                    .toList();
        }
    }

    private static Map<Long, List<PackedReading>> days(Path recording) throws IOException {
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(recording)), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(PackedNightsTest::reading)
                    .collect(Collectors.groupingBy(
                            reading -> reading.ticks() / SECONDS_A_DAY, TreeMap::new, Collectors.toList()));
        }
    }

    /** Received two to four seconds later, as over the air. */
    private static PackedReading reading(String line) {
        var words = line.split(",", -1);
        var second = LocalDateTime.parse(words[0]).toEpochSecond(ZoneOffset.UTC);
        var measure = (int) Math.rint(Double.parseDouble(words[1]) * 10);
        return new PackedReading(
                1, second, second * MICROS_A_SECOND, measure, 0, 60, second + 2 + Long.hashCode(second * 31) % 3, 0);
    }
}
