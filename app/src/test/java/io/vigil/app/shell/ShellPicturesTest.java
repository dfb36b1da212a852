package io.vigil.app.shell;

import static io.vigil.app.shell.NightOnTheWard.KATRIN;
import static io.vigil.app.shell.NightOnTheWard.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.app.agentlink.InMemoryAgentLink;
import io.vigil.app.stage.Pictures;
import io.vigil.app.ui.FxDoor;
import io.vigil.app.ui.Language;
import io.vigil.app.ui.ThemeChoice;
import java.time.Duration;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** One picture of each state of the window, by day and by night. */
class ShellPicturesTest extends ShellStageTest {

    private static final double WIDTH = 1920;
    private static final double HEIGHT = 1080;

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "BY_SCHEDULE")
    void nothing_needs_a_person(ThemeChoice theme) {
        var link = NightOnTheWard.calm(new FxDoor()).isSignedIn(KATRIN);

        write("shell-calm", theme, shell(link, theme, WIDTH, HEIGHT));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "BY_SCHEDULE")
    void an_urgent_low_stands_above_everything(ThemeChoice theme) {
        var link = NightOnTheWard.alarmed(new FxDoor()).isSignedIn(KATRIN);

        write("shell-banner", theme, shell(link, theme, WIDTH, HEIGHT));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "BY_SCHEDULE")
    void medium_is_yellow(ThemeChoice theme) {
        var link = NightOnTheWard.alarmed(new FxDoor()).isSignedIn(KATRIN);
        link.answers(link.view().alarms().getFirst().id(), "K. Brandt");

        write("shell-banner-medium", theme, shell(link, theme, WIDTH, HEIGHT));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "BY_SCHEDULE")
    void the_agent_is_lost(ThemeChoice theme) {
        var link = NightOnTheWard.alarmed(new FxDoor()).isSignedIn(KATRIN);
        var scene = shell(link, theme, WIDTH, HEIGHT);
        link.isNow(NOW.minus(Duration.ofMinutes(57))).loses(3_444).isNow(NOW);

        write("shell-agent-lost", theme, scene);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "BY_SCHEDULE")
    void who_acknowledges(ThemeChoice theme) {
        var scene = shell(NightOnTheWard.alarmed(new FxDoor()), theme, WIDTH, HEIGHT);
        push(KeyCode.F2);

        write("shell-sign-in", theme, scene);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "BY_SCHEDULE")
    void settings(ThemeChoice theme) {
        var link = NightOnTheWard.calm(new FxDoor()).isSignedIn(KATRIN);
        var scene = shell(link, theme, WIDTH, HEIGHT);
        push(KeyCode.CONTROL, KeyCode.DIGIT2);

        write("settings", theme, scene);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "BY_SCHEDULE")
    void help_in_place(ThemeChoice theme) {
        var scene = shell(NightOnTheWard.alarmed(new FxDoor()), theme, WIDTH, HEIGHT);
        push(KeyCode.F1);

        write("shell-help", theme, scene);
    }

    @Test
    void the_agent_has_not_been_reached_yet() {
        var link = new InMemoryAgentLink(NOW, new FxDoor()).hasNotBeenReached();

        write("shell-not-yet", ThemeChoice.LIGHT, shell(link, ThemeChoice.LIGHT, WIDTH, HEIGHT));
    }

    @Test
    void the_sound_is_paused() {
        var link = NightOnTheWard.alarmed(new FxDoor()).isPaused(NOW.plusSeconds(102), "Ward screen");

        write("shell-paused", ThemeChoice.LIGHT, shell(link, ThemeChoice.LIGHT, WIDTH, HEIGHT));
    }

    @Test
    void a_refusal_is_told() {
        var link = NightOnTheWard.alarmed(new FxDoor()).isSignedIn(KATRIN);
        var scene = shell(link, ThemeChoice.LIGHT, WIDTH, HEIGHT);
        link.refusesNext("The store does not take anything now. Write the answer down, and try again.");
        push(KeyCode.F2);

        write("shell-refused", ThemeChoice.LIGHT, scene);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_small_window_clips_no_word(Language language) {
        doOnScreen(() -> preferences.language().set(language));
        var link = NightOnTheWard.alarmed(new FxDoor()).isSignedIn(KATRIN);
        var scene = shell(link, ThemeChoice.LIGHT, 1280, 720);
        write("shell-1280-" + language.name().toLowerCase(Locale.ROOT), ThemeChoice.LIGHT, scene);

        push(KeyCode.CONTROL, KeyCode.DIGIT2);
        write("settings-1280-" + language.name().toLowerCase(Locale.ROOT), ThemeChoice.LIGHT, scene);

        link.loses(3);
        write("shell-1280-lost-" + language.name().toLowerCase(Locale.ROOT), ThemeChoice.LIGHT, scene);
    }

    @Test
    void at_200_percent() {
        var link = NightOnTheWard.alarmed(new FxDoor()).isSignedIn(KATRIN);
        var scene = shell(link, ThemeChoice.DARK, 1280, 720);

        settle();
        assertThat(Pictures.write("shell-200-percent", scene, 2)).isNotEmptyFile();
    }

    private static void write(String name, ThemeChoice theme, Scene scene) {
        settle();
        assertThat(Pictures.write(name + "-" + theme.name().toLowerCase(Locale.ROOT), scene))
                .isNotEmptyFile();
    }
}
