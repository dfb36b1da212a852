package io.vigil.app.ui;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The one door to the screen's thread, and to what the desktop system wishes. No other class names the platform. */
public final class FxDoor implements Executor {

    @Override
    public void execute(Runnable command) {
        Platform.runLater(command);
    }

    /** Whether the desktop system asks for less motion. To be asked on the screen's thread. */
    public static boolean lessMotionWanted() {
        return Platform.getPreferences().isReducedMotion();
    }
}
