package io.vigil.agent.sensing;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.vigil.alarm.AlarmKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The alarms that the standard policy raises on every recorded person, as they were reviewed: a line each, and a table of
 * how many a day. {@link #main} writes them anew after a change of a rule; what then differs is read before it is committed.
 */
final class GoldenCohorts {

    static final Path COHORTS = Nights.FOLDER.resolve("cohorts");
    static final Path GOLDEN = Nights.FOLDER.resolve("golden").resolve("cohorts");
    static final Path BURDEN = GOLDEN.resolve("README.md");

    /** A gap longer than that is no time watched: it is told once, as a lost signal. */
    private static final Duration WATCHED_GAP = Duration.ofMinutes(20);

    private static final String ABOUT = """
            # The alarms of all people

            Every alarm that the standard policy raises on the recordings of `nights/cohorts`, a file a person and a line an alarm:
            when it was raised, which, the value, and for how long its condition lasted; nobody answers. `GoldenCohortTest` tells
            them all again and compares; `GoldenCohorts` writes them anew. `EveryLowIsHeardTest`, which knows none of the rules,
            holds them against the rows.

            Alarms raised a day and a person, of the time in which readings came:

            """;

    private GoldenCohorts() {}

    /** Writes all of it anew. */
    static void main() throws IOException {
        for (var recording : recordings()) {
            Files.createDirectories(golden(recording).getParent());
            Files.write(golden(recording), lines(recording));
        }
        Files.writeString(BURDEN, burden());
    }

    static List<Path> recordings() throws IOException {
        try (Stream<Path> files = Files.walk(COHORTS)) {
            return files.filter(file -> file.toString().endsWith(".csv.gz"))
                    .sorted()
                    .toList();
        }
    }

    static Path golden(Path recording) {
        return GOLDEN.resolve(COHORTS.relativize(recording).toString().replace(".csv.gz", ".txt"));
    }

    /** Such as {@code 2022-06-10T09:28:54 low 65, 37 min}. */
    static List<String> lines(Path recording) {
        var lines = new ArrayList<String>();
        var open = new HashMap<String, Integer>();
        for (var printed : ToldAlarms.of(recording)) {
            var step = JsonParser.parseString(printed).getAsJsonObject();
            var alarm = step.get("alarm").getAsString();
            if (step.get("to").getAsString().equals("raised")) {
                open.put(alarm, lines.size());
                lines.add(begin(step, alarm));
            } else {
                var place = open.remove(alarm);
                if (place != null) {
                    lines.set(place, lines.get(place) + ", " + minutes(lines.get(place), step) + " min");
                }
            }
        }
        return lines;
    }

    /** How many alarms of each kind a day, by cohort. */
    static String burden() throws IOException {
        var days = new TreeMap<String, Double>();
        var raised = new TreeMap<String, Map<String, Integer>>();
        for (var recording : recordings()) {
            var cohort = COHORTS.relativize(recording).getName(0).toString();
            days.merge(cohort, days(recording), Double::sum);
            lines(recording)
                    .forEach(line -> raised.computeIfAbsent(cohort, _ -> new HashMap<>())
                            .merge(line.split("[ ,]", -1)[1], 1, Integer::sum));
        }
        return ABOUT
                + "| | " + String.join(" | ", days.keySet()) + " |\n"
                + "|---|" + "---:|".repeat(days.size()) + "\n"
                + row("days", days.keySet().stream().map(cohort -> "%.0f".formatted(days.get(cohort))))
                + kinds(raised)
                        .map(kind -> row(
                                kind,
                                days.keySet().stream()
                                        .map(cohort ->
                                                perDay(raised, days, cohort, count -> count.getOrDefault(kind, 0)))))
                        .collect(Collectors.joining())
                + row(
                        "all",
                        days.keySet().stream()
                                .map(cohort -> perDay(
                                        raised,
                                        days,
                                        cohort,
                                        count -> count.values().stream()
                                                .mapToInt(Integer::intValue)
                                                .sum())));
    }

    private static Stream<String> kinds(Map<String, Map<String, Integer>> raised) {
        return Stream.of(AlarmKind.values())
                .map(AlarmKind::word)
                .filter(kind -> raised.values().stream().anyMatch(count -> count.containsKey(kind)));
    }

    private static String perDay(
            Map<String, Map<String, Integer>> raised,
            Map<String, Double> days,
            String cohort,
            ToIntFunction<Map<String, Integer>> count) {
        return String.format(
                Locale.ROOT,
                "%.2f",
                count.applyAsInt(raised.getOrDefault(cohort, Map.of())) / Objects.requireNonNull(days.get(cohort)));
    }

    private static String row(String first, Stream<String> cells) {
        return "| " + first + " | " + cells.collect(Collectors.joining(" | ")) + " |\n";
    }

    private static String begin(JsonObject step, String alarm) {
        var value = step.get("value");
        return step.get("at").getAsString() + " " + alarm + (value.isJsonNull() ? "" : " " + value.getAsString());
    }

    private static long minutes(String line, JsonObject end) {
        return Duration.between(
                        LocalDateTime.parse(line.substring(0, line.indexOf(' '))),
                        LocalDateTime.parse(end.get("at").getAsString()))
                .toMinutes();
    }

    private static double days(Path recording) {
        var readings = Recording.read(recording, LocalDateTime.MAX).readings();
        var watched = Duration.ZERO;
        for (var i = 1; i < readings.size(); i++) {
            var gap = Duration.between(readings.get(i - 1).at(), readings.get(i).at());
            watched = watched.plus(gap.compareTo(WATCHED_GAP) < 0 ? gap : WATCHED_GAP);
        }
        return watched.toMinutes() / 1440.0;
    }
}
