package io.vigil.proof;

import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmState;
import io.vigil.alarm.Answer;
import io.vigil.alarm.Condition;
import io.vigil.alarm.Evidence;
import io.vigil.alarm.OpenAlarm;
import io.vigil.alarm.Shelf;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent.AgentStarted;
import io.vigil.journal.WardEvent.AlarmChanged;
import io.vigil.journal.WardEvent.AlarmShelved;
import io.vigil.journal.WardEvent.AlarmShown;
import io.vigil.journal.WardEvent.AlarmUnshelved;
import io.vigil.journal.WardEvent.PatientAdmitted;
import io.vigil.journal.WardEvent.PolicyChanged;
import io.vigil.journal.WardEvent.Refused;
import io.vigil.journal.WardEvent.SelfTestBegun;
import io.vigil.journal.WardEvent.SelfTestEnded;
import io.vigil.journal.WardEvent.SensorReported;
import io.vigil.journal.WardEvent.SensorStarted;
import io.vigil.journal.WardEvent.SignedIn;
import io.vigil.journal.WardEvent.SignedOut;
import io.vigil.journal.WardEvent.SoundPaused;
import io.vigil.ward.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the events of a log one after the other, and writes the tale of each alarm while it goes. Used once. */
final class TaleTelling {

    private static final Comparator<AlarmTale> NEWEST_FIRST = Comparator.comparing(
                    (AlarmTale tale) -> tale.id().raisedAt())
            .reversed()
            .thenComparing(tale -> tale.id().kind())
            .thenComparing(tale -> tale.id().subject().key());

    private final Map<AlarmId, Draft> drafts = new HashMap<>();
    /** In the order in which they were raised. */
    private final Map<AlarmId, Draft> open = new LinkedHashMap<>();

    private final Map<Lying, Shelf> shelves = new HashMap<>();

    /** What lies on a shelf. */
    private record Lying(Subject subject, AlarmKind kind) {

        static Lying of(AlarmId alarm) {
            return new Lying(alarm.subject(), alarm.kind());
        }

        static Lying of(Shelf shelf) {
            return new Lying(shelf.subject(), shelf.kind());
        }
    }

    /** A tale while it is being written. */
    private static final class Draft {

        private final AlarmId id;
        private final List<ProofStep> steps = new ArrayList<>();
        private Evidence worst;
        private int limit;
        private boolean isAnswered;

        private Draft(AlarmId id, Evidence worst, int limit) {
            this.id = id;
            this.worst = worst;
            this.limit = limit;
        }

        private AlarmTale tale() {
            return new AlarmTale(id, worst, limit, steps);
        }
    }

    List<AlarmTale> of(Collection<NumberedEvent> events, Collection<OpenAlarm> present) {
        events.stream().sorted(Comparator.comparingLong(NumberedEvent::seq)).forEach(this::tell);
        present.forEach(this::tell);
        return drafts.values().stream().map(Draft::tale).sorted(NEWEST_FIRST).toList();
    }

    private void tell(NumberedEvent numbered) {
        var at = numbered.happenedAt();
        switch (numbered.event()) {
            case AlarmChanged(var change) -> tell(change);
            case AlarmShown(var alarm, var _, var screen, var heard) ->
                Optional.ofNullable(drafts.get(alarm))
                        .ifPresent(draft -> draft.steps.add(new ProofStep.Shown(at, screen, heard)));
            case SoundPaused(var until, var by) ->
                open.values().stream()
                        .filter(draft -> !draft.isAnswered)
                        .forEach(draft -> draft.steps.add(new ProofStep.Paused(at, until, by)));
            case AlarmShelved(var shelf) -> {
                shelves.put(Lying.of(shelf), shelf);
                lyingUnder(shelf).forEach(draft -> draft.steps.add(new ProofStep.Shelved(at, shelf)));
            }
            case AlarmUnshelved(var shelf, var by, var reason) -> {
                shelves.remove(Lying.of(shelf));
                lyingUnder(shelf).forEach(draft -> draft.steps.add(new ProofStep.Unshelved(at, by, reason)));
            }
            case PatientAdmitted _,
                    SensorStarted _,
                    SensorReported _,
                    PolicyChanged _,
                    SignedIn _,
                    SignedOut _,
                    AgentStarted _,
                    SelfTestBegun _,
                    SelfTestEnded _,
                    Refused _ -> {}
        }
    }

    private void tell(AlarmChange change) {
        var draft = drafts.computeIfAbsent(change.alarm(), id -> new Draft(id, change.evidence(), change.limit()));
        draft.limit = change.limit();
        if (change.state() instanceof AlarmState.Open state) {
            draft.worst = state.worst();
            draft.isAnswered = state.isAnswered();
            open.put(change.alarm(), draft);
        }
        draft.steps.add(step(change));
        switch (change.to()) {
            case RAISED ->
                Optional.ofNullable(shelves.get(Lying.of(change.alarm())))
                        .filter(shelf -> shelf.holds(change.at()))
                        .ifPresent(shelf -> draft.steps.add(new ProofStep.Shelved(shelf.from(), shelf)));
            case CLEARED -> open.remove(change.alarm());
            case REANNOUNCED, ESCALATED, ACKNOWLEDGED, RECOVERED -> {}
        }
    }

    /** What the alarm itself says of the present, where the log does not say it yet. */
    private void tell(OpenAlarm alarm) {
        var state = alarm.state();
        var draft = drafts.computeIfAbsent(alarm.id(), id -> new Draft(id, state.worst(), alarm.limit()));
        draft.worst = state.worst();
        if (draft.steps.isEmpty()) {
            draft.steps.add(new ProofStep.Raised(alarm.id().raisedAt(), state.worst()));
        }
        var told = draft.tale();
        switch (state.answer()) {
            case Answer.Acknowledged(var by, var at, var until, var reason) -> {
                if (told.answer().isEmpty()) {
                    draft.steps.add(new ProofStep.Acknowledged(at, by, reason, until));
                }
            }
            case Answer.Nobody _ -> {}
        }
        switch (state.condition()) {
            case Condition.Recovered(var at) -> {
                if (told.recoveredAt().isEmpty()) {
                    draft.steps.add(new ProofStep.Recovered(at));
                }
            }
            case Condition.Present _ -> {}
        }
    }

    private static ProofStep step(AlarmChange change) {
        var at = change.at();
        return switch (change.to()) {
            case RAISED -> new ProofStep.Raised(at, change.evidence());
            case REANNOUNCED -> new ProofStep.Reannounced(at);
            case ESCALATED -> new ProofStep.Escalated(at, rung(change.state()));
            case ACKNOWLEDGED -> acknowledged(change.state(), at);
            case RECOVERED -> new ProofStep.Recovered(at);
            case CLEARED -> new ProofStep.Cleared(at);
        };
    }

    private static int rung(AlarmState state) {
        return state instanceof AlarmState.Open open && open.answer() instanceof Answer.Nobody(var _, var _, var rung)
                ? rung
                : 0;
    }

    private static ProofStep acknowledged(AlarmState state, Instant at) {
        return state instanceof AlarmState.Open open
                        && open.answer() instanceof Answer.Acknowledged(var by, var _, var until, var reason)
                ? new ProofStep.Acknowledged(at, by, reason, until)
                : new ProofStep.Acknowledged(at, "", "", at);
    }

    private List<Draft> lyingUnder(Shelf shelf) {
        return open.values().stream()
                .filter(draft -> Lying.of(draft.id).equals(Lying.of(shelf)))
                .toList();
    }
}
