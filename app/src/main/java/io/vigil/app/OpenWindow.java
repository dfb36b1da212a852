package io.vigil.app;

import io.vigil.app.agentlink.AgentLink;
import io.vigil.app.ui.Flash;
import io.vigil.app.ui.FxDoor;
import io.vigil.app.ui.Preferences;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The app's window on a stage of its own, opened and closed from outside the screen's thread. */
final class OpenWindow implements AutoCloseable {

    private final Stage stage;
    private final AppWindow window;

    private OpenWindow(Stage stage, AppWindow window) {
        this.stage = stage;
        this.window = window;
    }

    static OpenWindow show(AgentLink link, Preferences preferences, Flash flash, Runnable onClosed) {
        return CompletableFuture.supplyAsync(
                        () -> {
                            var stage = new Stage();
                            var window = new AppWindow(link, preferences, flash, InstantSource.system());
                            window.shell().showOn(stage);
                            stage.setOnHidden(_ -> onClosed.run());
                            return new OpenWindow(stage, window);
                        },
                        new FxDoor())
                .join();
    }

    Scene scene() {
        return stage.getScene();
    }

    AppWindow window() {
        return window;
    }

    @Override
    public void close() {
        CompletableFuture.runAsync(
                        () -> {
                            stage.hide();
                            window.close();
                        },
                        new FxDoor())
                .join();
    }
}
