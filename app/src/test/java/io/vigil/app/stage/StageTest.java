package io.vigil.app.stage;

import io.vigil.app.ui.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A test with a screen of 1920×1080 that nobody sees, and with TestFX's hands upon it. */
public abstract class StageTest extends FxRobot {

    private static final long GENEROUS_SECONDS = 30;

    private final List<Stage> stages = new ArrayList<>();

    @BeforeAll
    static void start_the_toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void strike_the_stages() {
        onScreen(() -> {
            stages.forEach(Stage::hide);
            return stages.removeIf(_ -> true);
        });
    }

    /** Shows what is made on the screen's thread, dressed in a theme, at the upper left corner. */
    protected Scene show(Theme theme, double width, double height, Supplier<? extends Parent> view) {
        var scene = onScreen(() -> {
            var made = new Scene(view.get(), width, height);
            theme.dress(made);
            var stage = new Stage();
            stages.add(stage);
            stage.setScene(made);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            return made;
        });
        settle();
        return scene;
    }

    /** Does something on the screen's thread and waits for it. */
    protected static <T> T onScreen(Callable<T> act) {
        try {
            return WaitForAsyncUtils.asyncFx(act).get(GENEROUS_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("On the screen's thread", e);
        }
    }

    /** Does something on the screen's thread, waits for it, and for what it set off there. */
    protected static void doOnScreen(Runnable act) {
        onScreen(() -> {
            act.run();
            return true;
        });
        settle();
    }

    /** Waits until the screen's thread has nothing left to do. */
    protected static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Waits until something is so, as seen by the screen's thread. */
    protected static void until(String what, BooleanSupplier isSo) {
        try {
            WaitForAsyncUtils.waitFor(GENEROUS_SECONDS, TimeUnit.SECONDS, () -> onScreen(isSo::getAsBoolean));
        } catch (TimeoutException e) {
            throw new AssertionError("Waited in vain until " + what, e);
        }
    }
}
