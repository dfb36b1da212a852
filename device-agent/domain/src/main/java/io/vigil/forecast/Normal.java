package io.vigil.forecast;

/** The standard normal distribution, by bounded approximations: the JDK has none. */
final class Normal {

    private Normal() {}

    /** Zelen and Severo's approximation (Abramowitz and Stegun 26.2.17), right to 7.5e-8. */
    static double probabilityBelow(double z) {
        if (z < 0) {
            return 1 - probabilityBelow(-z);
        }
        var t = 1 / (1 + 0.2316419 * z);
        var tail = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return 1 - Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * tail;
    }

    /** The inverse, by bisection: asked for a few times a screen, never in a loop. */
    static double quantile(double share) {
        var low = -8.0;
        var high = 8.0;
        for (var i = 0; i < 40; i++) {
            var middle = (low + high) / 2;
            if (probabilityBelow(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
