package io.vigil.app.patient;

import static io.vigil.app.patient.Cards.label;
import static io.vigil.app.patient.Cards.spring;

import io.vigil.app.ui.AlarmWords;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Draws the last alarms, as many as there is room for, each with its proof chain. */
final class AlarmsCard extends VBox {

    private static final PseudoClass TAKEN = PseudoClass.getPseudoClass("taken");

    /** Between two alarms, px. */
    private static final double GAP = 8;

    private final WholeRows list = new WholeRows(GAP);

    AlarmsCard(ObservableValue<List<AlarmEntry>> state, Wording wording) {
        getStyleClass().addAll("patient-card", "alarms-card");
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(label(wording.text("alarms"), "card-head"), list);
        state.subscribe(shown -> show(shown, wording));
    }

    private void show(List<AlarmEntry> shown, Wording wording) {
        if (shown.isEmpty()) {
            list.show(List.of(label(wording.text("alarms.none"), "muted")));
        } else {
            list.show(shown.stream().map(AlarmsCard::entry).toList());
        }
    }

    private static Node entry(AlarmEntry entry) {
        var chip =
                label(entry.name(), "alarm-chip", AlarmWords.style(entry.kind().priority()));
        chip.setGraphic(AlarmWords.icon(entry.kind()).of(16));
        chip.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(chip, label(entry.worst(), "strong"), spring(), label(entry.when(), "muted", "alarm-when"));
        head.getStyleClass().add("alarm-head");
        head.setAlignment(Pos.CENTER_LEFT);

        var box = new VBox(head, chain(entry.proof()));
        box.getStyleClass().add("alarm-entry");
        box.setAccessibleText(entry.name() + " " + entry.worst() + ", " + entry.when());
        return box;
    }

    private static Node chain(List<AlarmEntry.Step> steps) {
        var chain = new HBox();
        chain.getStyleClass().add("proof");
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var isLast = i == steps.size() - 1;
            var column = new VBox(
                    mark(step, !isLast, !isLast && steps.get(i + 1).taken()),
                    label(step.at(), "proof-at"),
                    label(step.words(), "proof-words"));
            column.pseudoClassStateChanged(TAKEN, step.taken());
            column.getStyleClass().add("proof-step");
            column.setPrefWidth(1);
            column.setMinWidth(0);
            HBox.setHgrow(column, Priority.ALWAYS);
            chain.getChildren().add(column);
        }
        return chain;
    }

    /** A dot, and the line to the next: solid when that is taken too. */
    private static Node mark(AlarmEntry.Step step, boolean hasNext, boolean nextTaken) {
        var dot = new Region();
        dot.getStyleClass().add("proof-dot");
        dot.pseudoClassStateChanged(TAKEN, step.taken());
        var mark = new HBox(dot);
        mark.setAlignment(Pos.CENTER_LEFT);
        if (hasNext) {
            var line = new Region();
            line.getStyleClass().add("proof-line");
            line.pseudoClassStateChanged(TAKEN, nextTaken);
            HBox.setHgrow(line, Priority.ALWAYS);
            mark.getChildren().add(line);
        }
        return mark;
    }
}
