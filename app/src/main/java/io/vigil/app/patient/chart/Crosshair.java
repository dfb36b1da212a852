package io.vigil.app.patient.chart;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * What the crosshair points at, and where its card stands.
 *
 * @param x of the line; at the reading, where there is one near
 * @param reading the index of the reading pointed at; none in a gap
 */
record Crosshair(double x, Instant moment, OptionalInt reading, double cardX, double cardY) {

    static final double CARD_WIDTH = 232;
    static final double CARD_HEIGHT = 92;

    private static final double REACH = 10;
    private static final double AWAY = 16;
    private static final int LOOKED_AT = 400;

    static Crosshair at(double pointerX, Trace trace, PlotArea area) {
        var moment = area.moment(pointerX);
        var nearest = nearest(moment.toEpochMilli(), trace);
        var near = nearest.isPresent() && isNear(nearest.getAsInt(), moment.toEpochMilli(), trace, area);
        var x = near ? area.x(trace.millis(nearest.getAsInt())) : pointerX;
        var told = near ? trace.moment(nearest.getAsInt()) : moment;
        return place(x, told, near ? nearest : OptionalInt.empty(), trace, area);
    }

    /** The reading next to the one pointed at, for the keyboard. */
    Crosshair stepped(int steps, Trace trace, PlotArea area) {
        var from = reading.isPresent() ? reading.getAsInt() : trace.lowerBound(moment.toEpochMilli());
        var to = Math.clamp(from + steps, 0, Math.max(0, trace.size() - 1));
        return trace.size() == 0 ? this : at(area.x(trace.millis(to)), trace, area);
    }

    /** Within a few pixels, or within the sensor's own interval: between two points that are far apart on a wide chart. */
    private static boolean isNear(int index, long millis, Trace trace, PlotArea area) {
        var apart = Math.abs(trace.millis(index) - millis);
        return apart <= REACH * area.millisPerPixel()
                || apart <= trace.cadence().at(trace.moment(index)).toMillis();
    }

    private static OptionalInt nearest(long millis, Trace trace) {
        if (trace.size() == 0) {
            return OptionalInt.empty();
        }
        var after = Math.min(trace.lowerBound(millis), trace.size() - 1);
        var before = Math.max(0, after - 1);
        return OptionalInt.of(
                Math.abs(trace.millis(before) - millis) <= Math.abs(trace.millis(after) - millis) ? before : after);
    }

    /** On the emptier side, above or below, beside the line and so never under the pointer. */
    private static Crosshair place(double x, Instant moment, OptionalInt reading, Trace trace, PlotArea area) {
        var top = PlotArea.TOP + AWAY;
        var low = Math.max(top, area.bottom() - CARD_HEIGHT - AWAY);
        var right = x + AWAY;
        var left = x - AWAY - CARD_WIDTH;
        var fitsRight = right + CARD_WIDTH <= area.right();
        var fitsLeft = left >= PlotArea.LEFT;

        var bestX = fitsRight || !fitsLeft ? Math.min(right, area.width() - CARD_WIDTH) : left;
        var bestY = top;
        var fewest = Integer.MAX_VALUE;
        for (var cardX : new double[] {right, left}) {
            if (cardX == right ? !fitsRight : !fitsLeft) {
                continue;
            }
            for (var cardY : new double[] {top, low}) {
                var covered = covered(cardX, cardY, trace, area);
                if (covered < fewest) {
                    fewest = covered;
                    bestX = cardX;
                    bestY = cardY;
                }
            }
        }
        return new Crosshair(x, moment, reading, bestX, bestY);
    }

    private static int covered(double cardX, double cardY, Trace trace, PlotArea area) {
        var from = trace.lowerBound(area.moment(cardX).toEpochMilli());
        var end = trace.lowerBound(area.moment(cardX + CARD_WIDTH).toEpochMilli());
        var step = Math.max(1, (end - from) / LOOKED_AT);
        var covered = 0;
        for (var i = from; i < end; i += step) {
            var y = area.y(trace.mgPerDl(i));
            if (y >= cardY && y <= cardY + CARD_HEIGHT) {
                covered++;
            }
        }
        return covered;
    }
}
