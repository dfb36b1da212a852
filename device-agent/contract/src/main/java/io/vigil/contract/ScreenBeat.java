package io.vigil.contract;

import io.vigil.alarm.DrawnAlarm;
import java.util.Set;

/**
 * What a screen says of itself each second.
 *
 * @param screen which screen; the same for as long as its program runs
 * @param drawn the alarms that are drawn on it now
 * @param hasSound whether it can be heard
 */
public record ScreenBeat(String screen, Set<DrawnAlarm> drawn, boolean hasSound) {

    public ScreenBeat {
        drawn = Set.copyOf(drawn);
    }
}
