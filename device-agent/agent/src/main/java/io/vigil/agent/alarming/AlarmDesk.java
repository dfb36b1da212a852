package io.vigil.agent.alarming;

import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.OpenAlarm;
import io.vigil.alarm.Shelf;
import io.vigil.authority.SubjectAlarms;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.glucose.Reading;
import io.vigil.policy.AlarmPolicy;
import io.vigil.policy.Limits;
import io.vigil.rule.Verdict;
import io.vigil.ward.KnownSensor;
import io.vigil.ward.PatientId;
import io.vigil.ward.Station;
import io.vigil.ward.Subject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds where the alarms of all patients and of the station stand. Belongs to the cycle's thread. */
public final class AlarmDesk {

    private final AlarmPolicy policy;
    private final ZoneId zone;
    private final Limits limits;
    private final Map<Subject, SubjectAlarms> alarms = new HashMap<>();

    /**
     * Of the station's own alarms so far.
     *
     * @param setBy who set the policy, in words
     * @param zone of the station, by whose clock the night is told
     */
    public AlarmDesk(AlarmPolicy policy, String setBy, Instant setAt, ZoneId zone) {
        this.policy = policy;
        this.zone = zone;
        this.limits = policy.limits(setBy, setAt);
        alarms.put(Station.THIS, SubjectAlarms.ofStation(policy));
    }

    /** From now on this patient is watched; one who is watched already stays as he is. */
    public void watch(PatientId patient, Instant since) {
        alarms.computeIfAbsent(patient, _ -> SubjectAlarms.of(patient, policy, since));
    }

    /** Takes up the alarms of a subject where they stood when the agent last ran. */
    public void restore(Subject subject, Collection<AlarmChange> changes, GlucoseHistory history) {
        alarms.computeIfPresent(subject, (_, standing) -> standing.restored(changes, history));
    }

    /** The limits in force, the same for every patient. */
    public Limits limits() {
        return limits;
    }

    /** Tells of a reading that came into the history, whenever it was measured. */
    public List<AlarmChange> taken(PatientId patient, Reading reading, GlucoseHistory history, Instant now) {
        return turned(patient, standing(patient).taken(reading, history, now));
    }

    /** Judges what is known of a patient now; silence too. */
    public List<AlarmChange> judged(PatientId patient, GlucoseHistory history, KnownSensor sensor, Instant now) {
        return turned(patient, standing(patient).judged(history, sensor, zone, now));
    }

    /** Tells what the station found of itself. */
    public List<AlarmChange> found(AlarmKind kind, Verdict verdict, Instant now) {
        return turned(Station.THIS, standing(Station.THIS).found(kind, verdict, now));
    }

    /** Of the station's own alarms that nothing new was found of: time has passed for them too. */
    public List<AlarmChange> waited(Instant now) {
        return turned(Station.THIS, standing(Station.THIS).waited(now));
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
        return turned(subject, standing(subject).unshelve(kind, now));
    }

    /** Whether anybody is watched under that name. */
    public boolean knows(Subject subject) {
        return alarms.containsKey(subject);
    }

    /** What an answer would change; nothing is changed by asking. Empty when that alarm is not open, or sounded anew. */
    public List<AlarmChange> wouldAnswer(AlarmId alarm, Instant announcedAt, String by, String reason, Instant now) {
        return Optional.ofNullable(alarms.get(alarm.subject()))
                .map(standing -> standing.acknowledge(alarm, announcedAt, by, reason, now)
                        .changes())
                .orElse(List.of());
    }

    /** A person's answer, once it is durable. */
    public List<AlarmChange> answer(
            AlarmId alarm, Instant announcedAt, String by, String reason, Instant givenAt, Instant now) {
        return turned(
                alarm.subject(), standing(alarm.subject()).acknowledge(alarm, announcedAt, by, reason, givenAt, now));
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

    private SubjectAlarms standing(Subject subject) {
        var standing = alarms.get(subject);
        if (standing == null) {
            throw new IllegalStateException("Nobody watches " + subject.key());
        }
        return standing;
    }

    private List<AlarmChange> turned(Subject subject, SubjectAlarms.Turn turn) {
        alarms.put(subject, turn.alarms());
        return turn.changes();
    }
}
