package io.vigil.authority;

import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmInput;
import io.vigil.alarm.AlarmInput.Acknowledge;
import io.vigil.alarm.AlarmInput.Judged;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmMachine;
import io.vigil.alarm.AlarmState;
import io.vigil.alarm.AlarmState.Clear;
import io.vigil.alarm.AlarmState.Open;
import io.vigil.alarm.AlarmStep;
import io.vigil.alarm.AlarmTurn;
import io.vigil.alarm.Evidence;
import io.vigil.alarm.Evidence.ByReading;
import io.vigil.alarm.Finding;
import io.vigil.alarm.OpenAlarm;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.glucose.Reading;
import io.vigil.policy.AlarmPolicy;
import io.vigil.rule.AlarmRule;
import io.vigil.rule.Verdict;
import io.vigil.rule.Watch;
import io.vigil.ward.KnownSensor;
import io.vigil.ward.PatientId;
import io.vigil.ward.Station;
import io.vigil.ward.Subject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where every alarm of one subject stands. Immutable: what it is told makes the next one, and the changes to tell and keep.
 *
 * <p>Two alarms of the same direction, such as a low and an urgent low, are both open while both conditions last; the
 * greater speaks for both. While its condition is present the lesser gives no reminders, and who answers the greater has
 * answered the lesser: so an urgent low that climbs back to 65 does not ring anew for a low that is known, and a low that
 * falls to 54 does. Nothing else is answered along with anything.
 */
public final class SubjectAlarms {

    private static final AlarmState CLEAR = new Clear();

    private final Subject subject;
    private final AlarmPolicy policy;
    private final Instant watchedSince;
    private final Map<AlarmKind, AlarmState> states;
    private final Map<AlarmKind, Excursion> told;
    private final Map<AlarmKind, Instant> lastRaised;

    /** The next alarms, and the changes that led there, in order. */
    public record Turn(SubjectAlarms alarms, List<AlarmChange> changes) {

        /** Adds the changes to the others and goes on. */
        public SubjectAlarms into(Collection<AlarmChange> others) {
            others.addAll(changes);
            return alarms;
        }
    }

    private SubjectAlarms(
            Subject subject,
            AlarmPolicy policy,
            Instant watchedSince,
            Map<AlarmKind, AlarmState> states,
            Map<AlarmKind, Excursion> told,
            Map<AlarmKind, Instant> lastRaised) {
        this.subject = subject;
        this.policy = policy;
        this.watchedSince = watchedSince;
        this.states = states;
        this.told = told;
        this.lastRaised = lastRaised;
    }

    /** Of a patient of whom nothing is known yet; readings are expected from then on. */
    public static SubjectAlarms of(PatientId patient, AlarmPolicy policy, Instant watchedSince) {
        return new SubjectAlarms(patient, policy, watchedSince, Map.of(), Map.of(), Map.of());
    }

    /** Of the station, which measures no glucose. */
    public static SubjectAlarms ofStation(AlarmPolicy policy) {
        return new SubjectAlarms(Station.THIS, policy, Instant.EPOCH, Map.of(), Map.of(), Map.of());
    }

    /**
     * As they stood when the agent last ran. Alarms stay open and answers hold, whatever happened in between.
     *
     * <p>Of what was told and is over nothing is remembered: a late reading of that time is told once more.
     *
     * @param changes the newest of each kind is enough; of several the last counts; those of others are passed over
     * @param history from which the worst since each alarm began is told again
     */
    // [impl->req~alarm.survives-restart~1]
    public SubjectAlarms restored(Collection<AlarmChange> changes, GlucoseHistory history) {
        var restored = new EnumMap<AlarmKind, AlarmState>(AlarmKind.class);
        var raised = new EnumMap<AlarmKind, Instant>(AlarmKind.class);
        for (var change : changes) {
            if (change.alarm().subject().equals(subject)) {
                var kind = change.alarm().kind();
                restored.put(kind, withWorst(change.state(), kind, history));
                raised.put(kind, change.alarm().raisedAt());
            }
        }
        return new SubjectAlarms(subject, policy, watchedSince, restored, told, raised);
    }

    /** Judges a patient of whose sensor nothing is known but what it measured, by a clock that bears no zone. */
    public Turn judged(GlucoseHistory history, Instant now) {
        return judged(history, KnownSensor.NONE, ZoneOffset.UTC, now);
    }

