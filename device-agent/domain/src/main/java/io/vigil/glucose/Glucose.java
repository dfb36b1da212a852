package io.vigil.glucose;

/**
 * A glucose concentration, held in whole mg/L, which is a tenth of the mg/dL that clinicians speak. Recordings made in
 * mmol/L carry tenths of mg/dL, and rounding them to whole ones would turn 69.6 into no low (decision 0010). Other units
 * live at the edges.
 */
public record Glucose(int mgPerL) implements Comparable<Glucose> {

    /** The factor of Nightscout and Tidepool; others use 18 or 18.0182. */
    public static final double MG_PER_DL_IN_ONE_MMOL_PER_L = 18.01559;

    /** What sensors can measure at the least, 40 mg/dL; beneath it they say LO. */
    public static final Glucose LEAST_MEASURED = mgPerDl(40);

    /** What sensors can measure at the most, 400 mg/dL; above it they say HI. */
    public static final Glucose MOST_MEASURED = mgPerDl(400);

    private static final int MOST_MG_PER_L = 10_000;

    public Glucose {
        if (mgPerL < 0 || mgPerL > MOST_MG_PER_L) {
            throw none(mgPerL / 10.0);
        }
    }

    /** From mg/dL, to the nearest tenth. Bounds are asked before the rounding, which would make a number of anything. */
    public static Glucose mgPerDl(double amount) {
        if (amount >= 0 && amount <= MOST_MG_PER_L / 10.0) {
            return new Glucose((int) Math.round(amount * 10));
        }
        throw none(amount);
    }

    private static IllegalArgumentException none(double mgPerDl) {
        return new IllegalArgumentException("Not a glucose concentration: " + mgPerDl + " mg/dL");
    }

    public double mgPerDl() {
        return mgPerL / 10.0;
    }

    /** For display only: rounded to the one decimal that clinicians read. No alarm is decided on it. */
    public double mmolPerL() {
        return Math.round(mgPerDl() / MG_PER_DL_IN_ONE_MMOL_PER_L * 10) / 10.0;
    }

    // [impl->req~reading.tenths-decide~1]
    public boolean isBelow(Glucose other) {
        return mgPerL < other.mgPerL;
    }

    public boolean isAbove(Glucose other) {
        return mgPerL > other.mgPerL;
    }

    @Override
    public int compareTo(Glucose other) {
        return Integer.compare(mgPerL, other.mgPerL);
    }

    /** As on a page: {@code 54} or {@code 54.4}, without the unit. */
    @Override
    public String toString() {
        return mgPerL % 10 == 0 ? Integer.toString(mgPerL / 10) : Double.toString(mgPerDl());
    }
}
