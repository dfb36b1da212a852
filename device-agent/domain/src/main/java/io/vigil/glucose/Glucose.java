package io.vigil.glucose;

/** A glucose concentration, held in whole mg/dL, the unit the sensor speaks. Other units live at the edges. */
public record Glucose(int mgPerDl) implements Comparable<Glucose> {

    /** Molar mass of glucose over ten; the factor of Nightscout and Tidepool, between 18 and 18.0182 of others. */
    public static final double MG_PER_DL_IN_ONE_MMOL_PER_L = 18.01559;

    public Glucose {
        if (mgPerDl < 0 || mgPerDl > 1000) {
            throw new IllegalArgumentException("Not a glucose concentration: " + mgPerDl + " mg/dL");
        }
    }

    public static Glucose mgPerDl(int amount) {
        return new Glucose(amount);
    }

    /** For display only: rounded to the one decimal that clinicians read. No alarm is decided on it. */
    public double mmolPerL() {
        return Math.round(mgPerDl / MG_PER_DL_IN_ONE_MMOL_PER_L * 10) / 10.0;
    }

    public boolean isBelow(Glucose other) {
        return mgPerDl < other.mgPerDl;
    }

    public boolean isAbove(Glucose other) {
        return mgPerDl > other.mgPerDl;
    }

    @Override
    public int compareTo(Glucose other) {
        return Integer.compare(mgPerDl, other.mgPerDl);
    }

    @Override
    public String toString() {
        return mgPerDl + " mg/dL";
    }
}
