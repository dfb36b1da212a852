package io.vigil.app.alarms;

import io.vigil.app.agentlink.StationView;
import io.vigil.ward.Station;
import io.vigil.ward.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whose alarms are told: everybody's, one patient's, or the station's own. */
record BedChoice(Optional<Subject> subject, String words) {

    static List<BedChoice> of(StationView station, Wording wording) {
        var all = new ArrayList<BedChoice>();
        all.add(new BedChoice(Optional.empty(), wording.text("beds.all")));
        station.patients().forEach(view -> {
            var id = view.patient().id();
            all.add(new BedChoice(Optional.of(id), wording.who(station, id).inOneLine()));
        });
        all.add(new BedChoice(Optional.of(Station.THIS), wording.text("banner.station")));
        return List.copyOf(all);
    }

    @Override
    public String toString() {
        return words;
    }
}
