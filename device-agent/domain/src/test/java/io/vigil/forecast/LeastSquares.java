package io.vigil.forecast;

import java.util.Arrays;

/** The weights by which a sum of signs comes closest to what was seen. */
final class LeastSquares {

    private final double[][] together;

    LeastSquares(int signs) {
        together = new double[signs][signs + 1];
    }

    void add(double[] signs, double seen) {
        for (var i = 0; i < signs.length; i++) {
            for (var j = 0; j < signs.length; j++) {
                together[i][j] += signs[i] * signs[j];
            }
            together[i][signs.length] += signs[i] * seen;
        }
    }

    double[] solve() {
        return solve(together);
    }

    /** Gauss, with the greatest of the column first. Each row ends with its right-hand side. */
    static double[] solve(double[][] equations) {
        var rows = Arrays.stream(equations).map(double[]::clone).toArray(double[][]::new);
        var size = rows.length;
        for (var column = 0; column < size; column++) {
            var greatest = column;
            for (var row = column + 1; row < size; row++) {
                greatest = Math.abs(rows[row][column]) > Math.abs(rows[greatest][column]) ? row : greatest;
            }
            var first = rows[greatest];
            rows[greatest] = rows[column];
            rows[column] = first;
            for (var row = column + 1; row < size; row++) {
                var factor = rows[row][column] / first[column];
                for (var i = column; i <= size; i++) {
                    rows[row][i] -= factor * first[i];
                }
            }
        }
        var solved = new double[size];
        for (var row = size - 1; row >= 0; row--) {
            var rest = rows[row][size];
            for (var i = row + 1; i < size; i++) {
                rest -= rows[row][i] * solved[i];
            }
            solved[row] = rest / rows[row][row];
        }
        return solved;
    }
}
