package io.vigil.app.shell;

import io.vigil.app.shell.StatusBarState.Sign;
import io.vigil.app.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** Draws a StatusBarState at the bottom of the window: what is well or not on the left, zone and version on the right. */
final class StatusBar extends org.controlsfx.control.StatusBar {

    private final List<Label> labels = new ArrayList<>();
    private final Label zone = new Label();
    private final Label version = new Label();
    private List<Sign> drawn = List.of();

    /**
     * A bar that says nothing yet.
     *
     * @param test somebody wants the alarms tested
     */
    StatusBar(Texts texts, Runnable test) {
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        setText("");
        zone.setMinWidth(0);
        version.setMinWidth(USE_PREF_SIZE);
        var testing = new Button(texts.get("test.do"));
        testing.getStyleClass().addAll("bare", "test-alarms");
        testing.setId("test-alarms");
        testing.setTooltip(new Tooltip(texts.get("test.explained")));
        testing.setAccessibleHelp(texts.get("test.explained"));
        testing.setMinWidth(USE_PREF_SIZE);
        testing.setOnAction(_ -> test.run());
        getRightItems().addAll(testing, zone, version);
    }

    void draw(StatusBarState state) {
        if (!state.signs().equals(drawn)) {
            draw(state.signs());
            drawn = state.signs();
        }
        zone.setText(state.zone());
        version.setText(state.version());
    }

    private void draw(List<Sign> shown) {
        while (labels.size() < shown.size()) {
            var label = new Label();
            label.setMinWidth(USE_PREF_SIZE);
            labels.add(label);
        }
        for (var i = 0; i < shown.size(); i++) {
            var sign = shown.get(i);
            var label = labels.get(i);
            label.setText(sign.words());
            if (i >= drawn.size()
                    || drawn.get(i).icon() != sign.icon()
                    || drawn.get(i).tone() != sign.tone()) {
                label.setGraphic(sign.icon().of(16));
                label.getStyleClass().setAll("label", "sign", sign.tone().name().toLowerCase(Locale.ROOT));
            }
        }
        if (getLeftItems().size() != shown.size()) {
            getLeftItems().setAll(labels.subList(0, shown.size()));
        }
    }
}
