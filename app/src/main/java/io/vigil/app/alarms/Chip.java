package io.vigil.app.alarms;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmSignal;
import io.vigil.app.ui.AlarmWords;
import io.vigil.app.ui.Icon;
import javafx.scene.control.Label;

/** An alarm's name with its shape, in the colour of its priority; without fill where somebody has answered. */
final class Chip extends Label {

    private static final int SIGN = 16;

    Chip() {
        getStyleClass().add("alarm-chip");
        setMinWidth(USE_PREF_SIZE);
    }

    void draw(AlarmKind kind, AlarmSignal signal, String words) {
        setText(words);
        getStyleClass().removeIf(style -> style.startsWith("alarm-") && !style.equals("alarm-chip"));
        switch (signal) {
            case SOUNDING, PAUSED -> dress(kind);
            case SHELVED, ANSWERED -> {
                setGraphic((signal == AlarmSignal.SHELVED ? Icon.PAUSE_SOUND : Icon.CHECK).of(SIGN));
                getStyleClass().add("alarm-settled");
            }
        }
    }

    /** One that may be over: its priority stays its colour. */
    void draw(AlarmKind kind, String words) {
        draw(kind, AlarmSignal.SOUNDING, words);
    }

    private void dress(AlarmKind kind) {
        setGraphic(AlarmWords.icon(kind).of(SIGN));
        getStyleClass().add(AlarmWords.style(kind.priority()));
    }
}
