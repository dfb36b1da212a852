package io.vigil.app.alarms;

import static io.vigil.app.alarms.Parts.label;
import static io.vigil.app.alarms.Parts.sentence;
import static io.vigil.app.alarms.Parts.show;
import static io.vigil.app.alarms.Parts.spring;

import io.vigil.alarm.AlarmId;
import io.vigil.app.ui.Icon;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Draws the whole proof chain of one alarm from top to bottom, with its delays above. */
final class ProofCard extends VBox {

    private final Chip chip = new Chip();
    private final Label who = label("", "lead-strong");
    private final Label worst = label("", "figure");
    private final GridPane delays = new GridPane();
    private final VBox lines = new VBox();
    private final Button acknowledge = new Button();
    private final Wording wording;
    private final Consumer<AlarmId> answer;

    ProofCard(Wording wording, Consumer<AlarmId> answer, Runnable leave) {
        this.wording = wording;
        this.answer = answer;
        getStyleClass().addAll("card", "proof-card");
        setAccessibleRole(AccessibleRole.NODE);
        var close = new Button("", Icon.CLOSE.of(20));
        close.getStyleClass().add("bare");
        close.setId("close-proof");
        close.setAccessibleText(wording.text("proof.close"));
        close.setOnAction(_ -> leave.run());
        var head = new HBox(8, label(wording.text("proof"), "lead-strong"), spring(), close);
        head.setAlignment(Pos.CENTER_LEFT);
        acknowledge.setText(wording.text("do.acknowledge"));
        acknowledge.setId("acknowledge-proved");
        acknowledge.getStyleClass().add("primary");
        acknowledge.setMaxWidth(Double.MAX_VALUE);
        delays.getStyleClass().add("delays");
        who.setWrapText(true);
        worst.setWrapText(true);
        var scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(80);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, chip, worst, who, acknowledge, delays, scroll);
    }

    /** Where the keyboard goes when the card opens: to the answer, if there is one to give. */
    void focus() {
        (acknowledge.isVisible() ? acknowledge : lookup("#close-proof")).requestFocus();
    }

    void draw(ProofState state) {
        chip.draw(state.id().kind(), state.name());
        who.setText(state.who());
        worst.setText(state.worst());
        show(acknowledge, state.canAnswer());
        acknowledge.setAccessibleText(wording.text("banner.acknowledge.for", state.name(), state.who()));
        acknowledge.setOnAction(_ -> answer.accept(state.id()));
        draw(state.delays());
        lines.getChildren().clear();
        for (var i = 0; i < state.lines().size(); i++) {
            lines.getChildren()
                    .add(line(state.lines().get(i), i == state.lines().size() - 1));
        }
    }

    private void draw(List<ProofState.Delay> shown) {
        delays.getChildren().clear();
        for (var i = 0; i < shown.size(); i++) {
            var figure = label(shown.get(i).figure(), "strong");
            figure.setMinWidth(Region.USE_PREF_SIZE);
            delays.add(figure, 0, i);
            delays.add(sentence(shown.get(i).words(), "muted"), 1, i);
        }
    }

    private static Node line(ProofLine line, boolean isLast) {
        var dot = new Region();
        dot.getStyleClass().add("proof-dot");
        dot.pseudoClassStateChanged(ProofChain.TAKEN, line.taken());
        var rail = new Region();
        rail.getStyleClass().add("proof-rail");
        rail.setVisible(!isLast);
        VBox.setVgrow(rail, Priority.ALWAYS);
        var mark = new VBox(dot, rail);
        mark.getStyleClass().add("proof-mark");
        mark.setAlignment(Pos.TOP_CENTER);
        var words = new VBox(label(line.at(), "proof-at"), sentence(line.words()));
        if (!line.more().isEmpty()) {
            words.getChildren().add(sentence(line.more(), "muted"));
        }
        words.getStyleClass().add("proof-told");
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(12, mark, words);
        row.setAccessibleText(line.at() + ", " + line.words() + " " + line.more());
        return row;
    }
}
