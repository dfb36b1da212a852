package io.vigil.app.limits;

import static io.vigil.app.limits.Parts.label;
import static io.vigil.app.limits.Parts.sentence;

import io.vigil.app.limits.LimitsState.PresetState;
import io.vigil.policy.Preset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Draws the presets, all in sight, and what the chosen one means. */
final class PresetBar extends VBox {

    private final List<Choice> choices = new ArrayList<>();
    private final HBox row = new HBox();
    private final Label meaning = sentence("", "muted");

    private record Choice(Optional<Preset> preset, ToggleButton button) {}

    PresetBar(Wording wording, boolean isForWard, Consumer<Optional<Preset>> choose) {
        getStyleClass().add("preset-bar");
        row.getStyleClass().add("segmented");
        row.setMaxWidth(Region.USE_PREF_SIZE);
        row.setAccessibleRole(AccessibleRole.NODE);
        row.setAccessibleText(wording.text("preset"));
        var group = new ToggleGroup();
        var none = wording.text(isForWard ? "preset.standard" : "preset.as-ward");
        Stream.concat(
                        Stream.of(Optional.<Preset>empty()),
                        Stream.of(Preset.values()).map(Optional::of))
                .forEach(preset -> {
                    var words = preset.map(wording::name).orElse(none);
                    var button = new ToggleButton(words);
                    button.setToggleGroup(group);
                    button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
                    button.setAccessibleText(wording.text("preset") + ": " + words);
                    // A chosen one stays chosen when it is pressed again.
                    button.setOnAction(_ -> {
                        button.setSelected(true);
                        choose.accept(preset);
                    });
                    choices.add(new Choice(preset, button));
                    row.getChildren().add(button);
                });
        row.getChildren().getFirst().getStyleClass().add("first");
        row.getChildren().getLast().getStyleClass().add("last");
        var line = new HBox(16, label(wording.text("preset"), "lead-strong"), row);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, meaning);
    }

    void draw(PresetState state) {
        choices.forEach(choice -> choice.button.setSelected(choice.preset.equals(state.chosen())));
        meaning.setText(state.words());
        row.setDisable(!state.locked().isEmpty());
    }
}
