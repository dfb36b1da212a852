package io.vigil.app.alarms;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The small pieces that the room's views are laid of. */
final class Parts {

    private Parts() {}

    static Label label(String words, String... styles) {
        var label = new Label(words);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** One that breaks into as many lines as it needs. */
    static Label sentence(String words, String... styles) {
        var label = label(words, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static Region spring() {
        var spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    static void show(Region part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }
}
