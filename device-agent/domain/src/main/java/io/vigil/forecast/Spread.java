package io.vigil.forecast;

import java.util.List;

/**
 * How far glucose came to lie from a forecast's middle on BrisT1D-Open: the root of the mean square of the natural
 * logarithm of what came over what was expected. It grows with the time ahead, and depends on where glucose started.
 * {@code FitForecasters} among the tests measures it anew.
 *
 * @param low after 5, 10, … 60 minutes from under 100 mg/dL
 * @param middle from 100 to 180
 * @param high from above 180
 */
record Spread(List<Double> low, List<Double> middle, List<Double> high) {

    static final Spread OF_STRAIGHT_LINE = new Spread(
            List.of(0.082, 0.170, 0.264, 0.361, 0.456, 0.546, 0.628, 0.704, 0.773, 0.834, 0.889, 0.938),
            List.of(0.043, 0.082, 0.125, 0.171, 0.220, 0.271, 0.322, 0.372, 0.422, 0.471, 0.518, 0.563),
            List.of(0.032, 0.063, 0.095, 0.129, 0.164, 0.201, 0.240, 0.280, 0.321, 0.363, 0.405, 0.446));

    static final Spread OF_AUTOREGRESSION = new Spread(
            List.of(0.061, 0.111, 0.158, 0.197, 0.231, 0.261, 0.282, 0.301, 0.318, 0.329, 0.338, 0.347),
            List.of(0.037, 0.068, 0.098, 0.125, 0.149, 0.172, 0.191, 0.208, 0.224, 0.236, 0.247, 0.258),
            List.of(0.028, 0.053, 0.079, 0.104, 0.128, 0.152, 0.173, 0.193, 0.213, 0.230, 0.246, 0.262));

    private static final double MIDDLE_FROM = 100;
    private static final double MIDDLE_TO = 180;

    double after(int steps, double startMgPerDl) {
        var band = startMgPerDl < MIDDLE_FROM ? low : startMgPerDl <= MIDDLE_TO ? middle : high;
        return band.get(steps - 1);
    }
}
