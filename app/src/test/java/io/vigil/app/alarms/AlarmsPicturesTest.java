package io.vigil.app.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.app.stage.Pictures;
import io.vigil.app.ui.FxDoor;
import io.vigil.app.ui.Language;
import io.vigil.app.ui.ThemeChoice;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Pictures of the alarms room, for people to look at. */
class AlarmsPicturesTest extends AlarmsStageTest {

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "BY_SCHEDULE")
    void four_are_open_and_one_is_answered(ThemeChoice theme) {
        var link = FortnightOfAlarms.alarmed(new FxDoor()).isSignedIn(FortnightOfAlarms.KATRIN);
        var scene = room(link, theme, 1920, 1080);

        write("alarms", theme, scene);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "BY_SCHEDULE")
    void what_became_of_one(ThemeChoice theme) {
        var link = FortnightOfAlarms.shelved(new FxDoor()).isSignedIn(FortnightOfAlarms.KATRIN);
        var scene = room(link, theme, 1920, 1080);
        prove(4);

        write("alarms-proof", theme, scene);
    }

    @Test
    void one_is_put_aside() {
        var link = FortnightOfAlarms.alarmed(new FxDoor()).isSignedIn(FortnightOfAlarms.KATRIN);
        var scene = room(link, ThemeChoice.LIGHT, 1920, 1080);
        clickOn("Shelve…");

        write("alarms-shelving", ThemeChoice.LIGHT, scene);
    }

    @Test
    void nothing_is_open() {
        var link = FortnightOfAlarms.calm(new FxDoor()).isSignedIn(FortnightOfAlarms.KATRIN);

        write("alarms-calm", ThemeChoice.DARK, room(link, ThemeChoice.DARK, 1920, 1080));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void in_a_small_window(Language language) {
        doOnScreen(() -> preferences.language().set(language));
        var link = FortnightOfAlarms.shelved(new FxDoor()).isSignedIn(FortnightOfAlarms.KATRIN);
        var scene = room(link, ThemeChoice.LIGHT, 1280, 720);
        write("alarms-1280-" + language.name().toLowerCase(Locale.ROOT), ThemeChoice.LIGHT, scene);

        prove(1);
        write("alarms-1280-proof-" + language.name().toLowerCase(Locale.ROOT), ThemeChoice.LIGHT, scene);
    }

    private void prove(int row) {
        doOnScreen(() -> {
            var table = lookup("#open-alarms").<TableView<?>>query();
            table.requestFocus();
            table.getSelectionModel().select(row);
        });
        push(KeyCode.ENTER);
        settle();
    }

    private static void write(String name, ThemeChoice theme, Scene scene) {
        settle();
        assertThat(Pictures.write(name + "-" + theme.name().toLowerCase(Locale.ROOT), scene))
                .isNotEmptyFile();
    }
}
