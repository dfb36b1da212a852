package io.vigil.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {

    @TempDir
    private Path folder;

    @Test
    void every_choice_survives_a_restart() {
        var before = Preferences.in(folder.resolve("app"));
        before.themeChoice().set(ThemeChoice.DARK);
        before.units().set(Units.MMOL_PER_L);
        before.language().set(Language.GERMAN);
        before.names().set(PatientNames.INITIALS);
        before.order().set(TileOrder.BY_BED);
        before.keepWindow(new WindowPlace(10, 20, 1280, 720, false));

        var after = Preferences.in(folder.resolve("app"));

        assertThat(after.themeChoice().get()).isEqualTo(ThemeChoice.DARK);
        assertThat(after.units().get()).isEqualTo(Units.MMOL_PER_L);
        assertThat(after.language().get()).isEqualTo(Language.GERMAN);
        assertThat(after.names().get()).isEqualTo(PatientNames.INITIALS);
        assertThat(after.order().get()).isEqualTo(TileOrder.BY_BED);
        assertThat(after.window()).contains(new WindowPlace(10, 20, 1280, 720, false));
    }

    @Test
    void what_cannot_be_read_is_as_if_never_chosen() throws IOException {
        Files.writeString(folder.resolve("screen.properties"), "units=STONES\ntheme=\\u12\nwindow=1 2 three 4 true\n");

        var preferences = Preferences.in(folder);

        assertThat(preferences.units().get()).isEqualTo(Units.MG_PER_DL);
        assertThat(preferences.themeChoice().get()).isEqualTo(ThemeChoice.BY_SCHEDULE);
        assertThat(preferences.window()).isEmpty();
    }

    @Test
    void a_folder_that_cannot_be_written_stops_nobody() throws IOException {
        var file = Files.writeString(folder.resolve("taken"), "a file, no folder");

        var preferences = Preferences.in(file);
        preferences.units().set(Units.MMOL_PER_L);

        assertThat(preferences.units().get()).isEqualTo(Units.MMOL_PER_L);
    }

    @Test
    void by_schedule_it_is_dark_from_nine_in_the_evening_to_half_past_six() {
        var preferences = Preferences.unkept();

        preferences.timeIs(LocalTime.of(20, 59));
        assertThat(preferences.theme().get()).isEqualTo(Theme.LIGHT);
        preferences.timeIs(LocalTime.of(21, 0));
        assertThat(preferences.theme().get()).isEqualTo(Theme.DARK);
        preferences.timeIs(LocalTime.of(6, 29));
        assertThat(preferences.theme().get()).isEqualTo(Theme.DARK);
        preferences.timeIs(LocalTime.of(6, 30));
        assertThat(preferences.theme().get()).isEqualTo(Theme.LIGHT);

        preferences.themeChoice().set(ThemeChoice.DARK);
        assertThat(preferences.theme().get()).isEqualTo(Theme.DARK);
    }
}
