package io.vigil.agent.storing;

import com.google.protobuf.InvalidProtocolBufferException;
import io.vigil.agent.storing.StationStore.NewEvent;
import io.vigil.contract.Codec;
import io.vigil.contract.v1.Event;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent;
import io.vigil.ward.SensorReport;
import io.vigil.ward.SensorReport.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives events their numbers, in the order in which they become durable. For the writer's thread alone. */
final class EventJournal {

    /** Longer ones would not fit into their column: refused before they reach the writer. */
    private static final int LONGEST_BODY = 1_000_000;

    private final EventRows rows;

    EventJournal(EventRows rows) {
        this.rows = rows;
    }

    /** An event in the shape in which it is kept. Made on the caller's thread: what cannot be kept falls there. */
    record Ready(NewEvent event, Event body) {

        static Ready of(NewEvent event) {
            var body = Codec.event(new NumberedEvent(0, event.happenedAt(), event.event()));
            if (body.getSerializedSize() > LONGEST_BODY) {
                throw new IllegalArgumentException("An event of " + body.getSerializedSize()
                        + " bytes is too long to be kept; " + LONGEST_BODY + " fit");
            }
            return new Ready(event, body);
        }
    }

    /** The events of one transaction. */
    final class Page {

        private final Map<String, NumberedEvent> commands = new HashMap<>();
        private final List<EventRows.Row> written = new ArrayList<>();
        private long newest;

        Page(long newest) {
            this.newest = newest;
        }

        /** The event with its number; where its command was known, the event that it became then. */
        NumberedEvent write(Ready ready) {
            return ready.event().commandId().flatMap(this::known).orElseGet(() -> number(ready));
        }

        int putDown() {
            if (!written.isEmpty()) {
                rows.add(written);
                latest().values().forEach(this::point);
            }
            return written.size();
        }

        private Optional<NumberedEvent> known(String commandId) {
            return Optional.ofNullable(commands.get(commandId))
                    .or(() -> rows.byCommand(commandId).map(EventJournal::read));
        }

        private NumberedEvent number(Ready ready) {
            newest++;
            var row = new EventRows.Row(
                    newest,
                    ReadingWords.micros(ready.event().happenedAt()),
                    ready.event().event().subject().key(),
                    topic(ready.event().event()),
                    ready.event().commandId().orElse(null),
                    ready.body().toByteArray());
            written.add(row);
            var numbered = numbered(newest, ready.body());
            ready.event().commandId().ifPresent(id -> commands.put(id, numbered));
            return numbered;
        }

        private Map<List<String>, EventRows.Row> latest() {
            var latest = new LinkedHashMap<List<String>, EventRows.Row>();
            written.forEach(row -> latest.put(List.of(row.subject(), row.topic()), row));
            return latest;
        }

        private void point(EventRows.Row row) {
            if (rows.moveLatest(row.subject(), row.topic(), row.seq()) == 0) {
                rows.addLatest(row.subject(), row.topic(), row.seq());
            }
        }
    }

    static NumberedEvent read(EventRows.Kept row) {
        try {
            return numbered(row.seq(), Event.parseFrom(row.body()));
        } catch (InvalidProtocolBufferException e) {
            throw new StoreFailed("Event " + row.seq() + " in the store cannot be read; restore a backup.", e);
        }
    }

    private static NumberedEvent numbered(long seq, Event body) {
        var unnumbered = Codec.event(body);
        return new NumberedEvent(seq, unnumbered.happenedAt(), unnumbered.event());
    }

    /** What an event is about: of two on the same topic and subject, the newer tells how things stand. */
    private static String topic(WardEvent event) {
        return switch (event) {
            case WardEvent.AlarmChanged(var change) -> change.alarm().kind().word();
            case WardEvent.AlarmShown(var alarm, var _, var _, var _) ->
                "shown " + alarm.kind().word();
            case WardEvent.AlarmShelved(var shelf) -> "shelf " + shelf.kind().word();
            case WardEvent.AlarmUnshelved(var shelf, var _, var _) ->
                "shelf " + shelf.kind().word();
            case WardEvent.SensorReported(var report) -> topic(report.fact());
            case WardEvent.PatientAdmitted _ -> "patient";
            case WardEvent.SensorStarted _ -> "sensor";
            case WardEvent.SoundPaused _ -> "sound";
            case WardEvent.PolicyChanged _ -> "policy";
            case WardEvent.SelfTestBegun _, WardEvent.SelfTestEnded _ -> "self-test";
            case WardEvent.SignedIn _, WardEvent.SignedOut _ -> "sign-in";
            case WardEvent.AgentStarted _ -> "start";
            case WardEvent.Refused _ -> "refused";
        };
    }

    private static String topic(SensorReport.Fact fact) {
        return switch (fact) {
            case Fact.Runs _, Fact.WarmsUp _, Fact.Faulty _, Fact.Stopped _ -> "sensor state";
            case Fact.Battery _ -> "sensor battery";
            case Fact.CalibrationDue _ -> "sensor calibration";
            case Fact.ClockAhead _ -> "sensor clock";
        };
    }
}
