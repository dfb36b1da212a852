package io.vigil.app.ui;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** One of a few, all of them in sight: a row of joined buttons, of which one is always chosen. Arrows move the choice. */
public final class Segmented<E extends Enum<E>> extends HBox {

    private final Map<E, ToggleButton> buttons;

    /**
     * A row that shows and sets a choice.
     *
     * @param question what is chosen here, for those who do not see it
     */
    public Segmented(Class<E> choices, ObjectProperty<E> choice, String question, Function<E, String> words) {
        getStyleClass().add("segmented");
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleText(question);
        buttons = new EnumMap<>(choices);
        var group = new ToggleGroup();
        for (var each : choices.getEnumConstants()) {
            var button = new ToggleButton(words.apply(each));
            button.setToggleGroup(group);
            button.setUserData(each);
            button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
            button.setAccessibleText(question + ": " + words.apply(each));
            button.setMnemonicParsing(false);
            // A chosen one stays chosen when it is pressed again.
            button.setOnAction(_ -> {
                button.setSelected(true);
                choice.set(each);
            });
            buttons.put(each, button);
            getChildren().add(button);
        }
        getChildren().getFirst().getStyleClass().add("first");
        getChildren().getLast().getStyleClass().add("last");
        choice.subscribe(chosen -> buttons.forEach((each, button) -> button.setSelected(each == chosen)));
    }

    /** The button of one choice, to give it an icon or to press it. */
    public ToggleButton button(E choice) {
        var button = buttons.get(choice);
        if (button == null) {
            throw new IllegalArgumentException("No such choice: " + choice);
        }
        return button;
    }
}
