package io.vigil.app.limits;

import static io.vigil.app.limits.Parts.label;
import static io.vigil.app.limits.Parts.sentence;
import static io.vigil.app.limits.Parts.show;

import io.vigil.app.limits.LimitsModel.Saving;
import io.vigil.app.limits.LimitsState.Change;
import io.vigil.app.ui.Icon;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is about to be saved, before and after, and why: one command, and nothing said to be saved before it is. */
final class SaveBar extends VBox {

    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private static final int SHORTEST_REASON = 3;
    private static final int LISTED = 8;

    private final Wording wording;
    private final Label title = label("", "lead-strong");
    private final FlowPane changes = new FlowPane(8, 8);
    private final TextField reason = new TextField();
    private final Button save = new Button();
    private final Button discard = new Button();
    private final HBox line = new HBox(12);
    private final Label result = sentence("", "result");
    private List<Change> drawn = List.of();

    SaveBar(Wording wording, Consumer<String> saves, Runnable discards) {
        this.wording = wording;
        getStyleClass().addAll("card", "save-bar");
        reason.setPromptText(wording.text("save.reason"));
        reason.setAccessibleText(wording.text("save.reason"));
        reason.setId("reason");
        HBox.setHgrow(reason, Priority.ALWAYS);
        save.setText(wording.text("save.do"));
        save.setId("save");
        save.getStyleClass().add("primary");
        save.setMinWidth(Region.USE_PREF_SIZE);
        discard.setText(wording.text("save.discard"));
        discard.setId("discard");
        discard.setMinWidth(Region.USE_PREF_SIZE);
        save.setOnAction(_ -> saved(saves));
        reason.setOnAction(_ -> saved(saves));
        discard.setOnAction(_ -> {
            reason.clear();
            discards.run();
        });
        line.getChildren().addAll(reason, discard, save);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(title, changes, line, result);
        show(result, false);
    }

    void draw(List<Change> edited, Saving saving) {
        var any = !edited.isEmpty();
        var underway = saving instanceof Saving.Underway;
        title.setText(any ? wording.text("save.changes", edited.size()) : wording.text("save.nothing"));
        title.getStyleClass().setAll("label", any ? "lead-strong" : "muted");
        if (!edited.equals(drawn)) {
            drawn = edited;
            say("", false, false);
            changes.getChildren()
                    .setAll(edited.stream().limit(LISTED).map(SaveBar::chip).toList());
            if (edited.size() > LISTED) {
                changes.getChildren().add(label(wording.text("save.more", edited.size() - LISTED), "muted"));
            }
        }
        show(changes, any);
        show(line, any);
        save.setDisable(underway);
        discard.setDisable(underway);
        save.setText(wording.text(underway ? "save.saving" : "save.do"));
        switch (saving) {
            case Saving.Idle _, Saving.Underway _ -> {}
            case Saving.Saved(var at) -> {
                if (!any) {
                    reason.clear();
                }
                say(wording.text("save.saved", wording.times().timeOfDayToTheSecond(at)), true, false);
            }
            case Saving.Refused(var why) -> say(wording.text("save.refused", why), false, true);
        }
    }

    private void saved(Consumer<String> saves) {
        if (reason.getText().strip().length() < SHORTEST_REASON) {
            say(wording.text("save.reason.short"), false, true);
            reason.requestFocus();
        } else {
            say("", false, false);
            saves.accept(reason.getText().strip());
        }
    }

    private void say(String words, boolean good, boolean bad) {
        result.setText(words);
        result.setGraphic(good ? Icon.ANSWERED.of(20) : bad ? Icon.MEDIUM.of(20) : null);
        result.pseudoClassStateChanged(GOOD, good);
        result.pseudoClassStateChanged(BAD, bad);
        show(result, !words.isEmpty());
    }

    private static Region chip(Change change) {
        var name = label(change.name(), "muted");
        var before = label(change.before(), "change-before");
        var arrow = label("→", "muted");
        var after = label(change.after(), "strong");
        var chip = new HBox(6, name, before, arrow, after);
        if (!change.why().isEmpty()) {
            chip.getChildren().add(label(change.why(), "muted", "small"));
        }
        chip.getStyleClass().add("change-chip");
        chip.setAlignment(Pos.CENTER_LEFT);
        chip.setAccessibleText(change.words());
        return chip;
    }
}
