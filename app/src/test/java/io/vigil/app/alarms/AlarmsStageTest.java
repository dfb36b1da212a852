package io.vigil.app.alarms;

import io.vigil.app.AppWindow;
import io.vigil.app.agentlink.InMemoryAgentLink;
import io.vigil.app.stage.StageTest;
import io.vigil.app.ui.Flash;
import io.vigil.app.ui.Preferences;
import io.vigil.app.ui.Theme;
import io.vigil.app.ui.ThemeChoice;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;

/** The whole window, in the alarms room. Its flash stands still in its lit half. */
abstract class AlarmsStageTest extends StageTest {

    private final List<AppWindow> windows = new ArrayList<>();
    final Preferences preferences = Preferences.unkept();

    Scene room(InMemoryAgentLink link, ThemeChoice theme, double width, double height) {
        doOnScreen(() -> preferences.themeChoice().set(theme));
        var scene = window(link, width, height);
        push(KeyCode.CONTROL, KeyCode.DIGIT2);
        settle();
        return scene;
    }

    Scene window(InMemoryAgentLink link, double width, double height) {
        var scene = show(Theme.LIGHT, width, height, () -> {
            var window = new AppWindow(link, preferences, Flash.still(), () -> FortnightOfAlarms.NOW);
            windows.add(window);
            return window.shell().root();
        });
        doOnScreen(() -> windows.getLast().shell().dress(scene));
        return scene;
    }

    @AfterEach
    void close_the_windows() {
        doOnScreen(() -> windows.forEach(AppWindow::close));
    }
}
