package io.vigil.app.ward;

import io.vigil.app.ui.TrendArrow;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Draws a {@link Stripe}: a shape, what is the matter, and since when. */
final class StripeBand extends HBox {

    private static final int SIGN = 20;

    private final Label words = new Label();
    private final Label aside = new Label();
    private Stripe shown = new Stripe.None();
    private @Nullable Density density;
    private String asideOutside = "";

    StripeBand() {
        getStyleClass().add("stripe");
        words.getStyleClass().add("words");
        words.setMinWidth(Region.USE_PREF_SIZE);
        words.setGraphicTextGap(9);
        aside.getStyleClass().add("aside");
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(words, between, aside);
    }

    void show(Stripe stripe, Density atDensity) {
        if (stripe.equals(shown) && atDensity == density) {
            return;
        }
        shown = stripe;
        density = atDensity;
        switch (stripe) {
            case Stripe.None _ -> say("", "");
            case Stripe.Said(var icon, var said, var beside) -> {
                words.setGraphic(icon.of(sign()));
                say(said, beside);
            }
            case Stripe.Falling(var said, var beside) -> {
                words.setGraphic(down());
                say(said, beside);
            }
        }
    }

    boolean isSaid() {
        return !(shown instanceof Stripe.None);
    }

    /** What a narrow tile says beside the bed instead, because both do not fit into the stripe. */
    String asideOutside() {
        return asideOutside;
    }

    private void say(String said, String beside) {
        words.setText(said);
        var isNarrow = density == Density.DESK || density == Density.CROWD;
        aside.setText(isNarrow ? "" : beside);
        asideOutside = isNarrow ? beside : "";
    }

    private int sign() {
        return density == Density.DESK ? 16 : SIGN;
    }

    private Node down() {
        return TrendArrow.node(sign() - 2, -1, false);
    }
}
