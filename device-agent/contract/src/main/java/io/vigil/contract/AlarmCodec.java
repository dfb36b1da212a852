package io.vigil.contract;

import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmState;
import io.vigil.alarm.AlarmStep;
import io.vigil.alarm.Answer;
import io.vigil.alarm.Condition;
import io.vigil.alarm.DrawnAlarm;
import io.vigil.alarm.OpenAlarm;
import io.vigil.alarm.Shelf;
import io.vigil.contract.v1.Acknowledged;
import io.vigil.contract.v1.AlarmStanding;

/** Alarms, where they stand and how they got there, to the wire and back. */
final class AlarmCodec {

    private AlarmCodec() {}

    static io.vigil.contract.v1.AlarmId id(AlarmId id) {
        return io.vigil.contract.v1.AlarmId.newBuilder()
                .setSubject(id.subject().key())
                .setKind(kind(id.kind()))
                .setRaisedAt(Words.micros(id.raisedAt()))
                .build();
    }

    static AlarmId id(io.vigil.contract.v1.AlarmId wire) {
        return new AlarmId(
                WardCodec.subject(wire.getSubject()), kind(wire.getKind()), Words.instant(wire.getRaisedAt()));
    }

    static io.vigil.contract.v1.DrawnAlarm drawn(DrawnAlarm drawn) {
        return io.vigil.contract.v1.DrawnAlarm.newBuilder()
                .setAlarm(id(drawn.alarm()))
                .setAnnouncedAt(Words.micros(drawn.announcedAt()))
                .setHeard(drawn.heard())
                .build();
    }

    static DrawnAlarm drawn(io.vigil.contract.v1.DrawnAlarm wire) {
        Words.require(wire.hasAlarm(), "A screen that draws an alarm does not say which.");
        return new DrawnAlarm(id(wire.getAlarm()), Words.instant(wire.getAnnouncedAt()), wire.getHeard());
    }

    static io.vigil.contract.v1.AlarmChange change(AlarmChange change) {
        var wire = io.vigil.contract.v1.AlarmChange.newBuilder()
                .setAlarm(id(change.alarm()))
                .setTo(step(change.to()))
                .setAt(Words.micros(change.at()))
                .setEvidence(EvidenceCodec.evidence(change.evidence()))
                .setLimit(change.limit());
        return switch (change.state()) {
            case AlarmState.Clear _ -> wire.build();
            case AlarmState.Open open -> wire.setStanding(standing(open)).build();
        };
    }

    static AlarmChange change(io.vigil.contract.v1.AlarmChange wire) {
        Words.require(wire.hasAlarm(), "A change of an alarm does not say which alarm.");
        return new AlarmChange(
                id(wire.getAlarm()),
                step(wire.getTo()),
                Words.instant(wire.getAt()),
                EvidenceCodec.evidence(wire.getEvidence()),
                wire.getLimit(),
                wire.hasStanding() ? standing(wire.getStanding()) : new AlarmState.Clear());
    }

    static io.vigil.contract.v1.OpenAlarm open(OpenAlarm open) {
        return io.vigil.contract.v1.OpenAlarm.newBuilder()
                .setAlarm(id(open.id()))
                .setStanding(standing(open.state()))
                .setLimit(open.limit())
                .build();
    }

    static OpenAlarm open(io.vigil.contract.v1.OpenAlarm wire) {
        Words.require(
                wire.hasAlarm() && wire.hasStanding(), "An open alarm does not say which it is, or how it stands.");
        return new OpenAlarm(id(wire.getAlarm()), standing(wire.getStanding()), wire.getLimit());
    }

    private static AlarmStanding standing(AlarmState.Open open) {
        var wire = AlarmStanding.newBuilder()
                .setSince(Words.micros(open.since()))
                .setAnnouncedAt(Words.micros(open.announcedAt()))
                .setWorst(EvidenceCodec.evidence(open.worst()));
        switch (open.condition()) {
            case Condition.Present _ -> wire.setRecovered(false);
            case Condition.Recovered(var at) -> wire.setRecovered(true).setRecoveredAt(Words.micros(at));
        }
        switch (open.answer()) {
            case Answer.Nobody(var since, var shown, var rung) ->
                wire.setUnansweredSince(Words.micros(since)).setShown(shown).setRung(rung);
            case Answer.Acknowledged answer -> wire.setAcknowledged(acknowledged(answer));
        }
        return wire.build();
    }

