package io.vigil.app.patient.chart;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** The few strokes that a chart is made of, on whole pixels where that keeps a line sharp. */
record Pen(GraphicsContext on) {

    void across(double fromX, double toX, double y, Paint colour, double width) {
        on.setStroke(colour);
        on.setLineWidth(width);
        on.strokeLine(fromX, sharp(y), toX, sharp(y));
    }

    void down(double x, double fromY, double toY, Paint colour, double width) {
        on.setStroke(colour);
        on.setLineWidth(width);
        on.strokeLine(sharp(x), fromY, sharp(x), toY);
    }

    void dashed(Runnable strokes, double... dashes) {
        on.setLineDashes(dashes);
        strokes.run();
        on.setLineDashes();
    }

    void text(String words, double x, double centreY, Font font, Paint colour, TextAlignment alignment) {
        on.setFont(font);
        on.setFill(colour);
        on.setTextAlign(alignment);
        on.setTextBaseline(VPos.CENTER);
        on.fillText(words, x, centreY);
    }

    void ring(double x, double y, double radius, Paint colour, double width) {
        on.setStroke(colour);
        on.setLineWidth(width);
        on.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    static double sharp(double position) {
        return Math.floor(position) + 0.5;
    }
}
