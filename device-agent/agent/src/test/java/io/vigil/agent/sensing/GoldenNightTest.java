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
        var expected = night.resolveSibling(night.getFileName().toString().replace(".csv", ".jsonl"));

        var alarms = RecordedAlarms.of(Recording.read(night, LocalDateTime.MAX), AlarmPolicy.standard());

        assertThat(alarms.jsonLines()).isNotEmpty().containsExactlyElementsOf(Files.readAllLines(expected));
    }
}
