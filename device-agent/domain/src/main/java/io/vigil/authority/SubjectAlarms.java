package io.vigil.authority;

import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmInput;
import io.vigil.alarm.AlarmInput.Acknowledge;
import io.vigil.alarm.AlarmInput.Judged;
import io.vigil.alarm.AlarmInput.Shown;
import io.vigil.alarm.AlarmInput.Unshelved;
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
import io.vigil.alarm.Shelf;
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
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Where every alarm of one subject stands. Immutable: what it is told makes the next one, and the changes to tell and keep.
 *
 * <p>Two alarms of the same direction, such as a low and an urgent low, are both open while both conditions last; the
 * greater speaks for both. While its condition is present the lesser does not call by itself, who answers the greater has
 * answered the lesser, and a lesser that rises while that answer holds is born with it: so an urgent low that climbs back to
 * 65 does not ring anew for a low that is known, and a low that falls to 54 does. A greater one that lies on a shelf speaks
 * for nobody. Nothing else is answered along with anything.
 */
public final class SubjectAlarms {

    private final Subject subject;
    private final AlarmPolicy policy;
    private final Instant watchedSince;
    private final Memory memory;

    /** The next alarms, and the changes that led there, in order. */
    public record Turn(SubjectAlarms alarms, List<AlarmChange> changes) {

        /** Adds the changes to the others and goes on. */
        public SubjectAlarms into(Collection<AlarmChange> others) {
            others.addAll(changes);
            return alarms;
        }
    }

    private SubjectAlarms(Subject subject, AlarmPolicy policy, Instant watchedSince, Memory memory) {
        this.subject = subject;
        this.policy = policy;
        this.watchedSince = watchedSince;
        this.memory = memory;
    }

    /** Of a patient of whom nothing is known yet; readings are expected from then on. */
    public static SubjectAlarms of(PatientId patient, AlarmPolicy policy, Instant watchedSince) {
        return new SubjectAlarms(patient, policy, watchedSince, Memory.NONE);
    }

    /** Of the station, which measures no glucose. */
    public static SubjectAlarms ofStation(AlarmPolicy policy) {
        return new SubjectAlarms(Station.THIS, policy, Instant.EPOCH, Memory.NONE);
    }

    /**
     * As they stood when the agent last ran. Alarms stay open and answers hold, whatever happened in between. What was put
     * aside, and what screens had confirmed, is to be told again: {@link #shelve}, {@link #shown}.
     *
     * <p>Of what was told and is over nothing is remembered: a late reading of that time is told once more.
     *
     * @param changes the newest of each kind is enough; of several the last counts; those of others are passed over
     * @param history from which the worst since each alarm began is told again
     */
    // [impl->req~alarm.survives-restart~1]
    public SubjectAlarms restored(Collection<AlarmChange> changes, GlucoseHistory history) {
        var restored = Memory.NONE;
        for (var change : changes) {
            var alarm = change.alarm();
            if (alarm.subject().equals(subject)) {
                restored = restored.restored(alarm, change.state(), history);
            }
        }
        return new SubjectAlarms(subject, policy, watchedSince, restored);
    }

    /** The same alarms under other limits. Nothing rises and nothing ends by that alone: it is judged next. */
    // [impl->req~policy.swap-drops-nothing~1]
    public SubjectAlarms under(AlarmPolicy other) {
        return new SubjectAlarms(subject, other, watchedSince, memory);
    }

    /** Judges a patient of whose sensor nothing is known but what it measured, by a clock that bears no zone. */
    public Turn judged(GlucoseHistory history, Instant now) {
        return judged(history, KnownSensor.NONE, ZoneOffset.UTC, now);
    }

    /**
     * Judges every rule on what is known now. To be called on each reading, and every few seconds without one: silence is
     * judged too. The station itself is judged by {@link #found} and {@link #waited}.
     *
     * @param zone of the station, by whose clock the night is told
     */
    public Turn judged(GlucoseHistory history, KnownSensor sensor, ZoneId zone, Instant now) {
        var watch = new Watch(watchedSince, history, sensor, zone);
        var changes = new ArrayList<AlarmChange>();
        var next = this;
        for (var rule : policy.rules()) {
            if (mayRise(rule)) {
                next = next.found(rule.kind(), rule.judge(watch, now), now).into(changes);
            }
        }
        return new Turn(next.waited(now).into(changes), changes);
    }

