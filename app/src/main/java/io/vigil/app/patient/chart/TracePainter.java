package io.vigil.app.patient.chart;

import io.vigil.app.ui.Colour;
import io.vigil.app.ui.Fonts;
import io.vigil.glucose.GlucoseRange;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Draws the readings themselves, each in the colour and, where there is room, the shape of its range. */
final class TracePainter {

    /** Where one range ends and the next begins, mg/dL, from the lowest on. */
    private static final double[] BOUNDS = {0, 54, 70, 180, 250, 10_000};

    private static final double THINNEST_BAR = 2;
    private static final double NEWEST = 8;

    private final GraphicsContext on;
    private final Pen pen;
    private final ChartLook look;
    private final PlotArea area;
    private final Trace trace;

    TracePainter(GraphicsContext on, ChartLook look, PlotArea area, Trace trace) {
        this.on = on;
        this.pen = new Pen(on);
        this.look = look;
        this.area = area;
        this.trace = trace;
    }

    void readings() {
        var style = PointStyle.of(trace.cadence().at(area.window().to()).toMillis() / area.millisPerPixel());
        switch (style) {
            case SHAPES -> {
                line();
                points(style);
            }
            case DISCS, DOTS -> points(style);
            case COLUMNS -> bars();
        }
        newest();
        if (trace.hasEdges()) {
            edges();
        }
    }

    private int first() {
        return trace.firstIn(area.window());
    }

    private int end() {
        return trace.endOf(area.window());
    }

    /** Joins neighbours, never over a gap and never to a HI or LO, of which no height is known; to those just out of sight up to the edge of the plot. */
    private void line() {
        on.setStroke(look.of(Colour.BORDER_STRONG));
        on.setLineWidth(1);
        on.beginPath();
        var end = Math.min(trace.size() - 1, end());
        for (var i = Math.max(1, first()); i <= end; i++) {
            if (!trace.hasGapBefore(i) && !trace.isEdge(i - 1) && !trace.isEdge(i)) {
                segment(i - 1, i);
            }
        }
        on.stroke();
    }

    private void segment(int before, int after) {
        var fromX = area.x(trace.millis(before));
        var toX = area.x(trace.millis(after));
        var fromY = area.y(trace.mgPerDl(before));
        var slope = (area.y(trace.mgPerDl(after)) - fromY) / (toX - fromX);
        var left = Math.max(fromX, PlotArea.LEFT);
        var right = Math.min(toX, area.right());
        if (left < right) {
            on.moveTo(left, fromY + (left - fromX) * slope);
            on.lineTo(right, fromY + (right - fromX) * slope);
        }
    }

    private void points(PointStyle style) {
        var first = first();
        var end = end();
        for (var rank = 0; rank < Trace.ranks(); rank++) {
            var range = Trace.rangeOf(rank);
            on.setFill(look.of(range));
            for (var i = first; i < end; i++) {
                if (trace.rank(i) == rank && !trace.isBackfilled(i)) {
                    point(range, style, area.x(trace.millis(i)), area.y(trace.mgPerDl(i)));
                }
            }
        }
        for (var i = first; i < end; i++) {
            if (trace.isBackfilled(i)) {
                ring(i, style.radius());
            }
        }
    }

    private void point(GlucoseRange range, PointStyle style, double x, double y) {
        var radius = style.radius();
        if (style != PointStyle.SHAPES) {
            on.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
            return;
        }
        // A triangle and a diamond of a disc's weight are a little larger than the disc.
        var wide = radius * 1.3;
        switch (range) {
            case VERY_LOW ->
                on.fillPolygon(
                        new double[] {x - wide, x + wide, x}, new double[] {y - radius, y - radius, y + wide}, 3);
            case LOW ->
                on.fillPolygon(new double[] {x - wide, x, x + wide, x}, new double[] {y, y - wide, y, y + wide}, 4);
            case IN_RANGE, HIGH -> on.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
            case VERY_HIGH ->
                on.fillPolygon(
                        new double[] {x - wide, x + wide, x}, new double[] {y + radius, y + radius, y - wide}, 3);
        }
    }

    private void ring(int i, double radius) {
        var x = area.x(trace.millis(i));
        var y = area.y(trace.mgPerDl(i));
        on.setFill(look.of(Colour.SURFACE));
        on.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        pen.ring(x, y, radius, look.of(trace.range(i)), 1.2);
    }

    /** Each bar in the colours of the ranges it passes through. */
    private void bars() {
        var colours = new Color[Trace.ranks()];
        for (var rank = 0; rank < colours.length; rank++) {
            colours[rank] = look.of(Trace.rangeOf(rank));
        }
        ReadingBars.walk(trace, area, (x, least, greatest) -> {
            var lowest = trace.rank(least);
            var highest = trace.rank(greatest);
            for (var range = lowest; range <= highest; range++) {
                // On whole pixels, which software fills at once.
                var top = Math.floor(area.y(range == highest ? trace.mgPerDl(greatest) : BOUNDS[range + 1]));
                var bottom = Math.floor(area.y(range == lowest ? trace.mgPerDl(least) : BOUNDS[range]));
                on.setFill(colours[range]);
                on.fillRect(x, Math.min(top, bottom - THINNEST_BAR), 1, Math.max(bottom - top, THINNEST_BAR));
            }
        });
    }

    private void newest() {
        var last = trace.size() - 1;
        if (last >= 0 && area.window().contains(trace.moment(last))) {
            var x = area.x(trace.millis(last));
            var y = area.y(trace.mgPerDl(last));
            pen.ring(x, y, NEWEST, look.of(trace.range(last)), 2);
        }
    }

    /** HI and LO, once where each run of them begins. */
    private void edges() {
        var first = first();
        var end = end();
        var free = 0.0;
        for (var i = first; i < end; i++) {
            var x = area.x(trace.millis(i));
            if (!trace.isEdge(i) || x < free || (i > first && !trace.hasGapBefore(i) && isSameEdge(i - 1, i))) {
                continue;
            }
            var y = trace.isAboveRange(i) ? PlotArea.TOP - 10 : area.bottom() - 12;
            var words = look.value(trace.reading(i));
            pen.text(words, x, y, Fonts.medium(13), look.ofWords(trace.range(i)), TextAlignment.CENTER);
            free = x + 32;
        }
    }

    private boolean isSameEdge(int before, int after) {
        return trace.isEdge(before) && trace.isAboveRange(before) == trace.isAboveRange(after);
    }
}
