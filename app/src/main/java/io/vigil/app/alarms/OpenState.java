package io.vigil.app.alarms;

import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmSignal;
import io.vigil.alarm.Shelf;
import io.vigil.app.agentlink.StationView;
import io.vigil.proof.AlarmTale;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What is open and what is put aside, ready to be read; never filtered.
 *
 * @param shelves what is put aside and not open now; what is open says in its own row that it is put aside
 */
record OpenState(String title, List<OpenRow> rows, List<ShelfRow> shelves) {

    static OpenState of(StationView station, Map<AlarmId, AlarmTale> tales, Instant now, Wording wording) {
        var rows = station.alarms().stream()
                .map(alarm -> OpenRow.of(alarm, station, screens(tales, alarm.id()), now, wording))
                .toList();
        var shelves = station.shelves().stream()
                .filter(shelf -> shelf.holds(now))
                .filter(shelf -> station.alarms().stream().noneMatch(open -> shelf.holds(open.id(), now)))
                .sorted(Comparator.comparing(Shelf::until))
                .map(shelf -> ShelfRow.of(shelf, station, now, wording))
                .toList();
        return new OpenState(title(rows, wording), rows, shelves);
    }

    private static int screens(Map<AlarmId, AlarmTale> tales, AlarmId alarm) {
        var tale = tales.get(alarm);
        return tale == null ? 0 : tale.screens().size();
    }

    private static String title(List<OpenRow> rows, Wording wording) {
        var settled = rows.stream()
                .filter(row -> row.signal() == AlarmSignal.ANSWERED || row.signal() == AlarmSignal.SHELVED)
                .count();
        return rows.isEmpty()
                ? wording.text("open.none")
                : settled == 0
                        ? wording.text("open", rows.size())
                        : wording.text("open.and-answered", rows.size() - settled, settled);
    }
}
