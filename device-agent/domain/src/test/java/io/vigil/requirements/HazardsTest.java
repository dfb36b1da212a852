package io.vigil.requirements;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmKind;
import io.vigil.requirements.Requirements.Required;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The table of hazards names nothing that is not there, and claims no proof that nobody gives. */
class HazardsTest {

    private static final Pattern NAMED = Pattern.compile("`([^`]+)`");
    private static final Pattern SEVERITY = Pattern.compile("; \\*\\*(catastrophic|critical|serious|minor)\\*\\*$");

    private static final Set<String> REQUIRED =
            Requirements.all().stream().map(Required::id).collect(toSet());
    private static final Map<String, Set<String>> PROVED_BY = Requirements.provedBy();

    /** A row of the table. */
    record Hazard(
            String id, String whatAndWhy, String harm, List<String> measures, List<String> tests, String remains) {

        static Hazard of(String line) {
            var cells = line.split("\\|", -1);
            assertThat(cells).as(line).hasSize(8);
            return new Hazard(
                    cells[1].strip(),
                    cells[2].strip(),
                    cells[3].strip(),
                    named(cells[4]),
                    named(cells[5]),
                    cells[6].strip());
        }

        private static List<String> named(String cell) {
            return NAMED.matcher(cell)
                    .results()
                    .map((MatchResult name) -> name.group(1))
                    .toList();
        }

        @Override
        public String toString() {
            return id;
        }
    }

    static final List<Hazard> HAZARDS = Requirements.read(Requirements.FOLDER.resolve("hazards.md"))
            .lines()
            .filter(line -> line.startsWith("| H-"))
            .map(Hazard::of)
            .toList();

    @Test
    void they_are_numbered_without_a_hole() {
        assertThat(HAZARDS)
                .hasSizeGreaterThanOrEqualTo(25)
                .extracting(Hazard::id)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, HAZARDS.size())
                        .mapToObj(number -> "H-%02d".formatted(number))
                        .toList());
    }

    @ParameterizedTest
    @FieldSource("HAZARDS")
    void each_says_what_it_is_whom_it_harms_and_what_remains(Hazard hazard) {
        assertThat(hazard.whatAndWhy()).containsPattern("^\\*\\*.+\\*\\*: .+");
        assertThat(hazard.harm()).containsPattern(SEVERITY);
        assertThat(hazard.remains()).endsWith(".");
    }

    @ParameterizedTest
    @FieldSource("HAZARDS")
    void each_measure_is_required(Hazard hazard) {
        assertThat(hazard.measures()).isNotEmpty().isSubsetOf(REQUIRED);
    }

    @ParameterizedTest
    @FieldSource("HAZARDS")
    void each_test_is_there_and_proves_a_measure(Hazard hazard) {
        assertThat(hazard.tests()).isNotEmpty().allSatisfy(test -> {
            assertThat(PROVED_BY.containsKey(test)).as("there is a %s", test).isTrue();
            assertThat(proved(test)).containsAnyElementsOf(hazard.measures());
        });
    }

    @ParameterizedTest
    @FieldSource("HAZARDS")
    void each_measure_is_proved_by_a_test_beside_it(Hazard hazard) {
        assertThat(hazard.measures())
                .allSatisfy(measure -> assertThat(hazard.tests())
                        .anySatisfy(test -> assertThat(PROVED_BY.getOrDefault(test, Set.of()))
                                .contains(measure)));
    }

    @ParameterizedTest
    @EnumSource
    void each_alarm_answers_a_hazard(AlarmKind kind) {
        assertThat(HAZARDS)
                .flatExtracting(Hazard::measures)
                .anyMatch(measure -> measure.startsWith("req~alarm." + kind.word() + "~"));
    }

    private static Set<String> proved(String test) {
        return PROVED_BY.getOrDefault(test, Set.of());
    }
}
