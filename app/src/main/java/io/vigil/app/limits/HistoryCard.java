package io.vigil.app.limits;

import static io.vigil.app.limits.Parts.label;
import static io.vigil.app.limits.Parts.sentence;
import static io.vigil.app.limits.Parts.spring;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Draws who changed what, when and why, the newest first; what still stands can be undone, for a reason. */
final class HistoryCard extends VBox {

    private static final int SHORTEST_REASON = 3;

    private final Wording wording;
    private final BiConsumer<Long, String> undo;
    private final VBox entries = new VBox();
    private List<HistoryEntry> drawn = List.of();
    private Optional<Long> asked = Optional.empty();

    HistoryCard(Wording wording, BiConsumer<Long, String> undo) {
        this.wording = wording;
        this.undo = undo;
        getStyleClass().addAll("card", "history");
        entries.getStyleClass().add("entries");
        getChildren().addAll(label(wording.text("history"), "lead-strong"), entries);
        redraw();
    }

    void draw(List<HistoryEntry> next) {
        if (!next.equals(drawn)) {
            drawn = next;
            asked = asked.filter(
                    number -> next.stream().anyMatch(entry -> entry.number() == number && entry.mayBeUndone()));
            redraw();
        }
    }

    private void redraw() {
        entries.getChildren()
                .setAll(
                        drawn.isEmpty()
                                ? List.of(label(wording.text("history.none"), "muted"))
                                : drawn.stream().map(this::entry).toList());
    }

    private Node entry(HistoryEntry entry) {
        var head = new HBox(8, label(entry.at(), "strong"), label(entry.by(), "muted"), spring());
        head.setAlignment(Pos.CENTER_LEFT);
        if (entry.mayBeUndone()) {
            var button = new Button(wording.text("history.undo"));
            button.getStyleClass().add("small-button");
            button.setAccessibleText(wording.text("history.undo.of", Long.toString(entry.number())));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(_ -> ask(entry.number()));
            head.getChildren().add(button);
        } else if (!entry.why().isEmpty()) {
            head.getChildren().add(label(entry.why(), "small", "muted"));
        }
        var box = new VBox(2, head);
        box.getStyleClass().add("entry");
        entry.lines().forEach(line -> box.getChildren().add(sentence(line)));
        var reason = sentence("“" + entry.reason() + "”", "muted");
        box.getChildren().add(reason);
        if (!entry.undoes().isEmpty()) {
            box.getChildren().add(label(entry.undoes(), "small", "muted"));
        }
        if (asked.filter(number -> number == entry.number()).isPresent()) {
            box.getChildren().add(question(entry.number()));
        }
        return box;
    }

    private void ask(long number) {
        asked = Optional.of(number);
        redraw();
        lookup("#undo-reason").requestFocus();
    }

    private Node question(long number) {
        var reason = new TextField();
        reason.setId("undo-reason");
        reason.setPromptText(wording.text("save.reason"));
        reason.setAccessibleText(wording.text("save.reason"));
        HBox.setHgrow(reason, Priority.ALWAYS);
        var yes = new Button(wording.text("history.undo.do", Long.toString(number)));
        yes.setId("undo");
        yes.getStyleClass().add("primary");
        yes.setMinWidth(Region.USE_PREF_SIZE);
        yes.disableProperty()
                .bind(reason.textProperty().map(words -> words.strip().length() < SHORTEST_REASON));
        var no = new Button(wording.text("history.undo.leave"));
        no.setMinWidth(Region.USE_PREF_SIZE);
        no.setOnAction(_ -> {
            asked = Optional.empty();
            redraw();
        });
        yes.setOnAction(_ -> {
            asked = Optional.empty();
            undo.accept(number, reason.getText().strip());
        });
        reason.setOnAction(_ -> yes.fire());
        var buttons = new HBox(8, no, yes);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return new VBox(8, reason, buttons);
    }
}
