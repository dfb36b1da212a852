package io.vigil.app.patient.chart;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** The few strokes that a chart is made of, on whole pixels where that keeps a line sharp. */
record Pen(GraphicsContext on) {

    /** One pixel high, and as a rectangle: software draws that ten times faster than a stroke. */
    void across(double fromX, double toX, double y, Paint colour) {
        on.setFill(colour);
        on.fillRect(fromX, Math.floor(y), toX - fromX, 1);
    }

    void down(double x, double fromY, double toY, Paint colour) {
        down(x, fromY, toY, colour, 1);
    }

    void down(double x, double fromY, double toY, Paint colour, int width) {
        on.setFill(colour);
        on.fillRect(
                Math.floor(x) - Math.floor(width / 2.0), Math.floor(fromY), width, Math.floor(toY) - Math.floor(fromY));
    }

    void dashesAcross(double fromX, double toX, double y, Paint colour, int dash, int space) {
        on.setFill(colour);
        for (var x = fromX; x < toX; x += dash + space) {
            on.fillRect(x, Math.floor(y), Math.min(dash, toX - x), 1);
        }
    }

    void dashesDown(double x, double fromY, double toY, Paint colour, int dash, int space) {
        on.setFill(colour);
        for (var y = Math.floor(fromY); y < toY; y += dash + space) {
            on.fillRect(Math.floor(x), y, 1, Math.min(dash, toY - y));
        }
    }

    void line(double fromX, double toX, double y, Paint colour, double width) {
        on.setStroke(colour);
        on.setLineWidth(width);
        on.strokeLine(fromX, y, toX, y);
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
