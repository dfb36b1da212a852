package io.vigil.app.alarms;

import io.vigil.app.agentlink.StationView;
import io.vigil.proof.AlarmTale;
import io.vigil.proof.LogCapacity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What has been and is over, as far as it is asked for, ready to be read. */
record PastState(String title, List<HistoryRow> rows, BurdenState burden) {

    static PastState of(
            List<AlarmTale> tales,
            StationView station,
            AlarmFilter filter,
            Optional<LogCapacity> log,
            Instant now,
            Wording wording) {
        var from = filter.span().from(now, wording.times().zone());
        var rows = tales.stream()
                .filter(AlarmTale::isOver)
                .filter(filter::takes)
                .filter(tale -> !tale.id().raisedAt().isBefore(from))
                .map(tale -> HistoryRow.of(tale, station, now, wording))
                .toList();
        return new PastState(
                wording.text("history", wording.choice("span-words", filter.span()), rows.size()),
                rows,
                BurdenState.of(tales, station, filter, log, now, wording));
    }
}
