package io.vigil.agent;

import io.vigil.agent.alarming.AlarmDesk;
import io.vigil.alarm.AlarmId;
import io.vigil.alarm.DrawnAlarm;
import io.vigil.alarm.OpenAlarm;
import io.vigil.contract.ScreenBeat;
import io.vigil.journal.WardEvent;
import io.vigil.journal.WardEvent.AlarmShown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which screens have drawn which sounding of which alarm, and let it be heard: the first time for each is a fact to be kept,
 * the proof that the alarm reached an eye or an ear. Belongs to the cycle's thread.
 */
final class Sightings {

    private final AlarmDesk alarms;
    private final Map<AlarmId, Set<AlarmShown>> known = new HashMap<>();

    Sightings(AlarmDesk alarms) {
        this.alarms = alarms;
    }

    /** Takes up what was confirmed before the agent ran. */
    void knows(AlarmShown shown, Instant now) {
        remember(shown);
        alarms.shown(shown.alarm(), shown.announcedAt(), now);
    }

    /** What is new in it, to be kept. A screen that draws what has been over since, or an older sounding, proves nothing. */
    // [impl->req~alarm.shown-is-proved~1]
    List<WardEvent> seen(ScreenBeat beat, Instant now) {
        var open = new HashMap<AlarmId, OpenAlarm>();
        alarms.open().forEach(alarm -> open.put(alarm.id(), alarm));
        known.keySet().retainAll(open.keySet());
        var news = new ArrayList<WardEvent>();
        for (var drawn : beat.drawn()) {
            var alarm = open.get(drawn.alarm());
            if (alarm != null && alarm.state().announcedAt().equals(drawn.announcedAt())) {
                var shown = shown(drawn, beat.screen());
                if (remember(shown)) {
                    news.add(shown);
                    alarms.shown(drawn.alarm(), drawn.announcedAt(), now);
                }
            }
        }
        return news;
    }

    private static AlarmShown shown(DrawnAlarm drawn, String screen) {
        return new AlarmShown(drawn.alarm(), drawn.announcedAt(), screen, drawn.heard());
    }

    /** Whether it is news; that it was only drawn is none when it is known to have been heard. */
    private boolean remember(AlarmShown shown) {
        var its = known.computeIfAbsent(shown.alarm(), _ -> new HashSet<>());
        var heard = new AlarmShown(shown.alarm(), shown.announcedAt(), shown.screen(), true);
        return !its.contains(heard) && its.add(shown);
    }
}
