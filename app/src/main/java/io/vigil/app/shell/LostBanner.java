package io.vigil.app.shell;

import io.vigil.alarm.AlarmPriority;
import io.vigil.app.ui.AlarmWords;
import io.vigil.app.ui.Flash;
import io.vigil.app.ui.Icon;
import io.vigil.app.ui.Texts;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Says above everything that the agent does not answer, since when, and what to do. */
final class LostBanner extends HBox {

    private static final PseudoClass REST = PseudoClass.getPseudoClass("rest");

    private final Label title = new Label();
    private final Label advice = new Label();
    private final PauseButton pause;
    private final Flash flash;
    private Subscription flashing = Subscription.EMPTY;

    LostBanner(Texts texts, Flash flash, Runnable pauseSound) {
        this.flash = flash;
        getStyleClass().add("lost-banner");
        setAccessibleRole(AccessibleRole.TEXT);
        pseudoClassStateChanged(PseudoClass.getPseudoClass("steady"), flash.isSteady());
        var priority = new Label(Texts.of(AlarmWords.class, texts.locale())
                .get("priority." + AlarmPriority.HIGH.name().toLowerCase(java.util.Locale.ROOT)));
        priority.getStyleClass().add("priority");
        priority.setMinWidth(USE_PREF_SIZE);
        title.getStyleClass().add("lost-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        advice.getStyleClass().add("lead");
        advice.setWrapText(true);
        advice.setMinHeight(USE_PREF_SIZE);
        var lines = new VBox(title, advice);
        lines.setAlignment(Pos.CENTER_LEFT);
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        pause = new PauseButton(texts, pauseSound);
        pause.getStyleClass().add("answer");
        pause.setId("pause-lost");
        pause.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(Icon.AGENT_LOST.of(40), priority, lines, pause);
        hide();
    }

    void draw(ShellState.Reach.Gone gone, ShellState.Pause paused) {
        title.setText(gone.title());
        advice.setText(gone.advice());
        setAccessibleText(gone.title() + ". " + gone.advice());
        pause.draw(paused);
        if (!isVisible()) {
            setVisible(true);
            setManaged(true);
            flashing = flash.high().subscribe(lit -> pseudoClassStateChanged(REST, !lit));
        }
    }

    void hide() {
        flashing.unsubscribe();
        flashing = Subscription.EMPTY;
        setVisible(false);
        setManaged(false);
    }
}
