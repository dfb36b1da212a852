package io.vigil.app.patient;

import static io.vigil.app.patient.Bedside.berlin;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.app.stage.StageTest;
import io.vigil.app.ui.Preferences;
import io.vigil.app.ui.Theme;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the page shares out what the window gives it. */
class PatientPageTest extends StageTest {

    private static final double WIDTH = 1832;

    @Test
    void what_the_window_has_more_goes_to_the_alarms_and_to_no_other_card() {
        var low = page(920);
        var high = page(1300);

        assertThat(heights(high, ".value-card", ".fact-card", ".range-card"))
                .isEqualTo(heights(low, ".value-card", ".fact-card", ".range-card"));
        assertThat(heights(low, ".fact-card").getFirst()).isLessThan(220);
        assertThat(alarms(high)).hasSizeGreaterThan(alarms(low).size());
    }

    @ParameterizedTest
    @ValueSource(doubles = {820, 864, 920, 992, 1040, 1100})
    void alarms_are_shown_whole_or_not_at_all(double height) {
        var scene = page(height);
        var card = onScreen(() -> scene.lookup(".alarms-card")
                .localToScene(scene.lookup(".alarms-card").getLayoutBounds()));

        var alarms = alarms(scene);

        assertThat(alarms)
                .isNotEmpty()
                .allSatisfy(alarm -> assertThat(
                                alarm.localToScene(alarm.getLayoutBounds()).getMaxY())
                        .isLessThanOrEqualTo(card.getMaxY()));
        assertThat(scene.getRoot().lookupAll(".scroll-bar"))
                .filteredOn(bar -> ((ScrollBar) bar).getOrientation() == javafx.geometry.Orientation.VERTICAL)
                .noneMatch(Node::isVisible);
    }

    private Scene page(double height) {
        var bed = Bedside.seven();
        var link = bed.at(berlin("2022-05-16T04:07:12"));
        return show(Theme.LIGHT, WIDTH, height, () ->
                (Parent) new PatientRoom(link, Preferences.unkept(), link.clock()).show(bed.id()));
    }

    private static List<Double> heights(Scene scene, String... cards) {
        return onScreen(() -> List.of(cards).stream()
                .flatMap(card -> scene.getRoot().lookupAll(card).stream())
                .map(card -> card.getLayoutBounds().getHeight())
                .toList());
    }

    private static List<Node> alarms(Scene scene) {
        return onScreen(() -> scene.getRoot().lookupAll(".alarm-entry").stream()
                .filter(Node::isVisible)
                .toList());
    }
}
