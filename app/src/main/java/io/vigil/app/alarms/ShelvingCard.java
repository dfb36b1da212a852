package io.vigil.app.alarms;

import static io.vigil.app.alarms.Parts.label;
import static io.vigil.app.alarms.Parts.sentence;
import static io.vigil.app.alarms.Parts.show;

import io.vigil.app.ui.Segmented;
import java.time.Duration;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks for how long an alarm is put aside, and why. Nothing is done before both are said. */
final class ShelvingCard extends VBox {

    /** For how long; never longer than a shift. */
    enum Length {
        HALF_AN_HOUR(Duration.ofMinutes(30)),
        ONE_HOUR(Duration.ofHours(1)),
        TWO_HOURS(Duration.ofHours(2)),
        EIGHT_HOURS(Duration.ofHours(8));

        private final Duration length;

        Length(Duration length) {
            this.length = length;
        }

        Duration length() {
            return length;
        }
    }

    /** Is told for how long and why. */
    interface PutAside {
        void forThatLong(Duration length, String reason);
    }

    private final ObjectProperty<Length> length = new SimpleObjectProperty<>(Length.ONE_HOUR);
    private final TextField reason = new TextField();
    private final Label trouble = sentence("", "strong", "error");
    private final Button put = new Button();

    ShelvingCard(OpenRow row, Wording wording, PutAside act, Runnable leave) {
        getStyleClass().addAll("card", "shelving-card");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText(wording.text("shelving", row.name()));
        var chip = new Chip();
        chip.draw(row.id().kind(), row.name());
        var lengths = new Segmented<>(
                Length.class, length, wording.text("shelving.length"), each -> wording.choice("length", each));
        lengths.setId("shelve-length");
        lengths.setMaxWidth(USE_PREF_SIZE);
        reason.setId("shelve-reason");
        reason.setPromptText(wording.text("shelving.reason.prompt"));
        reason.setAccessibleText(wording.text("shelving.reason"));
        var asked = label(wording.text("shelving.reason"), "column-head", "muted");
        asked.setLabelFor(reason);
        trouble.setId("shelve-trouble");
        put.setText(wording.text("shelving.do"));
        put.setId("shelve-do");
        put.getStyleClass().add("primary");
        put.setOnAction(_ -> {
            if (reason.getText().isBlank()) {
                say(wording.text("shelving.reason.missing"));
                reason.requestFocus();
            } else {
                act.forThatLong(length.get().length(), reason.getText().strip());
            }
        });
        reason.setOnAction(_ -> put.fire());
        var not = new Button(wording.text("shelving.leave"));
        not.setId("shelve-leave");
        not.setOnAction(_ -> leave.run());
        var buttons = new HBox(8, not, put);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren()
                .addAll(
                        label(wording.text("shelving", row.name()), "lead-strong"),
                        chip,
                        label(row.who().inOneLine(), "lead-strong"),
                        sentence(wording.text("shelving.explained"), "muted"),
                        new VBox(4, label(wording.text("shelving.length"), "column-head", "muted"), lengths),
                        new VBox(4, asked, reason),
                        trouble,
                        buttons);
        show(trouble, false);
    }

    void focus() {
        reason.requestFocus();
    }

    /** Why it was not done. */
    void say(String words) {
        trouble.setText(words);
        show(trouble, true);
    }
}
