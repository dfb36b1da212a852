package io.vigil.app.ward;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.app.agentlink.StationView;
import io.vigil.app.stage.StageTest;
import io.vigil.app.ui.Flash;
import io.vigil.app.ui.Theme;
import io.vigil.ward.PatientId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The tiles under hand and keyboard. */
class TileGridTest extends StageTest {

    private final List<PatientId> opened = new ArrayList<>();

    @Test
    void a_press_opens_the_patient_on_whose_tile_it_falls() {
        var scene = grid(NightWard.asDrawn());

        clickOn(tile(scene, "Bed 11"));

        assertThat(opened).containsExactly(NightWard.bed(11));
    }

    @Test
    void arrows_lead_from_tile_to_tile_and_enter_opens() {
        var scene = grid(NightWard.asDrawn());
        doOnScreen(() -> tile(scene, "Bed 07").requestFocus());

        press(scene, KeyCode.RIGHT, KeyCode.DOWN, KeyCode.LEFT, KeyCode.ENTER);
        press(scene, KeyCode.END, KeyCode.SPACE);
        press(scene, KeyCode.HOME, KeyCode.UP, KeyCode.ENTER);

        assertThat(opened).containsExactly(NightWard.bed(2), NightWard.bed(12), NightWard.bed(7));
    }

    @Test
    void the_keyboard_stays_with_the_patient_when_the_order_changes() {
        var state = state(NightWard.asDrawn());
        var grid = new TileGrid(Flash.of(true), opened::add);
        var scene = show(Theme.LIGHT, 1832, 816, () -> grid);
        doOnScreen(() -> grid.show(state, Theme.LIGHT.palette()));
        doOnScreen(() -> tile(scene, "Bed 09").requestFocus());

        var quiet = NightWard.station(NightWard.twelve(), List.of(), NightWard.IN_CONTACT);
        doOnScreen(() -> grid.show(state(quiet), Theme.LIGHT.palette()));
        press(scene, KeyCode.ENTER);

        assertThat(opened).containsExactly(NightWard.bed(9));
    }

    @Test
    void of_three_hundred_patients_only_those_in_sight_are_drawn() {
        var scene = grid(NightWard.crowd(300));

        assertThat(tiles(scene)).hasSizeBetween(60, 120);

        doOnScreen(() -> tile(scene, "Bed 02").requestFocus());
        press(scene, KeyCode.END, KeyCode.ENTER);

        assertThat(opened).containsExactly(NightWard.bed(300));
        assertThat(tiles(scene)).hasSizeBetween(60, 120).containsKey("Bed 300").doesNotContainKey("Bed 13");
    }

    // [utest->req~screen.nobody-is-out-of-sight~1]
    @Test
    void alarms_stay_in_sight_while_a_crowd_is_scrolled() {
        var scene = grid(NightWard.crowd(300));

        doOnScreen(() -> ((ScrollPane) scene.lookup(".tiles")).setVvalue(1));

        assertThat(tiles(scene)).containsKeys("Bed 07", "Bed 11", "Bed 03", "Bed 09", "Bed 300");
        assertThat(tile(scene, "Bed 07").localToScene(0, 0).getY()).isLessThan(20);
    }

    @Test
    void a_patient_who_has_left_leaves_no_tile_behind_even_under_the_keyboard() {
        var grid = new TileGrid(Flash.of(true), opened::add);
        var scene = show(Theme.LIGHT, 1832, 816, () -> grid);
        doOnScreen(() -> grid.show(state(NightWard.asDrawn()), Theme.LIGHT.palette()));
        doOnScreen(() -> tile(scene, "Bed 12").requestFocus());

        var eleven = NightWard.station(NightWard.twelve().subList(0, 11), NightWard.alarms(), NightWard.IN_CONTACT);
        doOnScreen(() -> grid.show(state(eleven), Theme.LIGHT.palette()));

        assertThat(tiles(scene)).hasSize(11).doesNotContainKey("Bed 12");
    }

    @Test
    void each_tile_can_be_heard() {
        var scene = grid(NightWard.asDrawn());

        assertThat(tile(scene, "Bed 07").getAccessibleText())
                .isEqualTo("Bed 07, Osei, Margaret. 54 mg/dL, steady, 2 minutes old. Urgent low 54 ≤ 54, since 04:05.");
    }

    private Scene grid(StationView station) {
        return show(Theme.LIGHT, 1832, 816, () -> {
            var grid = new TileGrid(Flash.of(true), opened::add);
            grid.show(state(station), Theme.LIGHT.palette());
            return grid;
        });
    }

    private static WardState state(StationView station) {
        return NightWard.shown(station, AnswerTimes.NONE, NightWard.NOW, NightWard.ENGLISH);
    }

    private void press(Scene scene, KeyCode... keys) {
        for (var key : keys) {
            doOnScreen(() -> scene.getWindow().requestFocus());
            push(key);
            settle();
        }
    }

    private static PatientTile tile(Scene scene, String bed) {
        return Optional.ofNullable(tiles(scene).get(bed)).orElseThrow();
    }

    private static Map<String, PatientTile> tiles(Scene scene) {
        return onScreen(() -> scene.getRoot().lookupAll(".patient-tile").stream()
                .map(PatientTile.class::cast)
                .collect(Collectors.toMap(
                        tile -> tile.getAccessibleText()
                                .substring(0, tile.getAccessibleText().indexOf(',')),
                        tile -> tile)));
    }
}