    /**
     * Judges every rule on what is known now. To be called on each reading, and every few seconds without one: silence is
     * judged too. The station itself is judged by {@link #found} alone.
     *
     * @param zone of the station, by whose clock the night is told
     */
    public Turn judged(GlucoseHistory history, KnownSensor sensor, ZoneId zone, Instant now) {
        var watch = new Watch(watchedSince, history, sensor, zone);
        var changes = new ArrayList<AlarmChange>();
        var next = this;
        for (var rule : policy.rules()) {
            next = next.found(rule.kind(), rule.judge(watch, now), now).into(changes);
        }
        return new Turn(next, changes);
    }

    /**
     * Tells of a reading that has just come into the history; to be called for each, before {@link #judged}. One that came
     * too late to be judged as the present is judged by its own time: a low that nobody saw raises its alarm now, even when
     * it is over. It joins an alarm that is open or was told of the same excursion.
     */
    // [impl->req~alarm.late-low-is-told~1]
    public Turn taken(Reading reading, GlucoseHistory history, Instant now) {
        var changes = new ArrayList<AlarmChange>();
        var next = this;
        var then = new Watch(watchedSince, history.until(reading.at()));
        for (var rule : policy.rules()) {
            if (rule.isToldLate() && rule.judge(then, reading.at()).finding() == Finding.PRESENT) {
                next = next.foundLate(rule, reading, history, now).into(changes);
            }
        }
        return new Turn(next, changes);
    }

    /** Tells what was found of one kind of alarm. This is the door of the technical ones. */
    // [impl->req~alarm.technical~1]
    public Turn found(AlarmKind kind, Verdict verdict, Instant now) {
        return tell(
                kind, new Judged(verdict.finding(), verdict.evidence(), now, raisesAt(kind, now)), verdict.evidence());
    }

    /**
     * A person answers an alarm. No changes when it is not open any more: an answer never silences another alarm than the
     * one it was given to, but the lesser ones that it speaks for.
     */
    // [impl->req~alarm.answer-is-for-one~1]
    public Turn acknowledge(AlarmId alarm, String by, String reason, Instant now) {
        var changes = new ArrayList<AlarmChange>();
        var next = this;
        if (state(alarm.kind()) instanceof Open open && idOf(alarm.kind(), open).equals(alarm)) {
            var input = new Acknowledge(by, reason, now);
            next = tell(alarm.kind(), input, open.worst()).into(changes);
            if (open.isPresent()) {
                for (var kind : AlarmKind.values()) {
                    if (alarm.kind().isGreaterThan(kind) && state(kind) instanceof Open lesser) {
                        next = next.tell(kind, input, lesser.worst()).into(changes);
                    }
                }
            }
        }
        return new Turn(next, changes);
    }

    /** Worst first. */
    public List<OpenAlarm> open() {
        var open = new ArrayList<OpenAlarm>();
        states.forEach((kind, state) -> {
            if (state instanceof Open alarm) {
                open.add(new OpenAlarm(idOf(kind, alarm), alarm, policy.limit(kind)));
            }
        });
        open.sort(OpenAlarm.WORST_FIRST);
        return List.copyOf(open);
    }

    private Turn foundLate(AlarmRule rule, Reading reading, GlucoseHistory history, Instant now) {
        var evidence = new ByReading(reading);
        var isNews = switch (state(rule.kind())) {
            case Open open -> open.isOverBefore(reading.at());
            case Clear _ -> !isOfToldExcursion(rule, reading.at(), history);
        };
        return isNews
                ? found(rule.kind(), new Verdict(Finding.PRESENT, evidence), now)
                : new Turn(joining(rule.kind(), evidence), List.of());
    }

    /** Whether an alarm was told of the time this reading is from, with no sign of recovery between. */
    private boolean isOfToldExcursion(AlarmRule rule, Instant at, GlucoseHistory history) {
        return Optional.ofNullable(told.get(rule.kind()))
                .filter(excursion ->
                        excursion.distanceTo(at).compareTo(policy.signalLost().after()) <= 0)
                .filter(excursion -> excursion.between(at, history).readings().stream()
                        .map(Reading::at)
                        .noneMatch(then -> isAbsentAt(then, rule, history)))
                .isPresent();
    }

    private boolean isAbsentAt(Instant then, AlarmRule rule, GlucoseHistory history) {
        return rule.judge(new Watch(watchedSince, history.until(then)), then).finding() == Finding.ABSENT;
    }

