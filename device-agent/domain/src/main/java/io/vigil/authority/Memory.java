package io.vigil.authority;

import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmState;
import io.vigil.alarm.AlarmState.Clear;
import io.vigil.alarm.AlarmState.Open;
import io.vigil.alarm.Answer;
import io.vigil.alarm.Answer.Acknowledged;
import io.vigil.alarm.Answer.Nobody;
import io.vigil.alarm.Evidence.ByReading;
import io.vigil.alarm.Severity;
import io.vigil.alarm.Shelf;
import io.vigil.glucose.GlucoseHistory;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is remembered of the alarms of one subject, kind by kind.
 *
 * @param states where each stands; one that was never raised is missing
 * @param lastRaised the time that the last alarm of the kind bears, open or over
 * @param told the excursion that the last alarm of the kind was told of
 * @param shelves what was put aside
 */
record Memory(
        Map<AlarmKind, AlarmState> states,
        Map<AlarmKind, Instant> lastRaised,
        Map<AlarmKind, Excursion> told,
        Map<AlarmKind, Shelf> shelves) {

    static final Memory NONE = new Memory(Map.of(), Map.of(), Map.of(), Map.of());

    private static final AlarmState CLEAR = new Clear();

    AlarmState state(AlarmKind kind) {
        return states.getOrDefault(kind, CLEAR);
    }

    Optional<Excursion> excursion(AlarmKind kind) {
        return Optional.ofNullable(told.get(kind));
    }

    /** The time that an alarm raised now bears. */
    Instant raisesAt(AlarmKind kind, Instant now) {
        return Optional.ofNullable(lastRaised.get(kind))
                .map(last -> AlarmId.raisedAfter(last, now))
                .orElse(now);
    }

    Optional<Shelf> shelf(AlarmKind kind) {
        return Optional.ofNullable(shelves.get(kind));
    }

    boolean isShelved(AlarmKind kind, Instant now) {
        return shelf(kind).filter(shelf -> shelf.holds(now)).isPresent();
    }

    /** Whether an alarm sounds anew and its call goes up: not on a shelf, nor while a greater one speaks for it. */
    // [impl->req~alarm.worse-breaks-through~1]
    boolean calls(AlarmKind kind, Instant now) {
        return !isShelved(kind, now) && greaterThan(kind).allMatch(greater -> isShelved(greater, now));
    }

    /** The answer that stands for an alarm before it has risen: one given to a greater that speaks for it, or nobody's. */
    Answer standingAnswer(AlarmKind kind, Instant now) {
        return greaterThan(kind)
                .filter(greater -> state(greater) instanceof Open open
                        && new Severity(greater, open.isAnswered()).keepsQuiet(kind))
                .map(greater -> ((Open) state(greater)).answer())
                .filter(answer -> answer instanceof Acknowledged quiet && quiet.isQuiet(now))
                .findFirst()
                .orElseGet(() -> Nobody.yet(now));
    }

    /** Those present that are greater, the greatest first. */
    private Stream<AlarmKind> greaterThan(AlarmKind kind) {
        return Arrays.stream(AlarmKind.values())
                .filter(greater ->
                        greater.isGreaterThan(kind) && state(greater) instanceof Open open && open.isPresent());
    }

    Memory with(AlarmKind kind, AlarmState state) {
        return new Memory(
                with(states, kind, state),
                switch (state) {
                    case Clear _ -> lastRaised;
                    case Open open -> with(lastRaised, kind, open.since());
                },
                told,
                shelves);
    }

    /**
     * Where an alarm stood when the agent last ran; whether it is open or over, the time it bears is not given twice.
     *
     * @param history from which the worst since it began is told again
     */
    Memory restored(AlarmId alarm, AlarmState state, GlucoseHistory history) {
        return new Memory(
                with(states, alarm.kind(), withWorst(state, alarm.kind(), history)),
                with(lastRaised, alarm.kind(), alarm.raisedAt()),
                told,
                shelves);
    }

    Memory toldOf(AlarmKind kind, Instant at) {
        var now = Excursion.begunAt(at);
        return new Memory(
                states,
                lastRaised,
                with(
                        told,
                        kind,
                        excursion(kind).map(before -> before.joinedBy(now)).orElse(now)),
                shelves);
    }

    Memory toldOfNothing(AlarmKind kind) {
        return new Memory(states, lastRaised, without(told, kind), shelves);
    }

    Memory shelved(Shelf shelf) {
        return new Memory(states, lastRaised, told, with(shelves, shelf.kind(), shelf));
    }

    Memory unshelved(AlarmKind kind) {
        return new Memory(states, lastRaised, told, without(shelves, kind));
    }

    private static <T> Map<AlarmKind, T> with(Map<AlarmKind, T> map, AlarmKind kind, T value) {
        var next = copy(map);
        next.put(kind, value);
        return next;
    }

    private static <T> Map<AlarmKind, T> without(Map<AlarmKind, T> map, AlarmKind kind) {
        var next = copy(map);
        next.remove(kind);
        return next;
    }

    private static <T> Map<AlarmKind, T> copy(Map<AlarmKind, T> map) {
        var copy = new EnumMap<AlarmKind, T>(AlarmKind.class);
        copy.putAll(map);
        return copy;
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
