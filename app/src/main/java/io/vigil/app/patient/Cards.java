package io.vigil.app.patient;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The pieces that the page's cards are made of; how they look is told in {@code patient.css}. */
final class Cards {

    private Cards() {}

    static VBox card(String style, Node... content) {
        var card = new VBox(content);
        card.getStyleClass().addAll("patient-card", style);
        return card;
    }

    static Label label(String words, String... styles) {
        var label = new Label(words);
        label.getStyleClass().addAll(styles);
        return label;
    }

    static Region spring() {
        var spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }
}
