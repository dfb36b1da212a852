package io.vigil.agent;

import io.vigil.agent.alarming.AlarmDesk;
import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.OpenAlarm;
import io.vigil.alarm.Shelf;
import io.vigil.alarm.SoundPause;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says how the alarms stand to all who listen, whenever anything about it is new. Belongs to the cycle's thread. */
final class Announcing {

    private static final Logger LOG = LoggerFactory.getLogger(Announcing.class);

    private final AlarmDesk alarms;
    private final Audience audience;
    private SoundPause pause = SoundPause.NONE;
    private boolean isTold = true;
    private List<OpenAlarm> toldAlarms = List.of();
    private List<Shelf> toldShelves = List.of();

    Announcing(AlarmDesk alarms, Audience audience) {
        this.alarms = alarms;
        this.audience = audience;
    }

    /** The sound is paused; told with the next telling. */
    void pausedBy(SoundPause newer) {
        pause = newer;
        isTold = false;
    }

    /** Writes each change to the log, and tells every listener how the alarms stand, if anything about it is new. */
    void tell(List<AlarmChange> changes, Instant now) {
        for (var change : changes) {
            LOG.info(
                    "alarm subject={} kind={} step={} limit={}",
                    change.alarm().subject().key(),
                    change.alarm().kind().word(),
                    change.to().word(),
                    change.limit());
        }
        var open = alarms.open();
        var shelves = alarms.shelves(now);
        if (!open.equals(toldAlarms) || !shelves.equals(toldShelves) || !isTold) {
            audience.alarms(open, pause, shelves);
            toldAlarms = open;
            toldShelves = shelves;
            isTold = true;
        }
    }
}
