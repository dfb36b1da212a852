package io.vigil.glucose;

import io.vigil.glucose.Reading.Measured;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The numbers that lead to the present without a break: what a rate or a change may be told from. */
public final class FreshRun {

    /** Beyond this age a reading is old, and beyond this distance two readings do not belong together. */
    public static final Duration UNBROKEN = Duration.ofMinutes(10);

    private FreshRun() {}

    /** Oldest first; empty when the newest reading is old, or LO or HI. */
    public static List<Measured> of(GlucoseHistory history, Instant now) {
        var run = new ArrayList<Measured>();
        var next = now;
        for (var reading : history.readings().reversed()) {
            if (!(reading instanceof Measured measured)
                    || Duration.between(reading.at(), next).compareTo(UNBROKEN) > 0) {
                break;
            }
            run.add(measured);
            next = reading.at();
        }
        return run.reversed();
    }
}
