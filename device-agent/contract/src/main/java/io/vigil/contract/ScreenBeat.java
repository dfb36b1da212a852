package io.vigil.contract;

import io.vigil.alarm.AlarmId;
import java.util.Set;

/**
 * What a screen says of itself each second.
 *
 * @param screen which screen; the same for as long as its program runs
 * @param shown the alarms that are drawn on it now
 * @param hasSound whether it can be heard
 */
public record ScreenBeat(String screen, Set<AlarmId> shown, boolean hasSound) {

    public ScreenBeat {
        shown = Set.copyOf(shown);
    }
}
