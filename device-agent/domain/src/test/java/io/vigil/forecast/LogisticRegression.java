package io.vigil.forecast;

import java.util.ArrayList;
import java.util.List;

/** The weights of signs in the log-odds of what was seen, by Newton's steps; the first sign is always 1. */
final class LogisticRegression {

    private static final int STEPS = 12;

    private final int signs;
    private final double ridge;
    private final List<double[]> seen = new ArrayList<>();
    private final List<Boolean> happened = new ArrayList<>();

    /**
     * @param ridge how hard a weight is pulled to zero, each on its sign's own scale
     */
    LogisticRegression(int signs, double ridge) {
        this.signs = signs;
        this.ridge = ridge;
    }

    void add(double[] row, boolean so) {
        seen.add(row);
        happened.add(so);
    }

    double[] solve() {
        var mean = new double[signs];
        var scale = new double[signs];
        for (var row : seen) {
            for (var i = 0; i < signs; i++) {
                mean[i] += row[i] / seen.size();
            }
        }
        for (var row : seen) {
            for (var i = 0; i < signs; i++) {
                scale[i] += (row[i] - mean[i]) * (row[i] - mean[i]) / seen.size();
            }
        }
        mean[0] = 0;
        for (var i = 0; i < signs; i++) {
            scale[i] = i == 0 ? 1 : Math.sqrt(scale[i]);
        }
        var weights = new double[signs];
        for (var step = 0; step < STEPS; step++) {
            var change = LeastSquares.solve(newton(weights, mean, scale));
            for (var i = 0; i < signs; i++) {
                weights[i] += change[i];
            }
        }
        return unscaled(weights, mean, scale);
    }

    private double[][] newton(double[] weights, double[] mean, double[] scale) {
        var equations = new double[signs][signs + 1];
        var scaled = new double[signs];
        for (var n = 0; n < seen.size(); n++) {
            var row = seen.get(n);
            var logOdds = 0.0;
            for (var i = 0; i < signs; i++) {
                scaled[i] = (row[i] - mean[i]) / scale[i];
                logOdds += weights[i] * scaled[i];
            }
            var likely = 1 / (1 + Math.exp(-logOdds));
            var missed = (happened.get(n) ? 1 : 0) - likely;
            for (var i = 0; i < signs; i++) {
                for (var j = 0; j < signs; j++) {
                    equations[i][j] += likely * (1 - likely) * scaled[i] * scaled[j];
                }
                equations[i][signs] += missed * scaled[i];
            }
        }
        for (var i = 1; i < signs; i++) {
            equations[i][i] += ridge;
            equations[i][signs] -= ridge * weights[i];
        }
        return equations;
    }

    private static double[] unscaled(double[] weights, double[] mean, double[] scale) {
        var unscaled = weights.clone();
        for (var i = 1; i < weights.length; i++) {
            unscaled[i] = weights[i] / scale[i];
            unscaled[0] -= unscaled[i] * mean[i];
        }
        return unscaled;
    }
}
