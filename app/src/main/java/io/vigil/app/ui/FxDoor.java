package io.vigil.app.ui;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The one door to the screen's thread, and to what the desktop system wishes. No other class names the platform. */
public final class FxDoor implements Executor {

    @Override
    public void execute(Runnable command) {
        Platform.runLater(command);
    }

    /**
     * Opens the screen; afterwards the door can be used. Once in a program.
     *
     * @param headless on a screen of 1920×1080 that nobody sees
     */
    public static void open(boolean headless) {
        if (headless) {
            System.setProperty("glass.platform", "LargeHeadless");
            System.setProperty("prism.order", "sw");
        }
        var opened = new CountDownLatch(1);
        Platform.startup(opened::countDown);
        Platform.setImplicitExit(false);
        try {
            opened.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes the screen for good. */
    public static void close() {
        Platform.exit();
    }

    /** Whether the desktop system asks for less motion. To be asked on the screen's thread. */
    public static boolean lessMotionWanted() {
        return Platform.getPreferences().isReducedMotion();
    }
}
