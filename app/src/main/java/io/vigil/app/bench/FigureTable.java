package io.vigil.app.bench;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Figures as rows for people, beside what must be reached. */
public final class FigureTable {

    private static final String FORESEEN = "≥ 15, sensitivity ≥ 96, false a day ≤ 1.5";

    /** What must be reached, by the beginning of a figure's name. */
    private static final Map<String, String> MUST_REACH = Map.ofEntries(
            Map.entry("alarm-latency", "p50 ≤ 20, p99 ≤ 50"),
            Map.entry("ingest-batches", "≥ 100,000"),
            Map.entry("ingest-single", "≥ 5,000"),
            Map.entry("store-bytes", "≤ 3"),
            Map.entry("store-open", "≤ 2,000 with 50,000,000"),
            Map.entry("store-90-days", "≤ 25"),
            Map.entry("start-agent", "≤ 1,500"),
            Map.entry("start-app", "≤ 1,000"),
            Map.entry("chart", "p99 ≤ 16"),
            Map.entry("forecast-physiocgm-vigil", FORESEEN),
            Map.entry("forecast-azt1d-vigil", FORESEEN));

    private FigureTable() {}

    public static String head() {
        return row("", "unit", "n", "p50", "p99", "max", "floor", "ratio", "must reach");
    }

    public static String row(Figure figure) {
        var row = figureRow(figure);
        return figure.beside().isEmpty()
                ? row
                : row + System.lineSeparator() + "    "
                        + figure.beside().entrySet().stream()
                                .map(each -> each.getKey().replace('_', ' ') + " " + number(each.getValue()))
                                .collect(Collectors.joining(", "));
    }

    private static String figureRow(Figure figure) {
        return row(
                figure.name(),
                figure.unit(),
                Integer.toString(figure.n()),
                number(figure.p50()),
                number(figure.p99()),
                number(figure.max()),
                number(figure.floor()),
                number(figure.ratio()),
                MUST_REACH.entrySet().stream()
                        .filter(goal -> figure.name().startsWith(goal.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(""));
    }

    private static String row(
            String name,
            String unit,
            String n,
            String p50,
            String p99,
            String max,
            String floor,
            String ratio,
            String goal) {
        return String.format(
                        Locale.ROOT,
                        "%-24s %-11s %5s %10s %10s %10s %10s %7s  %s",
                        name,
                        unit,
                        n,
                        p50,
                        p99,
                        max,
                        floor,
                        ratio,
                        goal)
                .stripTrailing();
    }

    /** Three figures that count, as far as they lie behind the point. */
    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "-";
        }
        var size = Math.abs(value);
        var pattern = size < 0.1 ? "%,.3f" : size < 10 ? "%,.2f" : size < 100 ? "%,.1f" : "%,.0f";
        return String.format(Locale.ROOT, pattern, value);
    }
}
