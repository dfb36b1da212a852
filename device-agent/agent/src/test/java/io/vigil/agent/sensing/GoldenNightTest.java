package io.vigil.agent.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.policy.AlarmPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Recorded nights and the alarms they must raise under the standard policy. Who changes a rule reads what changed here. */
class GoldenNightTest {

    static List<Path> nights() throws IOException {
        try (Stream<Path> files = Files.list(Nights.FOLDER.resolve("golden"))) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void there_are_four_nights() throws IOException {
        assertThat(nights()).hasSize(4);
    }

    @ParameterizedTest
    @MethodSource("nights")
    void raises_what_it_must(Path night) throws IOException {
        assertThat(told(night)).isNotEmpty().containsExactlyElementsOf(Files.readAllLines(golden(night)));
    }

    /** Writes them anew after a change of a rule. */
    static void main() throws IOException {
        for (var night : nights()) {
            Files.write(golden(night), told(night));
        }
    }

    private static List<String> told(Path night) {
        return RecordedAlarms.of(Recording.read(night, LocalDateTime.MAX), AlarmPolicy.standard())
                .jsonLines();
    }

    private static Path golden(Path night) {
        return night.resolveSibling(night.getFileName().toString().replace(".csv", ".jsonl"));
    }
}
