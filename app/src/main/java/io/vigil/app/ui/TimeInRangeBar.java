package io.vigil.app.ui;

import io.vigil.glucose.GlucoseRange;
import io.vigil.glucose.TimeInRange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.scene.canvas.GraphicsContext;

/**
 * The consensus bar: how much of the time was spent in each range, very high on top. The shares are percents.
 */
public record TimeInRangeBar(double veryHigh, double high, double inRange, double low, double veryLow) {

    private static final double BETWEEN = 2;
    private static final double LEAST = 2;

    /** One part of the bar, from the top. */
    public record Part(Colour colour, double top, double height) {}

    public static TimeInRangeBar of(TimeInRange spent) {
        return new TimeInRangeBar(
                100 * spent.share(GlucoseRange.VERY_HIGH),
                100 * spent.share(GlucoseRange.HIGH),
                100 * spent.share(GlucoseRange.IN_RANGE),
                100 * spent.share(GlucoseRange.LOW),
                100 * spent.share(GlucoseRange.VERY_LOW));
    }

    /** The parts above zero: each at least 2 px, 2 px apart, together as high as the bar. */
    public List<Part> parts(double height) {
        var colours = List.of(Colour.VERY_HIGH, Colour.ABOVE, Colour.IN_RANGE, Colour.BELOW, Colour.VERY_LOW);
        var shares = List.of(veryHigh, high, inRange, low, veryLow);
        var sum = shares.stream().mapToDouble(Double::doubleValue).sum();
        var present = shares.stream().filter(share -> share > 0).count();
        if (present == 0) {
            return List.of();
        }
        var room = height - BETWEEN * (present - 1);
        var heights = shares.stream()
                .mapToDouble(share -> share > 0 ? Math.max(LEAST, room * share / sum) : 0)
                .toArray();
        // What the small ones were given is taken from the largest.
        var largest = indexOfLargest(heights);
        heights[largest] -= DoubleStream.of(heights).sum() - room;

        var parts = new ArrayList<Part>();
        var top = 0.0;
        for (var i = 0; i < heights.length; i++) {
            if (shares.get(i) > 0) {
                parts.add(new Part(colours.get(i), top, heights[i]));
                top += heights[i] + BETWEEN;
            }
        }
        return List.copyOf(parts);
    }

    public void draw(GraphicsContext on, double x, double y, double width, double height, Palette palette) {
        for (var part : parts(height)) {
            on.setFill(palette.of(part.colour()));
            on.fillRoundRect(x, y + part.top(), width, part.height(), 2, 2);
        }
    }

    private static int indexOfLargest(double[] heights) {
        var largest = 0;
        for (var i = 1; i < heights.length; i++) {
            if (heights[i] > heights[largest]) {
                largest = i;
            }
        }
        return largest;
    }
}
