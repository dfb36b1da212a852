package io.vigil.app.ward;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.app.agentlink.StationView;
import io.vigil.app.agentlink.StationView.Contact;
import io.vigil.app.stage.Pictures;
import io.vigil.app.stage.StageTest;
import io.vigil.app.ui.Flash;
import io.vigil.app.ui.Preferences;
import io.vigil.app.ui.Texts;
import io.vigil.app.ui.Theme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;

/** The ward as people see it, to be looked at in {@code app/target/pictures}. A page of a window of 1920×1080 is 1832×920. */
class WardPicturesTest extends StageTest {

    private static final double WIDTH = 1832;
    private static final double HEIGHT = 920;
    private static final AnswerTimes ANSWERS = new AnswerTimes(Map.of(
            NightWard.alarms().getLast().id(),
            NightWard.alarms().getLast().id().raisedAt().plusSeconds(110)));

    @Test
    void by_day() {
        picture("ward-light", Theme.LIGHT, NightWard.asDrawn(), NightWard.ENGLISH);
    }

    @Test
    void by_night() {
        picture("ward-dark", Theme.DARK, NightWard.asDrawn(), NightWard.ENGLISH);
    }

    @Test
    void in_every_other_state() {
        picture("ward-odd-light", Theme.LIGHT, NightWard.odd(), NightWard.ENGLISH);
        picture("ward-odd-dark", Theme.DARK, NightWard.odd(), NightWard.ENGLISH);
    }

    @Test
    void in_the_other_half_of_the_flash_and_with_the_keyboard_on_a_tile() {
        var scene = scene(Theme.LIGHT, NightWard.asDrawn(), NightWard.NOW, NightWard.ENGLISH, WIDTH, HEIGHT);

        doOnScreen(() -> tiles(scene).forEach(tile -> tile.flash(true, false)));
        doOnScreen(() -> tiles(scene).get(5).requestFocus());

        assertThat(Pictures.write("ward-rest-light", scene)).isNotEmptyFile();
    }

    @Test
    void where_nothing_may_flash() {
        var scene = scene(Theme.DARK, NightWard.asDrawn(), NightWard.NOW, NightWard.ENGLISH, WIDTH, HEIGHT);

        doOnScreen(() -> tiles(scene).forEach(tile -> tile.flash(false, true)));

        assertThat(Pictures.write("ward-steady-dark", scene)).isNotEmptyFile();
    }

    @Test
    void before_there_is_anything_to_show() {
        var notYet = NightWard.station(List.of(), List.of(), new Contact.NotYet(NightWard.NOW));

        picture("ward-not-yet-light", Theme.LIGHT, notYet, NightWard.ENGLISH);
    }

    @Test
    void without_the_agent() {
        var lost = new Contact.Lost(NightWard.at("04:09").plusSeconds(7), 3444);
        var station = NightWard.station(NightWard.twelve(), NightWard.alarms(), lost);

        picture(
                "ward-lost-dark",
                Theme.DARK,
                station,
                NightWard.NOW.plus(Duration.ofMinutes(57)),
                NightWard.ENGLISH,
                WIDTH - 32,
                864);
    }

    @Test
    void on_a_small_screen() {
        picture("ward-1280x720-light", Theme.LIGHT, NightWard.asDrawn(), NightWard.NOW, NightWard.ENGLISH, 1192, 560);
    }

    @Test
    void in_german() {
        picture("ward-german-light", Theme.LIGHT, NightWard.asDrawn(), NightWard.GERMAN);
    }

    @Test
    void in_mmol() {
        picture("ward-mmol-dark", Theme.DARK, NightWard.asDrawn(), NightWard.MMOL);
    }

    @Test
    void for_every_size_of_ward() {
        for (var patients : List.of(1, 4, 20, 30, 60, 300)) {
            picture("ward-%d-light".formatted(patients), Theme.LIGHT, NightWard.crowd(patients), NightWard.ENGLISH);
        }
    }

    @Test
    void with_a_second_alarm_beside_the_answered_one_in_tiles_of_each_width() {
        for (var patients : List.of(12, 20, 30)) {
            var station = NightWard.twiceAnswered(patients);
            picture("ward-answered-%d-light".formatted(patients), Theme.LIGHT, station, NightWard.ENGLISH);
        }
        picture("ward-answered-german-dark", Theme.DARK, NightWard.twiceAnswered(12), NightWard.GERMAN);
    }

    @Test
    void at_twice_the_size() {
        var scene = scene(Theme.LIGHT, NightWard.asDrawn(), NightWard.NOW, NightWard.ENGLISH, WIDTH, HEIGHT);

        assertThat(Pictures.write("ward-200-percent-light", scene, 2)).isNotEmptyFile();
    }

    private static List<PatientTile> tiles(Scene scene) {
        return scene.getRoot().lookupAll(".patient-tile").stream()
                .map(PatientTile.class::cast)
                .toList();
    }

    private void picture(String name, Theme theme, StationView station, Manner manner) {
        picture(name, theme, station, NightWard.NOW, manner, WIDTH, HEIGHT);
    }

    private void picture(
            String name, Theme theme, StationView station, Instant now, Manner manner, double width, double height) {
        assertThat(Pictures.write(name, scene(theme, station, now, manner, width, height)))
                .isNotEmptyFile();
    }

    private Scene scene(Theme theme, StationView station, Instant now, Manner manner, double width, double height) {
        return show(theme, width, height, () -> {
            var view = new WardView(
                    Preferences.unkept(), Texts.of(WardRoom.class, manner.locale()), Flash.of(false), _ -> {});
            view.show(NightWard.shown(station, ANSWERS, now, manner), theme.palette());
            return view;
        });
    }
}