    /**
     * Time has passed, and of the open alarms that no rule judges nothing new was found: they remind, call on, and sound
     * again when their quiet or their shelf has ended.
     */
    public Turn waited(Instant now) {
        var changes = new ArrayList<AlarmChange>();
        var next = this;
        for (var alarm : open()) {
            var kind = alarm.id().kind();
            if (policy.rules().stream().noneMatch(rule -> rule.kind() == kind)) {
                var nothingNew = new Verdict(Finding.UNDETERMINED, alarm.state().worst());
                next = next.found(kind, nothingNew, now).into(changes);
            }
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
            if (mayRise(rule)
                    && rule.isToldLate()
                    && rule.judge(then, reading.at()).finding() == Finding.PRESENT) {
                next = next.foundLate(rule, reading, history, now).into(changes);
            }
        }
        return new Turn(next, changes);
    }

    /** Tells what was found of one kind of alarm. This is the door of the technical ones. */
    // [impl->req~alarm.technical~1]
    public Turn found(AlarmKind kind, Verdict verdict, Instant now) {
        var changes = new ArrayList<AlarmChange>();
        var next = shelfEnded(kind, now).into(changes);
        if (next.state(kind) instanceof Clear && verdict.finding() != Finding.PRESENT) {
            // Most findings are these, many thousands a second in a replay: nothing need be asked of the other alarms.
            return new Turn(next, changes);
        }
        var judged = new Judged(
                verdict.finding(),
                verdict.evidence(),
                now,
                next.memory.raisesAt(kind, now),
                next.memory.standingAnswer(kind, now));
        var turn = next.tell(kind, judged, verdict.evidence());
        return new Turn(turn.into(changes).remembering(kind, verdict.evidence(), turn.changes()), changes);
    }

    /**
     * A person answers an alarm as it sounded at that moment. No changes when it is not open any more, or has sounded anew
     * since: an answer never silences what its giver did not see, nor another alarm than the one it was given to, but the
     * lesser ones that it speaks for.
     *
     * @param announcedAt when the alarm that the person saw had last begun to sound
     */
    // [impl->req~alarm.answer-is-for-one~1]
    public Turn acknowledge(AlarmId alarm, Instant announcedAt, String by, String reason, Instant now) {
        return acknowledge(alarm, announcedAt, by, reason, now, now);
    }

    /**
     * The same with an answer that was given then and had to become durable first. A reminder between the two takes nothing
     * from it.
     */
    public Turn acknowledge(
            AlarmId alarm, Instant announcedAt, String by, String reason, Instant givenAt, Instant now) {
        var changes = new ArrayList<AlarmChange>();
        var next = this;
        if (standsAs(alarm) instanceof Open open) {
            next = tell(alarm.kind(), new Acknowledge(announcedAt, by, reason, givenAt, now), open.worst())
                    .into(changes);
            if (open.isPresent() && !changes.isEmpty()) {
                for (var kind : AlarmKind.values()) {
                    if (alarm.kind().isGreaterThan(kind) && state(kind) instanceof Open lesser) {
                        var along = new Acknowledge(lesser.announcedAt(), by, reason, givenAt, now);
                        next = next.tell(kind, along, lesser.worst()).into(changes);
                    }
                }
            }
        }
        return new Turn(next, changes);
    }

    /**
     * A screen confirms that it drew an alarm as it sounded at that moment. Nobody has answered by that, but the call goes up
     * no sooner than need be. No step, and nothing to keep beside the confirmation itself.
     */
    public SubjectAlarms shown(AlarmId alarm, Instant announcedAt, Instant now) {
        return standsAs(alarm) instanceof Open open
                ? tell(alarm.kind(), new Shown(announcedAt, now), open.worst()).alarms()
                : this;
    }

    /** A screen draws all that is open, as it last sounded. */
    SubjectAlarms shown(Instant now) {
        var next = this;
        for (var alarm : open()) {
            next = next.shown(alarm.id(), alarm.state().announcedAt(), now);
        }
        return next;
    }

    /**
     * A person puts one kind of alarm aside for a while. It is judged and told as ever, but neither sounds, reminds nor calls
     * on; still open and unanswered when the shelf ends, it sounds anew at once.
     */
    // [impl->req~alarm.shelving~1]
    public SubjectAlarms shelve(Shelf shelf) {
        if (!shelf.subject().equals(subject)) {
            throw new IllegalArgumentException(
                    "A shelf of " + shelf.subject().key() + " holds no alarm of " + subject.key() + ".");
        }
        return with(memory.shelved(shelf));
    }

