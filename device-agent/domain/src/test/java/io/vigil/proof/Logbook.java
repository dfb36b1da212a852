package io.vigil.proof;

import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmState;
import io.vigil.alarm.AlarmState.Open;
import io.vigil.alarm.AlarmStep;
import io.vigil.alarm.Answer;
import io.vigil.alarm.Condition;
import io.vigil.alarm.Evidence;
import io.vigil.alarm.OpenAlarm;
import io.vigil.alarm.Shelf;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.Reading;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent;
import io.vigil.ward.PatientId;
import io.vigil.ward.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A station's log, written line by line: what happened, at what time of one night. */
final class Logbook {

    static final PatientId MARGARET = new PatientId("p-07");
    static final PatientId JO = new PatientId("p-11");
    static final LocalDate NIGHT = LocalDate.of(2026, 3, 2);

    private final List<NumberedEvent> events = new ArrayList<>();
    private final Map<AlarmId, Open> standing = new ConcurrentHashMap<>();
    private Instant now = at("00:00:00");

    static Instant at(String time) {
        return NIGHT.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }

    Logbook isNow(String time) {
        return isNow(at(time));
    }

    Logbook isNow(Instant moment) {
        now = moment;
        return this;
    }

    /** Raised by a reading of 50 mg/dL that is so old. */
    AlarmId raises(PatientId patient, AlarmKind kind, Duration age) {
        return raises(patient, kind, new Evidence.ByReading(measured(now.minus(age), 50)), 54);
    }

    AlarmId raises(Subject subject, AlarmKind kind, Evidence evidence, int limit) {
        var alarm = new AlarmId(subject, kind, now);
        standing.put(alarm, new Open(now, now, new Condition.Present(), evidence, Answer.Nobody.yet(now)));
        changes(alarm, AlarmStep.RAISED, evidence, limit);
        return alarm;
    }

    Logbook shows(AlarmId alarm, String screen, boolean heard) {
        return happens(new WardEvent.AlarmShown(alarm, alarm.raisedAt(), screen, heard));
    }

    Logbook pausesSound(String by) {
        return happens(new WardEvent.SoundPaused(now.plus(Duration.ofMinutes(2)), by));
    }

    Logbook reannounces(AlarmId alarm) {
        return becomes(alarm, AlarmStep.REANNOUNCED, Answer.Nobody.yet(now), new Condition.Present());
    }

    Logbook escalates(AlarmId alarm, int rung) {
        return becomes(
                alarm, AlarmStep.ESCALATED, new Answer.Nobody(alarm.raisedAt(), true, rung), new Condition.Present());
    }

    Logbook answers(AlarmId alarm, String by, String reason) {
        var quietUntil = now.plus(Duration.ofMinutes(15));
        return becomes(
                alarm,
                AlarmStep.ACKNOWLEDGED,
                new Answer.Acknowledged(by, now, quietUntil, reason),
                stands(alarm).condition());
    }

    Logbook recovers(AlarmId alarm) {
        return becomes(alarm, AlarmStep.RECOVERED, stands(alarm).answer(), new Condition.Recovered(now));
    }

    Logbook clears(AlarmId alarm) {
        var worst = stands(alarm).worst();
        standing.remove(alarm);
        return happens(new WardEvent.AlarmChanged(
                new AlarmChange(alarm, AlarmStep.CLEARED, now, worst, 54, new AlarmState.Clear())));
    }

    Logbook shelves(Shelf shelf) {
        return happens(new WardEvent.AlarmShelved(shelf));
    }

    Logbook unshelves(Shelf shelf, String by) {
        return happens(new WardEvent.AlarmUnshelved(shelf, by, "looked at"));
    }

    /** A minute of its own for each: raised, answered a minute later, over then. */
    Logbook raisesAndEnds(PatientId patient, AlarmKind kind, Instant... moments) {
        for (var moment : moments) {
            isNow(moment);
            var alarm = raises(patient, kind, Duration.ZERO);
            recovers(alarm).clears(alarm);
        }
        return this;
    }

    Logbook happens(WardEvent event) {
        events.add(new NumberedEvent(events.size() + 1L, now, event));
        return this;
    }

    List<NumberedEvent> events() {
        return List.copyOf(events);
    }

    List<OpenAlarm> open() {
        return standing.entrySet().stream()
                .map(alarm -> new OpenAlarm(alarm.getKey(), alarm.getValue(), 54))
                .toList();
    }

    List<AlarmTale> tales() {
        return AlarmTale.of(events, List.of());
    }

    AlarmTale tale(AlarmId alarm) {
        return tales().stream()
                .filter(tale -> tale.id().equals(alarm))
                .findFirst()
                .orElseThrow();
    }

    static Reading measured(Instant at, int mgPerDl) {
        return new Reading.Measured(at, Glucose.mgPerDl(mgPerDl));
    }

    private Open stands(AlarmId alarm) {
        return java.util.Objects.requireNonNull(standing.get(alarm), "That alarm is not open");
    }

    private Logbook becomes(AlarmId alarm, AlarmStep to, Answer answer, Condition condition) {
        var before = stands(alarm);
        var worst = before.worst();
        standing.put(alarm, new Open(before.since(), before.announcedAt(), condition, worst, answer));
        return changes(alarm, to, worst, 54);
    }

    private Logbook changes(AlarmId alarm, AlarmStep to, Evidence evidence, int limit) {
        return happens(new WardEvent.AlarmChanged(new AlarmChange(alarm, to, now, evidence, limit, stands(alarm))));
    }
}
