package io.vigil.app.patient;

import io.vigil.app.ui.TimeInRangeBar;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseRange;
import io.vigil.glucose.TimeInRange;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Time in range of a day and of a fortnight, from very high down to very low. */
record RangeState(List<Row> rows, List<Column> columns) {

    private static final List<GlucoseRange> FROM_THE_TOP =
            List.of(GlucoseRange.values()).reversed();

    /** A range and its bounds in the unit of the station. */
    record Row(GlucoseRange range, String name, String bounds) {}

    /**
     * One span.
     *
     * @param bar none where there is no reading
     * @param percents as many as rows, or none
     */
    record Column(String head, Optional<TimeInRangeBar> bar, List<String> percents) {}

    static RangeState of(Shares shares, Instant now, Wording wording) {
        return new RangeState(
                FROM_THE_TOP.stream().map(range -> row(range, wording)).toList(),
                List.of(
                        column(wording.text("in-range.day"), shares.day(), wording),
                        column(fortnight(shares, now, wording), shares.fortnight(), wording)));
    }

    /** Who has been measured for less is not said to have been for fourteen days. */
    private static String fortnight(Shares shares, Instant now, Wording wording) {
        var nearly = now.minus(Shares.FORTNIGHT).plus(Duration.ofHours(12));
        return shares.since()
                .filter(since -> since.isAfter(nearly))
                .map(since -> wording.text("in-range.since", wording.times().day(since)))
                .orElseGet(() -> wording.text("in-range.fortnight"));
    }

    private static Row row(GlucoseRange range, Wording wording) {
        var bounds = switch (range) {
            case VERY_LOW -> "<" + number(54, wording);
            case LOW -> number(54, wording) + "–" + below(70, wording);
            case IN_RANGE -> number(70, wording) + "–" + number(180, wording);
            case HIGH -> above(180, wording) + "–" + number(250, wording);
            case VERY_HIGH -> ">" + number(250, wording);
        };
        return new Row(range, wording.shared("range", range), bounds);
    }

    private static String number(double mgPerDl, Wording wording) {
        return wording.number(Glucose.mgPerDl(mgPerDl));
    }

    /** The next number under a bound, as the unit counts: 69, or 3.8. */
    private static String below(double mgPerDl, Wording wording) {
        return number(mgPerDl - step(wording), wording);
    }

    private static String above(double mgPerDl, Wording wording) {
        return number(mgPerDl + step(wording), wording);
    }

    private static double step(Wording wording) {
        return switch (wording.units()) {
            case MG_PER_DL -> 1;
            case MMOL_PER_L -> Glucose.MG_PER_DL_IN_ONE_MMOL_PER_L / 10;
        };
    }

    private static Column column(String head, Optional<TimeInRange> shares, Wording wording) {
        return new Column(
                head,
                shares.map(RangeState::bar),
                shares.map(known -> FROM_THE_TOP.stream()
                                .map(range -> percent(known.share(range), wording))
                                .toList())
                        .orElse(List.of()));
    }

    private static TimeInRangeBar bar(TimeInRange shares) {
        return new TimeInRangeBar(
                100 * shares.share(GlucoseRange.VERY_HIGH),
                100 * shares.share(GlucoseRange.HIGH),
                100 * shares.share(GlucoseRange.IN_RANGE),
                100 * shares.share(GlucoseRange.LOW),
                100 * shares.share(GlucoseRange.VERY_LOW));
    }

    /** Whole percents; what is not nothing is not told as nothing. */
    private static String percent(double share, Wording wording) {
        var percent = 100 * share;
        var format = NumberFormat.getNumberInstance(wording.locale());
        format.setMaximumFractionDigits(percent < 0.95 ? 1 : 0);
        var words = share > 0 && percent < 0.05 ? "<" + format.format(0.1) : format.format(percent);
        return wording.text("percent", words);
    }
}
