package io.vigil.app.ward;

import io.vigil.app.ui.TrendArrow;
import java.util.List;
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

    /** What is the matter, and since when, never run together. */
    private static final double GAP = 12;

    private final Label words = new Label();
    private final Aside aside = new Aside();
    private Stripe shown = new Stripe.None();
    private @Nullable Density density;
    private List<String> asideOutside = List.of();

    StripeBand() {
        getStyleClass().add("stripe");
        words.getStyleClass().add("words");
        words.setMinWidth(Region.USE_PREF_SIZE);
        words.setGraphicTextGap(9);
        var between = new Region();
        between.setMinWidth(GAP);
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
            case Stripe.None _ -> say("", List.of());
            case Stripe.Said(var icon, var said, var beside) -> {
                words.setGraphic(icon.of(sign()));
                say(said, beside);
            }
            case Stripe.Falling(var said, var beside) -> {
                words.setGraphic(down());
                say(said, List.of(beside));
            }
        }
    }

    boolean isSaid() {
        return !(shown instanceof Stripe.None);
    }

    /** What a narrow tile says beside the bed instead, because both do not fit into the stripe. */
    List<String> asideOutside() {
        return asideOutside;
    }

    private void say(String said, List<String> beside) {
        words.setText(said);
        var isNarrow = density == Density.DESK || density == Density.CROWD;
        aside.say(isNarrow ? List.of() : beside);
        asideOutside = isNarrow ? beside : List.of();
    }

    private int sign() {
        return density == Density.DESK ? 16 : SIGN;
    }

    private Node down() {
        return TrendArrow.node(sign() - 2, -1, false);
    }
}
