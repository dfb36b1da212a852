package io.vigil.forecast;

import io.vigil.glucose.Glucose;

/**
 * Where glucose may be at one time: its logarithm is normally distributed about that of the middle.
 *
 * @param spread the standard deviation of the natural logarithm; 0.1 is about 10 percent
 */
public record Outlook(Glucose middle, double spread) {

    public Outlook {
        if (!(spread > 0)) {
            throw new IllegalArgumentException("No spread: " + spread);
        }
    }

    /** Under which glucose lies with that probability, from 0 to 1, both excluded. */
    public Glucose quantile(double share) {
        var log = Math.log(middle.mgPerDl()) + spread * Normal.quantile(share);
        return Glucose.mgPerDl(Math.clamp(Math.exp(log), 1, 1000));
    }

    /** How likely glucose lies under that limit at this time. */
    public double probabilityBelow(Glucose limit) {
        return Normal.probabilityBelow(Math.log(limit.mgPerDl() / middle.mgPerDl()) / spread);
    }
}
