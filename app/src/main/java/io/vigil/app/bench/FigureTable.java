package io.vigil.app.bench;

import java.util.Locale;
import java.util.Map;

/** Figures as rows for people, beside what must be reached. */
public final class FigureTable {

    /** What must be reached, by the beginning of a figure's name. */
    private static final Map<String, String> MUST_REACH = Map.of(
            "alarm-latency", "p50 ≤ 20, p99 ≤ 50",
            "ingest-batches", "≥ 100,000",
            "ingest-single", "≥ 5,000",
            "store-bytes", "≤ 3",
            "store-open", "≤ 2,000 with 50,000,000",
            "store-90-days", "≤ 25",
            "start-agent", "≤ 1,500",
            "start-app", "≤ 1,000",
            "chart", "p99 ≤ 16");

    private FigureTable() {}

    public static String head() {
        return row("", "unit", "n", "p50", "p99", "max", "floor", "ratio", "must reach");
    }

    public static String row(Figure figure) {
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
