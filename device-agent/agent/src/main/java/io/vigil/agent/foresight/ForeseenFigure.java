package io.vigil.agent.foresight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.DoubleStream;

/**
 * A line of the benchmark.
 *
 * @param floor the middle of the straight line in the same run
 * @param beside what else is told, in its order
 */
public record ForeseenFigure(
        String name,
        String unit,
        int n,
        double p50,
        double p99,
        double max,
        double floor,
        SequencedMap<String, Double> beside) {

    /** Minutes of lead over the lows that were foreseen. */
    static ForeseenFigure ofLeads(String name, List<Judged> people, double floor, Map<String, Double> settings) {
        var foresight = Foresight.of(people);
        var beside = new LinkedHashMap<String, Double>();
        beside.put("people", (double) foresight.people());
        beside.put("sensitivity", foresight.sensitivity());
        tellInterval(beside, "sensitivity", Resampled.of(people, Foresight::sensitivity));
        tellInterval(beside, "lead", Resampled.of(people, Foresight::lead));
        beside.put("false_a_day", foresight.falseADay());
        tellInterval(beside, "false_a_day", Resampled.of(people, Foresight::falseADay));
        beside.put("false_told_a_day", foresight.falseToldADay());
        beside.putAll(settings);
        var leads = people.stream()
                .flatMap(person -> person.leads().stream())
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return new ForeseenFigure(
                name, "min", foresight.events(), rank(leads, 0.5), rank(leads, 0.99), rank(leads, 1), floor, beside);
    }

    /** How far a forecast lay from what came, mg/dL. */
    static ForeseenFigure ofErrors(String name, double[] errors, double floor) {
        var sizes = DoubleStream.of(errors).map(Math::abs).sorted().toArray();
        var beside = new LinkedHashMap<String, Double>();
        beside.put("mean", DoubleStream.of(sizes).average().orElse(Double.NaN));
        beside.put(
                "root_mean_square",
                Math.sqrt(DoubleStream.of(sizes)
                        .map(size -> size * size)
                        .average()
                        .orElse(Double.NaN)));
        return new ForeseenFigure(
                name, "mg/dL", sizes.length, rank(sizes, 0.5), rank(sizes, 0.99), rank(sizes, 1), floor, beside);
    }

    private static void tellInterval(Map<String, Double> beside, String name, Resampled interval) {
        beside.put(name + "_from", interval.from());
        beside.put(name + "_to", interval.to());
    }

    /** Nearest rank: always a value that was measured. */
    private static double rank(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.max(0, Math.ceil(share * sorted.length) - 1)];
    }
}
