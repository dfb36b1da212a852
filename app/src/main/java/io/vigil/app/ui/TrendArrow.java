package io.vigil.app.ui;

import io.vigil.glucose.Trend;
import javafx.scene.Group;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/** The arrow beside a number: one shape in a box of 48, stroke 6, turned in steps of 45° and doubled beyond 3 mg/dL a minute. */
public final class TrendArrow {

    private static final double BOX = 48;
    private static final double STROKE = 6;
    /** Two arrows in the room of one: thinner, smaller heads, this far from the middle. */
    private static final double DOUBLED_STROKE = 4.5;

    private static final double DOUBLED_APART = 12;

    private TrendArrow() {}

    /**
     * Draws the arrow in a square around a point.
     *
     * @param steps of 45°: 2 straight up, 1 up, 0 level, -1 down, -2 straight down
     * @param doubled faster than 3 mg/dL a minute
     */
    public static void draw(
            GraphicsContext on, double centreX, double centreY, double size, int steps, boolean doubled, Paint colour) {
        on.save();
        on.translate(centreX, centreY);
        on.rotate(-45.0 * steps);
        on.scale(size / BOX, size / BOX);
        on.setStroke(colour);
        on.setLineWidth(doubled ? DOUBLED_STROKE : STROKE);
        on.setLineCap(StrokeLineCap.BUTT);
        on.setLineJoin(StrokeLineJoin.MITER);
        on.beginPath();
        on.appendSVGPath(outline(doubled));
        on.stroke();
        on.restore();
    }

    /** Draws the arrow of a trend. */
    public static void draw(
            GraphicsContext on, double centreX, double centreY, double size, Trend trend, Paint colour) {
        draw(on, centreX, centreY, size, steps(trend), isDoubled(trend), colour);
    }

    /** The arrow of a trend as a node. */
    public static Group node(double size, Trend trend) {
        return node(size, steps(trend), isDoubled(trend));
    }

    /** The same arrow as a node, of style class {@code trend-arrow}; its colour is the shape's {@code -fx-stroke}. */
    public static Group node(double size, int steps, boolean doubled) {
        var shape = new SVGPath();
        shape.setContent(outline(doubled));
        shape.setFill(null);
        shape.setStrokeWidth(doubled ? DOUBLED_STROKE : STROKE);
        shape.setStrokeLineCap(StrokeLineCap.BUTT);
        shape.setStrokeLineJoin(StrokeLineJoin.MITER);
        shape.getStyleClass().add("trend-arrow");
        shape.setRotate(-45.0 * steps);
        shape.setScaleX(size / BOX);
        shape.setScaleY(size / BOX);
        return new Group(shape);
    }

    private static int steps(Trend trend) {
        return switch (trend) {
            case RISING_VERY_FAST, RISING_FAST -> 2;
            case RISING -> 1;
            case STEADY -> 0;
            case FALLING -> -1;
            case FALLING_FAST, FALLING_VERY_FAST -> -2;
        };
    }

    private static boolean isDoubled(Trend trend) {
        return trend == Trend.RISING_VERY_FAST || trend == Trend.FALLING_VERY_FAST;
    }

    private static String outline(boolean doubled) {
        return doubled ? single(-DOUBLED_APART, 8) + single(DOUBLED_APART, 8) : single(0, 15);
    }

    private static String single(double y, double reach) {
        return "M-20 " + y + " H17 M" + (19 - reach) + " " + (y - reach) + " L19 " + y + " L" + (19 - reach) + " "
                + (y + reach) + " ";
    }
}
