package io.vigil.app.shell;

import io.vigil.app.ui.Colour;
import io.vigil.app.ui.Theme;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/** The mark of Vigil: a V that keeps an eye open. The same outline as resources/brand/vigil.svg. */
final class Brand {

    static final String OUTLINE = "M7 8 L16 25 L23.5 11";
    private static final double BOX = 32;
    private static final double STROKE = 3.6;
    private static final double EYE_X = 27;
    private static final double EYE_Y = 7;
    private static final double EYE = 3.2;

    private Brand() {}

    /** In a box of 32, in the theme's colours. */
    static Node mark() {
        var v = new SVGPath();
        v.setContent(OUTLINE);
        v.setFill(null);
        v.setStrokeWidth(STROKE);
        v.setStrokeLineCap(StrokeLineCap.ROUND);
        v.setStrokeLineJoin(StrokeLineJoin.ROUND);
        v.getStyleClass().add("brand-v");
        var eye = new Circle(EYE_X, EYE_Y, EYE);
        eye.getStyleClass().add("brand-eye");
        return new Group(v, eye);
    }

    /** For the window and its place in the desktop's bar. */
    static Image icon(int size) {
        var palette = Theme.DARK.palette();
        var canvas = new Canvas(size, size);
        var on = canvas.getGraphicsContext2D();
        on.scale(size / BOX, size / BOX);
        on.setFill(palette.of(Colour.SURFACE));
        on.fillRoundRect(0, 0, BOX, BOX, 8, 8);
        on.setStroke(palette.of(Colour.TEXT));
        on.setLineWidth(STROKE);
        on.setLineCap(StrokeLineCap.ROUND);
        on.setLineJoin(StrokeLineJoin.ROUND);
        on.beginPath();
        on.appendSVGPath(OUTLINE);
        on.stroke();
        on.setFill(palette.of(Colour.GOOD));
        on.fillOval(EYE_X - EYE, EYE_Y - EYE, 2 * EYE, 2 * EYE);
        var clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        return canvas.snapshot(clear, null);
    }
}