    private SubjectAlarms joining(AlarmKind kind, ByReading evidence) {
        var state = switch (state(kind)) {
            case Open open -> open.worse(evidence, kind);
            case Clear clear -> clear;
        };
        return with(kind, state).toldOf(kind, evidence.reading().at());
    }

    private Turn tell(AlarmKind kind, AlarmInput input, Evidence evidence) {
        var before = state(kind);
        var turn = AlarmMachine.next(before, input, policy.manner(kind, !isSpokenFor(kind)));
        if (turn.state() instanceof Clear && before instanceof Clear) {
            return new Turn(this, List.of());
        }
        return new Turn(after(kind, turn, evidence), changes(kind, before, turn, evidence, input.at()));
    }

    private SubjectAlarms after(AlarmKind kind, AlarmTurn turn, Evidence evidence) {
        var raised = turn.steps().stream().anyMatch(step -> step.to() == AlarmStep.RAISED);
        var next = raised ? with(kind, turn.state()).toldOfNothing(kind) : with(kind, turn.state());
        return evidence instanceof ByReading(var reading) && turn.state() instanceof Open open && open.isPresent()
                ? next.toldOf(kind, reading.at())
                : next;
    }

    private List<AlarmChange> changes(
            AlarmKind kind, AlarmState before, AlarmTurn turn, Evidence evidence, Instant now) {
        var changes = new ArrayList<AlarmChange>();
        var last = before;
        for (var step : turn.steps()) {
            var alarm = step.after() instanceof Open open ? open : (Open) last;
            changes.add(new AlarmChange(idOf(kind, alarm), step.to(), now, evidence, policy.limit(kind), step.after()));
            last = step.after();
        }
        return List.copyOf(changes);
    }

    // [impl->req~alarm.worse-breaks-through~1]
    private boolean isSpokenFor(AlarmKind kind) {
        return Arrays.stream(AlarmKind.values())
                .anyMatch(greater ->
                        greater.isGreaterThan(kind) && state(greater) instanceof Open open && open.isPresent());
    }

    private AlarmState state(AlarmKind kind) {
        return states.getOrDefault(kind, CLEAR);
    }

    private AlarmId idOf(AlarmKind kind, Open alarm) {
        return new AlarmId(subject, kind, alarm.since());
    }

    private SubjectAlarms with(AlarmKind kind, AlarmState state) {
        var next = new EnumMap<AlarmKind, AlarmState>(AlarmKind.class);
        next.putAll(states);
        next.put(kind, state);
        return new SubjectAlarms(subject, policy, watchedSince, next, told, raisedBy(kind, state));
    }

    private Map<AlarmKind, Instant> raisedBy(AlarmKind kind, AlarmState state) {
        return switch (state) {
            case Clear _ -> lastRaised;
            case Open open -> {
                var raised = new EnumMap<AlarmKind, Instant>(AlarmKind.class);
                raised.putAll(lastRaised);
                raised.put(kind, open.since());
                yield raised;
            }
        };
    }

    private Instant raisesAt(AlarmKind kind, Instant now) {
        return Optional.ofNullable(lastRaised.get(kind))
                .map(last -> AlarmId.raisedAfter(last, now))
                .orElse(now);
    }

    private SubjectAlarms toldOf(AlarmKind kind, Instant at) {
        var next = new EnumMap<AlarmKind, Excursion>(AlarmKind.class);
        next.putAll(told);
        next.merge(kind, Excursion.begunAt(at), Excursion::joinedBy);
        return new SubjectAlarms(subject, policy, watchedSince, states, next, lastRaised);
    }

    private SubjectAlarms toldOfNothing(AlarmKind kind) {
        var next = new EnumMap<AlarmKind, Excursion>(AlarmKind.class);
        next.putAll(told);
        next.remove(kind);
        return new SubjectAlarms(subject, policy, watchedSince, states, next, lastRaised);
    }

    private static AlarmState withWorst(AlarmState state, AlarmKind kind, GlucoseHistory history) {
        return switch (state) {
            case Clear clear -> clear;
            case Open open -> {
                var worst = open;
                for (var reading : history.since(open.since()).readings()) {
                    worst = worst.worse(new ByReading(reading), kind);
                }
                yield worst;
            }
        };
    }
}
