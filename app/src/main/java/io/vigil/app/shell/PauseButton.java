package io.vigil.app.shell;

import io.vigil.app.ui.Icon;
import io.vigil.app.ui.Texts;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;

/** Two minutes of quiet for the ear; counts down while they last. */
final class PauseButton extends Button {

    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

    PauseButton(Texts texts, Runnable pause) {
        super("", Icon.PAUSE_SOUND.of(20));
        getStyleClass().add("pause-sound");
        setAccessibleHelp(texts.get("sound.pause.explained"));
        setOnAction(_ -> pause.run());
    }

    void draw(ShellState.Pause state) {
        setText(state.words() + "  " + state.left());
        pseudoClassStateChanged(ON, state.isOn());
    }
}
