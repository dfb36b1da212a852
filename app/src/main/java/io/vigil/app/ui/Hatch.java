package io.vigil.app.ui;

import javafx.scene.canvas.GraphicsContext;

/** The slanted lines that say: nothing is known here. */
public final class Hatch {

    private static final double APART = 8;

    private Hatch() {}

    /** Fills a rectangle with lines, and marks its left edge, the last that was known, with a dotted one. */
    public static void draw(GraphicsContext on, double x, double y, double width, double height, Palette palette) {
        if (width <= 0 || height <= 0) {
            return;
        }
        on.save();
        on.beginPath();
        on.rect(x, y, width, height);
        on.clip();
        on.setFill(palette.of(Colour.SURFACE_SUNKEN));
        on.fillRect(x, y, width, height);
        on.setStroke(palette.of(Colour.BORDER));
        on.setLineWidth(1.5);
        // Lines start on a grid of their own, so that they stand still while the edge moves.
        var first = Math.floor((x + y) / APART) * APART;
        for (var sum = first; sum < x + width + y + height; sum += APART) {
            on.strokeLine(sum - y - height, y + height, sum - y, y);
        }
        on.restore();
        on.save();
        on.setStroke(palette.of(Colour.STALE));
        on.setLineWidth(1);
        on.setLineDashes(2, 3);
        var edge = Math.round(x) + 0.5;
        on.strokeLine(edge, y, edge, y + height);
        on.restore();
    }
}