    /** A person takes one kind of alarm off its shelf. */
    public Turn unshelve(AlarmKind kind, Instant now) {
        return memory.shelf(kind)
                .map(_ -> with(memory.unshelved(kind)).soundsAnew(kind, now))
                .orElseGet(() -> new Turn(this, List.of()));
    }

    /** What lies on a shelf now. */
    public List<Shelf> shelves(Instant now) {
        return memory.shelves().values().stream()
                .filter(shelf -> shelf.holds(now))
                .toList();
    }

    /** Worst first. */
    public List<OpenAlarm> open() {
        var open = new ArrayList<OpenAlarm>();
        memory.states().forEach((kind, state) -> {
            if (state instanceof Open alarm) {
                open.add(new OpenAlarm(idOf(kind, alarm), alarm, policy.limit(kind)));
            }
        });
        open.sort(OpenAlarm.WORST_FIRST);
        return List.copyOf(open);
    }

    /** What is switched off raises nothing; what was open before is judged to its end. */
    // [impl->req~policy.off-drops-nothing~1]
    private boolean mayRise(AlarmRule rule) {
        return policy.rings(rule.kind()) || state(rule.kind()) instanceof Open;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SubjectAlarms that
                && subject.equals(that.subject)
                && policy.equals(that.policy)
                && watchedSince.equals(that.watchedSince)
                && memory.equals(that.memory);
    }

    @Override
    public int hashCode() {
        return Objects.hash(subject, memory);
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
        return memory.excursion(rule.kind())
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
        return with(memory.with(kind, state).toldOf(kind, evidence.reading().at()));
    }

    /** A shelf whose time is over holds nothing more; neither does one that a clock set back has put into the future. */
    private Turn shelfEnded(AlarmKind kind, Instant now) {
        return memory.shelf(kind)
                .filter(shelf -> !shelf.holds(now))
                .map(shelf -> {
                    var without = with(memory.unshelved(kind));
                    var soundedSince = state(kind) instanceof Open open
                            && !open.announcedAt().isBefore(shelf.until());
                    return soundedSince ? new Turn(without, List.of()) : without.soundsAnew(kind, now);
                })
                .orElseGet(() -> new Turn(this, List.of()));
    }

    private Turn soundsAnew(AlarmKind kind, Instant now) {
        return state(kind) instanceof Open open
                ? tell(kind, new Unshelved(now), open.worst())
                : new Turn(this, List.of());
    }

    private Turn tell(AlarmKind kind, AlarmInput input, Evidence evidence) {
        var before = state(kind);
        var turn = AlarmMachine.next(before, input, policy.manner(kind, memory.calls(kind, input.at())));
        if (turn.state() instanceof Clear && before instanceof Clear) {
            return new Turn(this, List.of());
        }
        return new Turn(with(memory.with(kind, turn.state())), changes(kind, before, turn, evidence, input.at()));
    }

    /** An alarm that was raised is of a new excursion; while it is present, what it rests on belongs to that. */
    private SubjectAlarms remembering(AlarmKind kind, Evidence evidence, List<AlarmChange> changes) {
        var raised = changes.stream().anyMatch(change -> change.to() == AlarmStep.RAISED);
        var next = raised ? memory.toldOfNothing(kind) : memory;
        return with(
                evidence instanceof ByReading(var reading) && state(kind) instanceof Open open && open.isPresent()
                        ? next.toldOf(kind, reading.at())
                        : next);
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

    private AlarmState state(AlarmKind kind) {
        return memory.state(kind);
    }

    /** How that alarm stands; clear when it is over, or another has taken its place. */
    private AlarmState standsAs(AlarmId alarm) {
        return state(alarm.kind()) instanceof Open open
                        && idOf(alarm.kind(), open).equals(alarm)
                ? open
                : new Clear();
    }

    private AlarmId idOf(AlarmKind kind, Open alarm) {
        return new AlarmId(subject, kind, alarm.since());
    }

    private SubjectAlarms with(Memory next) {
        return new SubjectAlarms(subject, policy, watchedSince, next);
    }
}
