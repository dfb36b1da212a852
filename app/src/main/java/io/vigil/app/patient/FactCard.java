package io.vigil.app.patient;

import static io.vigil.app.patient.Cards.label;
import static io.vigil.app.patient.Cards.spring;

import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Draws plain facts: the limits in force, the sensor. */
final class FactCard extends VBox {

    FactCard(ObservableValue<FactRows> state) {
        getStyleClass().addAll("patient-card", "fact-card");
        state.subscribe(this::show);
    }

    private void show(FactRows shown) {
        var rows = new VBox(shown.rows().stream().map(FactCard::row).toArray(Node[]::new));
        rows.getStyleClass().add("fact-rows");
        var lines = new VBox(shown.lines().stream().map(FactCard::line).toArray(Node[]::new));
        lines.getStyleClass().add("fact-lines");
        getChildren()
                .setAll(Stream.<Node>of(label(shown.head(), "card-head"), rows, lines)
                        .filter(part -> !(part instanceof VBox box)
                                || !box.getChildren().isEmpty())
                        .toList());
    }

    private static Node row(FactRows.Row row) {
        return new HBox(label(row.name(), "fact-name"), spring(), label(row.value(), "strong", "fact-value"));
    }

    private static Node line(String words) {
        var line = label(words, "muted", "small");
        line.setWrapText(true);
        return line;
    }
}
