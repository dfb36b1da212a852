package io.vigil.app.ui;

import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseRate;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** The unit in which this station writes glucose. Numbers here are for the eye alone: no alarm is decided on them. */
public enum Units {
    MG_PER_DL("mg/dL", 1, "0", "0.0"),
    MMOL_PER_L("mmol/L", Glucose.MG_PER_DL_IN_ONE_MMOL_PER_L, "0.0", "0.00");

    /** A value and the limit beside it. */
    public record Pair(String value, String limit) {}

    private final String sign;
    private final double mgPerDlInOne;
    private final String usual;
    private final String finer;

    Units(String sign, double mgPerDlInOne, String usual, String finer) {
        this.sign = sign;
        this.mgPerDlInOne = mgPerDlInOne;
        this.usual = usual;
        this.finer = finer;
    }

    /** As written beside numbers: {@code mg/dL}. */
    public String sign() {
        return sign;
    }

    public String number(Glucose glucose, Locale locale) {
        return text(glucose, usual, locale);
    }

    /** A change, with its sign: {@code −10}, {@code ±0}, {@code +5}. */
    public String change(double mgPerDl, Locale locale) {
        var amount = format(usual, locale).format(Math.abs(mgPerDl) / mgPerDlInOne);
        var nothing = amount.chars().noneMatch(c -> c >= '1' && c <= '9');
        return (nothing ? "±" : mgPerDl < 0 ? "−" : "+") + (nothing ? "0" : amount);
    }

    /** A rate in this unit a minute, with a decimal that tells −2.9 from −3: {@code −3.2}. */
    public String rate(GlucoseRate rate, Locale locale) {
        var amount = format(finer, locale).format(Math.abs(rate.mgPerDlPerMinute()) / mgPerDlInOne);
        return (rate.mgPerDlPerMinute() < 0 ? "−" : "+") + amount;
    }

    /** For one beside the other: with a decimal more where rounding would make 69.6 and 70 look the same. */
    // [impl->req~screen.rounding-never-misleads~1]
    public Pair beside(Glucose value, Glucose limit, Locale locale) {
        var hidden = !value.equals(limit) && number(value, locale).equals(number(limit, locale));
        var pattern = hidden ? finer : usual;
        return new Pair(text(value, pattern, locale), text(limit, hidden && isWhole(limit) ? usual : pattern, locale));
    }

    private boolean isWhole(Glucose limit) {
        return this == MG_PER_DL && limit.mgPerL() % 10 == 0;
    }

    private String text(Glucose glucose, String pattern, Locale locale) {
        return format(pattern, locale).format(glucose.mgPerDl() / mgPerDlInOne);
    }

    private static DecimalFormat format(String pattern, Locale locale) {
        var format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(locale));
        format.setRoundingMode(java.math.RoundingMode.HALF_UP);
        return format;
    }
}
