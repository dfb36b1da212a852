package io.vigil.agent.storing;

import java.util.Arrays;

/**
 * What a benchmark found.
 *
 * @param unit of all figures
 * @param n how many were measured
 * @param floor what the machine itself needs for the bare work, measured in the same run; not a number where there is none
 */
public record Figure(String name, String unit, int n, double p50, double p99, double max, double floor) {

    /** Of what was measured, in any order. */
    public static Figure of(String name, String unit, double[] measured, double floor) {
        var sorted = measured.clone();
        Arrays.sort(sorted);
        return new Figure(
                name, unit, sorted.length, rank(sorted, 0.50), rank(sorted, 0.99), sorted[sorted.length - 1], floor);
    }

    /** Nearest rank: always a value that was measured. */
    private static double rank(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
