package io.vigil.app.ward;

import io.vigil.app.ui.Icon;
import io.vigil.app.ui.PatientNames;
import io.vigil.app.ui.Preferences;
import io.vigil.app.ui.Segmented;
import io.vigil.app.ui.Texts;
import io.vigil.app.ui.TileOrder;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The line above the tiles: the numbers of the ward, and how its tiles are ordered and called. */
final class WardStrip extends Region {

    private static final double GAP = 16;

    private final HBox choices;
    private final Segmented<TileOrder> order;
    private final List<Node> cards = new ArrayList<>();
    private List<Figure> shown = List.of();

    WardStrip(Preferences preferences, Texts texts) {
        getStyleClass().add("ward-strip");
        order = new Segmented<>(TileOrder.class, preferences.order(), texts.get("order"), choice -> switch (choice) {
            case MOST_URGENT_FIRST -> texts.get("order.urgent");
            case BY_BED -> texts.get("order.bed");
        });
        order.button(TileOrder.MOST_URGENT_FIRST).setGraphic(Icon.SORT.of(16));
        order.managedProperty().bind(order.visibleProperty());
        var names = new Segmented<>(
                PatientNames.class, preferences.names(), texts.get("naming"), choice -> switch (choice) {
                    case FULL -> texts.get("naming.names");
                    case INITIALS -> texts.get("naming.initials");
                });
        choices = new HBox(GAP, order, names);
        choices.setAlignment(Pos.CENTER_RIGHT);
        getChildren().add(choices);
    }

    /** As many figures as there is room for beside the choices, the first first. */
    @Override
    protected void layoutChildren() {
        var right = getWidth() - choices.prefWidth(-1);
        choices.resizeRelocate(right, 0, choices.prefWidth(-1), getHeight());
        var x = 0.0;
        for (var card : cards) {
            var width = Math.ceil(card.prefWidth(-1));
            card.setVisible(x + width + GAP <= right);
            card.resizeRelocate(x, 0, width, getHeight());
            x += width + GAP;
        }
    }

    void show(WardState state) {
        order.setVisible(state.isSortable());
        if (!state.figures().equals(shown)) {
            shown = state.figures();
            getChildren().removeAll(cards);
            cards.clear();
            shown.forEach(figure -> cards.add(card(figure)));
            getChildren().addAll(cards);
        }
    }

    private static Node card(Figure figure) {
        var card = new HBox();
        card.getStyleClass().add("card");
        card.setAlignment(Pos.CENTER_LEFT);
        card.setAccessibleRole(AccessibleRole.TEXT);
        card.setAccessibleText(figure.spoken());
        if (!figure.pieces().isEmpty()) {
            card.getChildren().add(number(figure));
        }
        var words = label(figure.words(), "words");
        words.setMinWidth(Region.USE_PREF_SIZE);
        card.getChildren().add(words);
        return card;
    }

    private static Node number(Figure figure) {
        var number = new HBox();
        number.getStyleClass().add("number");
        number.setAlignment(Pos.BASELINE_LEFT);
        number.setMinWidth(Region.USE_PREF_SIZE);
        figure.pieces()
                .forEach(piece -> number.getChildren().add(label(piece.text(), piece.isLarge() ? "large" : "lesser")));
        // As high as its digits, so that these, not the line they stand on, are in the middle of the card.
        number.setMaxHeight(Region.USE_PREF_SIZE);
        return number;
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
