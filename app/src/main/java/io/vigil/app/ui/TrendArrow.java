package io.vigil.app.ui;

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
        on.setLineWidth(STROKE);
        on.setLineCap(StrokeLineCap.BUTT);
        on.setLineJoin(StrokeLineJoin.MITER);
        if (doubled) {
            arrow(on, -10);
            arrow(on, 10);
        } else {
            arrow(on, 0);
        }
        on.restore();
    }

    /** The same arrow as a node, of style class {@code trend-arrow}; its colour is the shape's {@code -fx-stroke}. */
    public static Group node(double size, int steps, boolean doubled) {
        var shape = new SVGPath();
        shape.setContent(doubled ? single(-10) + single(10) : single(0));
        shape.setFill(null);
        shape.setStrokeWidth(STROKE);
        shape.setStrokeLineCap(StrokeLineCap.BUTT);
        shape.setStrokeLineJoin(StrokeLineJoin.MITER);
        shape.getStyleClass().add("trend-arrow");
        shape.setRotate(-45.0 * steps);
        shape.setScaleX(size / BOX);
        shape.setScaleY(size / BOX);
        return new Group(shape);
    }

    private static void arrow(GraphicsContext on, double y) {
        var reach = y == 0 ? 15 : 9;
        on.strokeLine(-20, y, 17, y);
        on.beginPath();
        on.moveTo(19 - reach, y - reach);
        on.lineTo(19, y);
        on.lineTo(19 - reach, y + reach);
        on.stroke();
    }

    private static String single(double y) {
        var reach = y == 0 ? 15 : 9;
        return "M-20 %s H17 M%s %s L19 %s L%s %s ".formatted(y, 19 - reach, y - reach, y, 19 - reach, y + reach);
    }
}
