package io.vigil.app.patient.chart;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** How wide words are, in pixels. */
final class TextWidths {

    private TextWidths() {}

    static double of(String words, Font font) {
        var text = new Text(words);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }
}
