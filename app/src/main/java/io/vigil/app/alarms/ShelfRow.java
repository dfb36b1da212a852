package io.vigil.app.alarms;

import io.vigil.alarm.Shelf;
import io.vigil.app.agentlink.StationView;
import java.time.Instant;

/** Something that was put aside, ready to be read. */
record ShelfRow(Shelf shelf, String name, Wording.Who who, String until, String why) {

    static ShelfRow of(Shelf shelf, StationView station, Instant now, Wording wording) {
        return new ShelfRow(
                shelf,
                wording.alarms().name(shelf.kind()),
                wording.who(station, shelf.subject()),
                wording.text("shelf.until", wording.times().timeOrWeekday(shelf.until(), now)),
                wording.text("shelf.why", shelf.by(), shelf.reason()));
    }
}
