package io.vigil.app.ward;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.app.stage.StageTest;
import io.vigil.app.ui.Icon;
import io.vigil.app.ui.RoomSheet;
import io.vigil.app.ui.Theme;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/** What a stripe says where there is little room. */
class StripeBandTest extends StageTest {

    private static final String VALUE = "URGENT LOW 54 ≤ 54";

    private final StripeBand band = onScreen(StripeBand::new);

    @Test
    void all_is_said_where_there_is_room() {
        show(Density.FEW);

        assertThat(asideAt(584)).isEqualTo("answered 04:10 · K. Brandt · 1 more");
    }

    @Test
    void that_there_are_others_is_the_first_to_go_and_the_name_the_next() {
        show(Density.WARD);

        assertThat(asideAt(432)).isEqualTo("answered 04:10 · K. Brandt");
        assertThat(asideAt(400)).isEqualTo("answered 04:10");
    }

    @Test
    void in_a_smaller_tile_the_time_of_the_answer_is_left() {
        show(Density.FULL);

        assertThat(asideAt(344)).isEqualTo("answered 04:10");
    }

    @Test
    void the_value_is_whole_and_stands_apart_at_every_width() {
        show(Density.WARD);

        for (var width = 400; width <= 700; width++) {
            resize(width);

            var words = (Label) band.lookup(".words");
            assertThat(((Text) words.lookup(".text")).getText())
                    .as("%d px", width)
                    .isEqualTo(VALUE);
            var left = place(asides().getFirst()).getMinX();
            assertThat(left - place(words).getMaxX()).as("%d px", width).isGreaterThanOrEqualTo(12);
            var right = place(asides().getLast()).getMaxX();
            assertThat(right).as("%d px", width).isBetween(width - 17.0, width - 16.0);
        }
    }

    private void show(Density density) {
        show(Theme.LIGHT, 800, 36, () -> {
            band.show(new Stripe.Said(Icon.ANSWERED, VALUE, "answered 04:10", "K. Brandt", "1 more"), density);
            band.setManaged(false);
            var tile = new Pane(band);
            tile.getStyleClass().addAll("patient-tile", density.style());
            RoomSheet.wear(tile, WardView.class, "ward.css");
            return tile;
        });
    }

    private void resize(double width) {
        onScreen(() -> {
            band.resize(width, 36);
            band.layout();
            return band;
        });
    }

    private String asideAt(double width) {
        resize(width);
        return asides().stream().map(Label::getText).collect(Collectors.joining());
    }

    private List<Label> asides() {
        return onScreen(() -> ((Aside) band.lookup(".aside"))
                .getChildrenUnmodifiable().stream()
                        .filter(Node::isVisible)
                        .map(Label.class::cast)
                        .toList());
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
