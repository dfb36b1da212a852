package io.vigil.app.shell;

import io.vigil.app.agentlink.InMemoryAgentLink;
import io.vigil.app.settings.SettingsRoom;
import io.vigil.app.stage.StageTest;
import io.vigil.app.ui.Flash;
import io.vigil.app.ui.Icon;
import io.vigil.app.ui.Preferences;
import io.vigil.app.ui.Theme;
import io.vigil.app.ui.ThemeChoice;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;

/** A shell on a stage, around a ward without tiles. Its flash stands still in its lit half. */
abstract class ShellStageTest extends StageTest {

    static final Room WARD = new Room(
            Icon.WARD,
            locale -> locale.getLanguage().equals("de") ? "Station" : "Ward",
            _ -> "Every bed at a glance, the most urgent first. Enter opens a patient.",
            true,
            () -> new StackPane(new Label()));

    private final List<Shell> shells = new ArrayList<>();

    /** This machine's own clock, moved by hand. */
    volatile Instant wall = NightOnTheWard.NOW;

    final Preferences preferences = Preferences.unkept();
    Flash flash = Flash.still();

    Scene shell(InMemoryAgentLink link, ThemeChoice theme, double width, double height) {
        var settings = new Room(
                Icon.SETTINGS,
                locale -> locale.getLanguage().equals("de") ? "Einstellungen" : "Settings",
                _ -> "Choices of this screen alone.",
                false,
                () -> new SettingsRoom(preferences).node());
        return shell(link, new Navigation(List.of(WARD, settings)), theme, width, height);
    }

    Scene shell(InMemoryAgentLink link, Navigation navigation, ThemeChoice theme, double width, double height) {
        doOnScreen(() -> preferences.themeChoice().set(theme));
        InstantSource clock = () -> wall;
        var scene = show(Theme.LIGHT, width, height, () -> {
            var shell = new Shell(link, navigation, preferences, flash, clock);
            shells.add(shell);
            return shell.root();
        });
        doOnScreen(() -> shells.getLast().dress(scene));
        return scene;
    }

    /** As the program does it. To be called on the screen's thread. */
    Stage shownOnAStageOfItsOwn(InMemoryAgentLink link) {
        var shell = new Shell(link, new Navigation(List.of(WARD)), preferences, flash, () -> wall);
        shells.add(shell);
        var stage = new Stage();
        shell.showOn(stage);
        return stage;
    }

    @AfterEach
    void close_the_shells() {
        doOnScreen(() -> shells.forEach(Shell::close));
    }
}
