package io.vigil.app.bench;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * What a benchmark found.
 *
 * @param unit of all figures
 * @param n how many were measured
 * @param floor what the machine itself needs for the bare work, measured in the same run; not a number where there is none
 * @param beside what else this benchmark tells, in its order
 */
public record Figure(
        String name,
        String unit,
        int n,
        double p50,
        double p99,
        double max,
        double floor,
        SequencedMap<String, Double> beside) {

    public Figure {
        beside = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(beside));
    }

    /** With nothing beside it. */
    public Figure(String name, String unit, int n, double p50, double p99, double max, double floor) {
        this(name, unit, n, p50, p99, max, floor, new LinkedHashMap<>());
    }

    /** Of what was measured, in any order. */
    static Figure of(String name, String unit, double[] measured, double floor) {
        var sorted = measured.clone();
        Arrays.sort(sorted);
        return new Figure(
                name, unit, sorted.length, rank(sorted, 0.50), rank(sorted, 0.99), sorted[sorted.length - 1], floor);
    }

    /** How far the middle lies from the floor. */
    double ratio() {
        return p50 / floor;
    }

    /** Nearest rank: always a value that was measured. */
    private static double rank(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
