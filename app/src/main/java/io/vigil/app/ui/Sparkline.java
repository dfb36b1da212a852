package io.vigil.app.ui;

import io.vigil.glucose.GlucoseRange;
import io.vigil.glucose.Reading;
import io.vigil.glucose.Reading.AboveRange;
import io.vigil.glucose.Reading.BelowRange;
import io.vigil.glucose.Reading.Measured;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/**
 * The last hours of one patient in a small box: the target band, a line in the colours of the ranges, the newest reading
 * as a dot, hatching where nothing is known.
 *
 * @param readings oldest first; those outside the window are not drawn
 * @param interval between two readings; nothing is drawn over a gap of more than two
 * @param lost hatched from the last reading on
 */
public record Sparkline(List<Reading> readings, Instant from, Instant to, Duration interval, boolean lost) {

    /** What the line is drawn upon. */
    public enum Ground {
        SURFACE,
        /** White on a red tile. */
        HIGH_ALARM,
        /** Old: no colour says more than is known. */
        STALE
    }

    private static final double BOTTOM_MG_PER_DL = 40;
    private static final double TOP_MG_PER_DL = 400;
    /** Without high values the box ends here, so that the band has room. */
    private static final double CALM_TOP_MG_PER_DL = 230;

    private static final double LINE = 2.5;
    private static final double DOT = 4.5;

    public void draw(
            GraphicsContext on, double x, double y, double width, double height, Ground ground, Palette palette) {
        var top = top();
        var shown = readings.stream()
                .filter(reading -> !reading.at().isBefore(from) && !reading.at().isAfter(to))
                .toList();

        on.setFill(
                switch (ground) {
                    case SURFACE -> palette.of(Colour.TARGET_BAND);
                    case HIGH_ALARM -> Color.color(1, 1, 1, 0.17);
                    case STALE -> palette.of(Colour.SURFACE_HOVER);
                });
        var bandTop = y + heightOf(180, top, height);
        var known = knownWidth(shown, width);
        on.fillRect(x, bandTop, known, heightOf(70, top, height) - heightOf(180, top, height));
        if (lost) {
            Hatch.draw(on, x + known, y, width - known, height, palette);
        }
        if (shown.isEmpty()) {
            return;
        }

        on.save();
        on.setLineWidth(LINE);
        on.setLineCap(StrokeLineCap.ROUND);
        on.setLineJoin(StrokeLineJoin.ROUND);
        for (var i = 1; i < shown.size(); i++) {
            var before = shown.get(i - 1);
            var after = shown.get(i);
            if (isGap(before, after)) {
                continue;
            }
            on.setStroke(colour(after, ground, palette));
            on.strokeLine(
                    x + place(before, width),
                    y + heightOf(amount(before), top, height),
                    x + place(after, width),
                    y + heightOf(amount(after), top, height));
        }
        on.restore();

        if (!lost) {
            var last = shown.getLast();
            on.setFill(colour(last, ground, palette));
            var dotX = x + Math.min(place(last, width), width - DOT);
            on.fillOval(dotX - DOT, y + heightOf(amount(last), top, height) - DOT, 2 * DOT, 2 * DOT);
        }
    }

    /** How far from the left something is known; nothing at all where a lost sensor gave no reading in the window. */
    private double knownWidth(List<Reading> shown, double width) {
        if (!lost) {
            return width;
        }
        return shown.isEmpty() ? 0 : place(shown.getLast(), width);
    }

    private boolean isGap(Reading before, Reading after) {
        return Duration.between(before.at(), after.at()).compareTo(interval.multipliedBy(2)) > 0;
    }

    private double top() {
        var highest = readings.stream().mapToDouble(Sparkline::amount).max().orElse(0);
        return highest > CALM_TOP_MG_PER_DL ? TOP_MG_PER_DL : CALM_TOP_MG_PER_DL;
    }

    private double place(Reading reading, double width) {
        var whole = Duration.between(from, to).toMillis();
        return width * Duration.between(from, reading.at()).toMillis() / whole;
    }

    private static double heightOf(double mgPerDl, double top, double height) {
        var within = Math.clamp(mgPerDl, BOTTOM_MG_PER_DL, top);
        return height * (top - within) / (top - BOTTOM_MG_PER_DL);
    }

    private static double amount(Reading reading) {
        return switch (reading) {
            case Measured(var _, var glucose) -> glucose.mgPerDl();
            case BelowRange _ -> BOTTOM_MG_PER_DL;
            case AboveRange _ -> TOP_MG_PER_DL;
        };
    }

    private static Color colour(Reading reading, Ground ground, Palette palette) {
        return switch (ground) {
            case SURFACE -> palette.of(GlucoseRange.of(reading));
            case HIGH_ALARM -> Color.WHITE;
            case STALE -> palette.of(Colour.STALE);
        };
    }
}