    private static AlarmState.Open standing(AlarmStanding wire) {
        return new AlarmState.Open(
                Words.instant(wire.getSince()),
                Words.instant(wire.getAnnouncedAt()),
                wire.getRecovered()
                        ? new Condition.Recovered(Words.instant(wire.getRecoveredAt()))
                        : new Condition.Present(),
                EvidenceCodec.evidence(wire.getWorst()),
                wire.hasAcknowledged() ? acknowledged(wire.getAcknowledged()) : nobody(wire));
    }

    /** Before a call could go up a ladder nobody said since when it was unanswered: since it was last announced. */
    private static Answer.Nobody nobody(AlarmStanding wire) {
        var since = wire.getUnansweredSince() == 0 ? wire.getAnnouncedAt() : wire.getUnansweredSince();
        return new Answer.Nobody(Words.instant(since), wire.getShown(), Words.count(wire.getRung(), "rung of a call"));
    }

    private static Acknowledged acknowledged(Answer.Acknowledged answer) {
        return Acknowledged.newBuilder()
                .setBy(answer.by())
                .setAt(Words.micros(answer.at()))
                .setQuietUntil(Words.micros(answer.quietUntil()))
                .setReason(answer.reason())
                .build();
    }

    private static Answer.Acknowledged acknowledged(Acknowledged wire) {
        return new Answer.Acknowledged(
                wire.getBy(), Words.instant(wire.getAt()), Words.instant(wire.getQuietUntil()), wire.getReason());
    }

    /** Both sides use the same words; a test holds every one of them against the other. */
    static io.vigil.contract.v1.AlarmKind kind(AlarmKind kind) {
        return io.vigil.contract.v1.AlarmKind.valueOf(kind.name());
    }

    static AlarmKind kind(io.vigil.contract.v1.AlarmKind wire) {
        return switch (wire) {
            case ALARM_KIND_UNSPECIFIED, UNRECOGNIZED ->
                throw new BadRequest("An alarm is of no kind that is known here.");
            default -> AlarmKind.valueOf(wire.name());
        };
    }

    static io.vigil.contract.v1.Shelf shelf(Shelf shelf) {
        return io.vigil.contract.v1.Shelf.newBuilder()
                .setSubject(shelf.subject().key())
                .setKind(kind(shelf.kind()))
                .setBy(shelf.by())
                .setReason(shelf.reason())
                .setFrom(Words.micros(shelf.from()))
                .setUntil(Words.micros(shelf.until()))
                .build();
    }

    static Shelf shelf(io.vigil.contract.v1.Shelf wire) {
        try {
            return new Shelf(
                    WardCodec.subject(wire.getSubject()),
                    kind(wire.getKind()),
                    wire.getBy(),
                    wire.getReason(),
                    Words.instant(wire.getFrom()),
                    Words.instant(wire.getUntil()));
        } catch (IllegalArgumentException refused) {
            throw new BadRequest(String.valueOf(refused.getMessage()));
        }
    }

    private static io.vigil.contract.v1.AlarmStep step(AlarmStep step) {
        return switch (step) {
            case RAISED -> io.vigil.contract.v1.AlarmStep.RAISED;
            case REANNOUNCED -> io.vigil.contract.v1.AlarmStep.REANNOUNCED;
            case ESCALATED -> io.vigil.contract.v1.AlarmStep.ESCALATED;
            case ACKNOWLEDGED -> io.vigil.contract.v1.AlarmStep.ACKNOWLEDGED;
            case RECOVERED -> io.vigil.contract.v1.AlarmStep.RECOVERED;
            case CLEARED -> io.vigil.contract.v1.AlarmStep.CLEARED;
        };
    }

    private static AlarmStep step(io.vigil.contract.v1.AlarmStep wire) {
        return switch (wire) {
            case RAISED -> AlarmStep.RAISED;
            case REANNOUNCED -> AlarmStep.REANNOUNCED;
            case ESCALATED -> AlarmStep.ESCALATED;
            case ACKNOWLEDGED -> AlarmStep.ACKNOWLEDGED;
            case RECOVERED -> AlarmStep.RECOVERED;
            case CLEARED -> AlarmStep.CLEARED;
            case ALARM_STEP_UNSPECIFIED, UNRECOGNIZED ->
                throw new BadRequest("An alarm took no step that is known here.");
        };
    }
}
