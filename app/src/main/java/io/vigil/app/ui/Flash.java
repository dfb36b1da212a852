package io.vigil.app.ui;

import java.util.TreeSet;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Duration;

/**
 * The one timer by which everything on this screen flashes, so that all flash together: high at 2 Hz, medium at 0.6 Hz,
 * half on, half off (IEC 60601-1-8). Low alarms are steady.
 */
public final class Flash {

    /** After five seconds both have come full circle: ten flashes of the one, three of the other. */
    private static final double CYCLE_MS = 5000;

    private static final double HIGH_HALF_MS = 250;
    private static final double MEDIUM_HALF_MS = CYCLE_MS / 6;

    private final ReadOnlyBooleanWrapper high = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper medium = new ReadOnlyBooleanWrapper(true);
    private final boolean runs;
    private final boolean steady;
    private final Timeline timer;

    private Flash(boolean runs, boolean steady) {
        this.runs = runs;
        this.steady = steady;
        var moments = new TreeSet<Double>();
        for (var half = 0; half * HIGH_HALF_MS < CYCLE_MS; half++) {
            moments.add(half * HIGH_HALF_MS);
        }
        for (var half = 0; half * MEDIUM_HALF_MS < CYCLE_MS; half++) {
            moments.add(half * MEDIUM_HALF_MS);
        }
        timer = new Timeline();
        for (var moment : moments) {
            timer.getKeyFrames().add(new KeyFrame(Duration.millis(moment), _ -> at(moment)));
        }
        timer.getKeyFrames().add(new KeyFrame(Duration.millis(CYCLE_MS)));
        timer.setCycleCount(Animation.INDEFINITE);
    }

    /**
     * A timer at rest.
     *
     * @param lessMotion nothing flashes; what would is marked with a wider ring instead
     */
    public static Flash of(boolean lessMotion) {
        return new Flash(!lessMotion, lessMotion);
    }

    /** One that stays in its lit half, for pictures. */
    public static Flash still() {
        return new Flash(false, false);
    }

    /** True in the filled half of a high alarm's flash, false in its dark half. True while nothing flashes. */
    public ReadOnlyBooleanProperty high() {
        return high.getReadOnlyProperty();
    }

    /** The same for a medium alarm. */
    public ReadOnlyBooleanProperty medium() {
        return medium.getReadOnlyProperty();
    }

    /** Nothing flashes on this screen, at the wish of its system: a ring of 6 stands for the flash. */
    public boolean isSteady() {
        return steady;
    }

    /** Lets the timer run while something flashes; without need no pulse is spent. */
    public void run(boolean somethingFlashes) {
        if (somethingFlashes && runs) {
            timer.play();
        } else {
            timer.stop();
            high.set(true);
            medium.set(true);
        }
    }

    private void at(double moment) {
        high.set(isHighLit(moment));
        medium.set(isMediumLit(moment));
    }

    // [impl->req~screen.flash~1]
    static boolean isHighLit(double millis) {
        return Math.floor(millis / HIGH_HALF_MS + 1e-6) % 2 == 0;
    }

    static boolean isMediumLit(double millis) {
        return Math.floor(millis / MEDIUM_HALF_MS + 1e-6) % 2 == 0;
    }
}
