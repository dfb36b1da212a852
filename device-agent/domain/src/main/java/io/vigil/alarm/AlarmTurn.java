package io.vigil.alarm;

import java.util.List;

/**
 * What became of an alarm when it was told something.
 *
 * @param state where it stands now; it may have changed without a step, when only the worst got worse
 * @param steps what led there, in order
 */
public record AlarmTurn(AlarmState state, List<Step> steps) {

    /** A step, and where the alarm stood after it. */
    public record Step(AlarmStep to, AlarmState after) {}

    static AlarmTurn still(AlarmState state) {
        return new AlarmTurn(state, List.of());
    }

    /** The last step leads to where the alarm stands. */
    static AlarmTurn of(Step... steps) {
        return new AlarmTurn(steps[steps.length - 1].after(), List.of(steps));
    }
}
