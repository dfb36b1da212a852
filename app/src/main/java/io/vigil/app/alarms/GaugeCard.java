package io.vigil.app.alarms;

import static io.vigil.app.alarms.Parts.label;
import static io.vigil.app.alarms.Parts.sentence;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Draws one figure of the burden: its number, its words, its bars. */
final class GaugeCard extends VBox {

    private final BarChart chart = new BarChart();
    private final HBox figure = new HBox();
    private final javafx.scene.control.Label title = label("", "strong", "muted");
    private final javafx.scene.control.Label words = sentence("", "muted");

    GaugeCard() {
        getStyleClass().addAll("card", "gauge-card");
        setAccessibleRole(AccessibleRole.TEXT);
        figure.getStyleClass().add("gauge-figure");
        figure.setAlignment(Pos.BASELINE_LEFT);
        figure.setMinWidth(Region.USE_PREF_SIZE);
        figure.setMaxHeight(Region.USE_PREF_SIZE);
        var head = new HBox(16, figure, words);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(chart, Priority.ALWAYS);
        getChildren().addAll(title, head, chart);
    }

    void draw(Gauge gauge) {
        title.setText(gauge.title());
        figure.getChildren()
                .setAll(gauge.figure().stream()
                        .map(piece -> label(piece.text(), piece.isLarge() ? "large" : "lesser"))
                        .toList());
        words.setText(gauge.words());
        chart.draw(gauge);
        setAccessibleText(gauge.spoken());
    }
}
