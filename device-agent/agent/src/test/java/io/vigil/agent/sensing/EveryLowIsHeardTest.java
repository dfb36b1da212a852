package io.vigil.agent.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds what the replay tells against the rows of every recording, by loops that know nothing of rules, readers or
 * histories: they read the rows and the printed lines themselves.
 */
class EveryLowIsHeardTest {

    private static final Pattern STEP =
            Pattern.compile("\"at\":\"([^\"]*)\".*\"alarm\":\"([^\"]*)\".*\"to\":\"([^\"]*)\"");

    private record Row(LocalDateTime at, double mgPerDl) {}

    private record Step(LocalDateTime at, String alarm, String to) {}

    static List<Path> recordings() throws IOException {
        try (Stream<Path> files = Files.walk(Nights.FOLDER)) {
            return files.filter(file -> file.toString().matches(".*\\.csv(\\.gz)?"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void there_are_lows_and_silences_to_be_heard() throws IOException {
        var lows = 0;
        var silences = 0;
        for (var recording : recordings()) {
            var rows = rows(recording);
            lows += (int) rows.stream().filter(row -> row.mgPerDl() <= 54).count();
            silences += silences(rows).size();
        }

        assertThat(recordings()).hasSize(56);
        assertThat(lows).isGreaterThan(3_000);
        assertThat(silences).isGreaterThan(800);
    }

    // [utest->req~alarm.urgent-low~1]
    @ParameterizedTest
    @MethodSource("recordings")
    void every_reading_of_54_or_less_lies_under_an_urgent_low_and_none_begins_without_one(Path recording)
            throws IOException {
        var rows = rows(recording);
        var steps = steps(recording);
        var urgent = momentsUnder("urgent-low", steps, rows);
        var lows = new HashSet<LocalDateTime>();

        for (var row : rows) {
            if (row.mgPerDl() <= 54) {
                lows.add(row.at());
                assertThat(urgent.contains(row.at())).as("%s", row).isTrue();
            }
        }

        for (var step : steps) {
            if (step.alarm().equals("urgent-low") && step.to().equals("raised")) {
                assertThat(lows.contains(step.at())).as("%s", step).isTrue();
            }
        }
    }

    // [utest->req~alarm.low~1]
    @ParameterizedTest
    @MethodSource("recordings")
    void every_reading_below_70_lies_under_a_low_or_an_urgent_low(Path recording) throws IOException {
        var rows = rows(recording);
        var steps = steps(recording);
        var under = momentsUnder("low", steps, rows);
        under.addAll(momentsUnder("urgent-low", steps, rows));

        for (var row : rows) {
            if (row.mgPerDl() < 70) {
                assertThat(under.contains(row.at())).as("%s", row).isTrue();
            }
        }
    }

    // [utest->req~alarm.signal-lost~1]
    @ParameterizedTest
    @MethodSource("recordings")
    void every_silence_of_more_than_20_minutes_is_told_once_and_nothing_else_is(Path recording) throws IOException {
        var told = steps(recording).stream()
                .filter(step -> step.alarm().equals("signal-lost") && step.to().equals("raised"))
                .map(Step::at)
                .toList();

        assertThat(told)
                .isEqualTo(silences(rows(recording)).stream()
                        .map(since -> since.plusMinutes(20))
                        .toList());
    }

    /** Whether, of all steps up to that moment, the last that began or ended this alarm began it. */
    private static Set<LocalDateTime> momentsUnder(String alarm, List<Step> steps, List<Row> rows) {
        var under = new HashSet<LocalDateTime>();
        var open = false;
        var next = 0;
        for (var row : rows) {
            while (next < steps.size() && !steps.get(next).at().isAfter(row.at())) {
                var step = steps.get(next++);
                if (step.alarm().equals(alarm)) {
                    open = switch (step.to()) {
                        case "raised" -> true;
                        case "recovered", "cleared" -> false;
                        default -> open;
                    };
                }
            }
            if (open) {
                under.add(row.at());
            }
        }
        return under;
    }

    private static List<LocalDateTime> silences(List<Row> rows) {
        var silences = new ArrayList<LocalDateTime>();
        for (var i = 1; i < rows.size(); i++) {
            if (Duration.between(rows.get(i - 1).at(), rows.get(i).at()).compareTo(Duration.ofMinutes(20)) > 0) {
                silences.add(rows.get(i - 1).at());
            }
        }
        return silences;
    }

    private static List<Step> steps(Path recording) {
        var steps = new ArrayList<Step>();
        for (var line : ToldAlarms.of(recording)) {
            var step = STEP.matcher(line);
            assertThat(step.find()).as(line).isTrue();
            steps.add(new Step(LocalDateTime.parse(step.group(1)), step.group(2), step.group(3)));
        }
        return steps;
    }

    private static List<Row> rows(Path recording) throws IOException {
        var rows = new ArrayList<Row>();
        try (var file = Files.newInputStream(recording);
                var text = new BufferedReader(new InputStreamReader(
                        recording.toString().endsWith(".gz") ? new GZIPInputStream(file) : file,
                        StandardCharsets.UTF_8))) {
            text.readLine();
            for (var line = text.readLine(); line != null; line = text.readLine()) {
                var comma = line.indexOf(',');
                rows.add(new Row(
                        LocalDateTime.parse(line.substring(0, comma)), Double.parseDouble(line.substring(comma + 1))));
            }
        }
        return rows;
    }
}
