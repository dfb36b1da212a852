package io.vigil.app.patient;

import static io.vigil.app.patient.Cards.label;
import static io.vigil.app.patient.Cards.spring;

import io.vigil.app.ui.TrendArrow;
import io.vigil.glucose.GlucoseRange;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Draws the newest value. */
final class ValueCard extends VBox {

    private static final double ARROW = 48;

    ValueCard(ObservableValue<ValueState> state, Wording wording) {
        getStyleClass().addAll("patient-card", "value-card");
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(false);
        state.subscribe(shown -> show(shown, wording));
    }

    private void show(ValueState shown, Wording wording) {
        switch (shown) {
            case ValueState.Known known -> {
                getChildren().setAll(known(known, wording));
                setAccessibleText(String.join(" ", known.number(), known.word(), known.age()));
            }
            case ValueState.Missing(var words, var more) -> {
                var told = label(words, "value-missing");
                told.setWrapText(true);
                getChildren().setAll(told, label(more, "muted"));
                setAccessibleText(words + ". " + more);
            }
        }
    }

    private static HBox known(ValueState.Known known, Wording wording) {
        var tone = "tone-" + known.tone().name().toLowerCase(Locale.ROOT);
        var row = new HBox();
        row.getStyleClass().addAll("value-row", tone);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getChildren().add(label(known.number(), "value-number"));
        known.arrow().ifPresent(arrow -> {
            var node = TrendArrow.node(ARROW, arrow.steps(), arrow.doubled());
            node.setAccessibleText(arrow.words());
            row.getChildren().add(node);
        });

        var beside = new VBox();
        beside.setAlignment(Pos.CENTER_LEFT);
        beside.getStyleClass().add("value-beside");
        if (!known.change().isEmpty()) {
            beside.getChildren().add(pair(known.change(), wording.text("value.change.in")));
        }
        beside.getChildren().add(pair(known.age(), known.ageWord()));
        var word = label(known.word(), "value-word");
        range(known.range()).ifPresent(style -> word.getStyleClass().add(style));
        beside.getChildren().add(word);
        row.getChildren().addAll(spring(), beside);
        return row;
    }

    private static HBox pair(String strong, String plain) {
        var pair = new HBox(label(strong, "strong"));
        if (!plain.isEmpty()) {
            pair.getChildren().add(label(plain));
        }
        pair.getStyleClass().add("value-pair");
        return pair;
    }

    private static Optional<String> range(Optional<GlucoseRange> range) {
        return range.map(
                known -> "range-" + known.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
