package io.vigil.agent.alarming;

import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.Evidence;
import io.vigil.alarm.Finding;
import io.vigil.alarm.OpenAlarm;
import io.vigil.alarm.Shelf;
import io.vigil.authority.SubjectAlarms;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.glucose.Reading;
import io.vigil.policy.AlarmPolicy;
import io.vigil.policy.Limits;
import io.vigil.policy.PolicyBook;
import io.vigil.rule.Verdict;
import io.vigil.ward.KnownSensor;
import io.vigil.ward.PatientId;
import io.vigil.ward.Station;
import io.vigil.ward.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds where the alarms of all patients and of the station stand. Belongs to the cycle's thread. */
public final class AlarmDesk {

    private final Policies policies;
    private final Map<Subject, SubjectAlarms> alarms = new HashMap<>();
    private final Map<Subject, AlarmPolicy> judgedBy = new HashMap<>();

    /** Of the station's own alarms so far, from then on. */
    public AlarmDesk(PolicyBook book, Instant now) {
        this.policies = new Policies(book);
        var policy = policies.of(Station.THIS, now).policy();
        alarms.put(Station.THIS, SubjectAlarms.ofStation(policy));
        judgedBy.put(Station.THIS, policy);
    }

    /** From now on this patient is watched; one who is watched already stays as he is. */
    public void watch(PatientId patient, Instant since) {
        var policy = policies.of(patient, since).policy();
        if (alarms.putIfAbsent(patient, SubjectAlarms.of(patient, policy, since)) == null) {
            judgedBy.put(patient, policy);
        }
    }

    /** All that is set of alarms. */
    public PolicyBook policies() {
        return policies.book();
    }

    /**
     * From now on this holds. Nothing rises and nothing ends by that alone: every subject is judged by it next. That it was
     * changed is an alarm of its own until somebody has seen it.
     *
     * @param words who changed what
     */
    // [impl->req~alarm.settings-changed~1]
    public List<AlarmChange> policiesChanged(PolicyBook book, String words, Instant now) {
        policies.turnTo(book);
        var changes = new ArrayList<>(found(AlarmKind.SETTINGS_CHANGED, seen(words), now));
        changes.addAll(
                found(AlarmKind.SETTINGS_CHANGED, new Verdict(Finding.PRESENT, new Evidence.ByStation(words)), now));
        return changes;
    }

    /** A change of settings that somebody has answered was seen: its alarm is over. */
    public List<AlarmChange> settingsSeen(Instant now) {
        return standing(Station.THIS, now).open().stream()
                .filter(alarm -> alarm.id().kind() == AlarmKind.SETTINGS_CHANGED
                        && alarm.state().isAnswered())
                .findFirst()
                .map(_ -> found(AlarmKind.SETTINGS_CHANGED, seen(""), now))
                .orElse(List.of());
    }

    /** Takes up the alarms of a subject where they stood when the agent last ran. */
    public void restore(Subject subject, Collection<AlarmChange> changes, GlucoseHistory history) {
        alarms.computeIfPresent(subject, (_, standing) -> standing.restored(changes, history));
    }

    /** The limits in force for a patient at this hour, and who set them. */
    public Limits limits(PatientId patient, Instant now) {
        return policies.of(patient, now).limits();
    }

    /** Tells of a reading that came into the history, whenever it was measured. */
    public List<AlarmChange> taken(PatientId patient, Reading reading, GlucoseHistory history, Instant now) {
        return turned(patient, standing(patient, now).taken(reading, history, now));
    }

    /** Judges what is known of a patient now; silence too. */
    public List<AlarmChange> judged(PatientId patient, GlucoseHistory history, KnownSensor sensor, Instant now) {
        return turned(
                patient,
                standing(patient, now).judged(history, sensor, policies.book().zone(), now));
    }

    /** Tells what the station found of itself. */
    public List<AlarmChange> found(AlarmKind kind, Verdict verdict, Instant now) {
        return turned(Station.THIS, standing(Station.THIS, now).found(kind, verdict, now));
    }

    /** Of the station's own alarms that nothing new was found of: time has passed for them too. */
    public List<AlarmChange> waited(Instant now) {
        return turned(Station.THIS, standing(Station.THIS, now).waited(now));
    }

    /** A screen confirms that it drew an alarm as it sounded at that moment. */
    public void shown(AlarmId alarm, Instant announcedAt, Instant now) {
        alarms.computeIfPresent(alarm.subject(), (_, standing) -> standing.shown(alarm, announcedAt, now));
    }

    /** An alarm is put aside, once that is durable. */
    public void shelve(Shelf shelf) {
        alarms.computeIfPresent(shelf.subject(), (_, standing) -> standing.shelve(shelf));
    }

    /** An alarm is taken off its shelf, once that is durable; still open, it sounds anew. */
    public List<AlarmChange> unshelve(Subject subject, AlarmKind kind, Instant now) {
        return turned(subject, standing(subject, now).unshelve(kind, now));
    }

    /** Whether anybody is watched under that name. */
    public boolean knows(Subject subject) {
        return alarms.containsKey(subject);
    }

    /** What an answer would change; nothing is changed by asking. Empty when that alarm is not open, or sounded anew. */
    public List<AlarmChange> wouldAnswer(AlarmId alarm, Instant announcedAt, String by, String reason, Instant now) {
        return alarms.containsKey(alarm.subject())
                ? standing(alarm.subject(), now)
                        .acknowledge(alarm, announcedAt, by, reason, now)
                        .changes()
                : List.of();
    }

    /** A person's answer, once it is durable. */
    public List<AlarmChange> answer(
            AlarmId alarm, Instant announcedAt, String by, String reason, Instant givenAt, Instant now) {
        return turned(
                alarm.subject(),
                standing(alarm.subject(), now).acknowledge(alarm, announcedAt, by, reason, givenAt, now));
    }

    /** Every open alarm, worst first. */
    public List<OpenAlarm> open() {
        var open = new ArrayList<OpenAlarm>();
        alarms.values().forEach(standing -> open.addAll(standing.open()));
        open.sort(OpenAlarm.WORST_FIRST);
        return List.copyOf(open);
    }

    /** All that is put aside now. */
    public List<Shelf> shelves(Instant now) {
        return alarms.values().stream()
                .flatMap(standing -> standing.shelves(now).stream())
                .sorted(Comparator.comparing(Shelf::until)
                        .thenComparing(shelf -> shelf.subject().key())
                        .thenComparing(Shelf::kind))
                .toList();
    }

    private static Verdict seen(String words) {
        return new Verdict(Finding.ABSENT, new Evidence.ByStation(words));
    }

    /** As they stand, to be judged by what holds at this hour. */
    private SubjectAlarms standing(Subject subject, Instant now) {
        var standing = alarms.get(subject);
        if (standing == null) {
            throw new IllegalStateException("Nobody watches " + subject.key());
        }
        var policy = policies.of(subject, now).policy();
        if (!policy.equals(judgedBy.put(subject, policy))) {
            standing = standing.under(policy);
            alarms.put(subject, standing);
        }
        return standing;
    }

    private List<AlarmChange> turned(Subject subject, SubjectAlarms.Turn turn) {
        alarms.put(subject, turn.alarms());
        return turn.changes();
    }
}
