package io.vigil.agent.health;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.Evidence.ByStation;
import java.util.List;

/** Whether the station can keep what it is told. A store that fails speaks for a disk that fills. */
public final class StoreFinding {

    private StoreFinding() {}

    /**
     * Judges both, from what the store says of itself.
     *
     * @param words what is wrong, in a sentence; empty when nothing is
     */
    // [impl->req~alarm.store-failing~1]
    // [impl->req~alarm.disk-filling~1]
    public static List<Found> of(boolean sound, boolean filling, String words) {
        return List.of(
                Found.of(AlarmKind.STORE_FAILING, !sound, new ByStation(words)),
                Found.of(AlarmKind.DISK_FILLING, sound && filling, new ByStation(words)));
    }
}
