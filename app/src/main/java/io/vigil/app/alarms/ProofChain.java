package io.vigil.app.alarms;

import static io.vigil.app.alarms.Parts.label;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The steps of a proof beside each other: a dot each, and a line to the next that is solid where that was taken. */
final class ProofChain extends HBox {

    static final PseudoClass TAKEN = PseudoClass.getPseudoClass("taken");

    ProofChain() {
        getStyleClass().add("proof");
    }

    void draw(List<ProofLine> steps) {
        getChildren().clear();
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var isLast = i == steps.size() - 1;
            var column = new VBox(
                    mark(step, !isLast, !isLast && steps.get(i + 1).taken()),
                    label(step.at(), "proof-at"),
                    label(step.words(), "proof-words"));
            column.getStyleClass().add("proof-step");
            column.setPrefWidth(1);
            column.setMinWidth(0);
            HBox.setHgrow(column, Priority.ALWAYS);
            getChildren().add(column);
        }
    }

    private static HBox mark(ProofLine step, boolean hasNext, boolean nextTaken) {
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
