package io.vigil.agent.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recorded person and the alarms they must raise under the standard policy, as reviewed; {@link GoldenCohorts} writes them. */
class GoldenCohortTest {

    static List<Path> people() throws IOException {
        return GoldenCohorts.recordings();
    }

    @Test
    void everybody_has_a_reviewed_file_and_no_file_is_of_nobody() throws IOException {
        try (Stream<Path> files = Files.walk(GoldenCohorts.GOLDEN)) {
            assertThat(files.filter(file -> file.toString().endsWith(".txt")))
                    .containsExactlyInAnyOrderElementsOf(
                            people().stream().map(GoldenCohorts::golden).toList())
                    .hasSize(40);
        }
    }

    @ParameterizedTest
    @MethodSource("people")
    void raises_what_it_must(Path person) throws IOException {
        assertThat(GoldenCohorts.lines(person))
                .containsExactlyElementsOf(Files.readAllLines(GoldenCohorts.golden(person)));
    }

    @Test
    void rings_as_often_as_was_found_bearable() throws IOException {
        assertThat(GoldenCohorts.burden()).isEqualTo(Files.readString(GoldenCohorts.BURDEN));
    }
}
