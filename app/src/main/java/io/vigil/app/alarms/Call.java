package io.vigil.app.alarms;

import io.vigil.alarm.AlarmPriority;
import java.util.Comparator;

/**
 * What is to be heard: how soon somebody must come, and how far up the ladder the call went.
 *
 * @param rung 0 at the bedside
 */
public record Call(AlarmPriority priority, int rung) implements Comparable<Call> {

    private static final Comparator<Call> BY_URGENCY =
            Comparator.comparing(Call::priority).thenComparingInt(Call::rung);

    /** Beyond it a call grows no louder and no faster. */
    private static final int HIGHEST_HEARD = 2;

    public static Call atTheBedside(AlarmPriority priority) {
        return new Call(priority, 0);
    }

    /** The call that sounds the same. */
    Call asHeard() {
        return new Call(priority, heardRung());
    }

    /** As far as it can be heard: 0, 1 or 2. */
    int heardRung() {
        return Math.clamp(rung, 0, HIGHEST_HEARD);
    }

    @Override
    public int compareTo(Call other) {
        return BY_URGENCY.compare(this, other);
    }
}
