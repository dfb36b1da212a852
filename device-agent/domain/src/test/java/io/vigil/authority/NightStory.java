package io.vigil.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmSignal;
import io.vigil.alarm.AlarmStep;
import io.vigil.alarm.Answer.Nobody;
import io.vigil.alarm.Evidence.ByReading;
import io.vigil.alarm.OpenAlarm;
import io.vigil.alarm.Shelf;
import io.vigil.alarm.SoundPause;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.glucose.Reading;
import io.vigil.glucose.Reading.AboveRange;
import io.vigil.glucose.Reading.BelowRange;
import io.vigil.glucose.Reading.Measured;
import io.vigil.policy.AlarmPolicy;
import io.vigil.ward.KnownSensor;
import io.vigil.ward.PatientId;
import io.vigil.ward.SensorReport;
import io.vigil.ward.SensorSession;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One patient's night, told line by line: what the sensor says, who answers, and what then sounds. A screen
 * draws it all, unless the story says otherwise. Between two lines the
 * silence is judged each minute, as the agent does.
 */
final class NightStory {

    static final PatientId PATIENT = new PatientId("bed-07");
    static final String NURSE = "K. Brandt";

    private static final Instant MIDNIGHT = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration INTERVAL = Duration.ofMinutes(5);
    private static final Duration TICK = Duration.ofMinutes(1);

    private final AlarmPolicy policy;
    private final List<AlarmChange> night = new ArrayList<>();
    private final List<AlarmChange> told = new ArrayList<>();
    private final Set<OpenAlarm> drawn = new LinkedHashSet<>();
    private final List<Shelf> shelved = new ArrayList<>();

    private SubjectAlarms alarms;
    private GlucoseHistory history = GlucoseHistory.empty();
    private KnownSensor sensor = KnownSensor.NONE;
    private ZoneId zone = ZoneOffset.UTC;
    private Instant now;
    private Set<AlarmKind> about = EnumSet.allOf(AlarmKind.class);
    private boolean isWatched = true;

    private NightStory(AlarmPolicy policy, Instant begin) {
        this.policy = policy;
        this.now = begin;
        this.alarms = SubjectAlarms.of(PATIENT, policy, begin);
    }

    static NightStory begins(String time) {
        return begins(time, AlarmPolicy.standard());
    }

    static NightStory begins(String time, AlarmPolicy policy) {
        return new NightStory(policy, moment(time));
    }

    static Instant moment(String time) {
        return MIDNIGHT.plusSeconds(LocalTime.parse(time).toSecondOfDay());
    }

    /** What becomes of other kinds of alarm is no part of this story. */
    NightStory about(AlarmKind... kinds) {
        about = Set.of(kinds);
        return this;
    }

    /** Until now a screen drew every alarm as it was told; from now on none is there. */
    NightStory isWatchedByNobody() {
        isWatched = false;
        return this;
    }

    NightStory at(String time) {
        assertThat(moment(time)).as("a night goes on").isAfterOrEqualTo(now);
        told.clear();
        for (var tick = now.plus(TICK); tick.isBefore(moment(time)); tick = tick.plus(TICK)) {
            judged(tick);
        }
        now = moment(time);
        return this;
    }

    NightStory reads(double mgPerDl) {
        return hears(new Measured(now, Glucose.mgPerDl(mgPerDl)));
    }

    NightStory readsLo() {
        return hears(new BelowRange(now));
    }

    NightStory readsHi() {
        return hears(new AboveRange(now));
    }

    /** A new sensor, begun now. */
    NightStory wearsSensor(String session, Duration lasting) {
        sensor = sensor.wearing(
                new SensorSession(PATIENT, "replay", session, "serial", "arm", now, now.plus(lasting), INTERVAL));
        return judged(now);
    }

    NightStory sensorSays(String session, SensorReport.Fact fact) {
        sensor = sensor.saying(new SensorReport(PATIENT, "replay", session, now, fact));
        return judged(now);
    }

    /** The station stands there. */
    NightStory in(ZoneId place) {
        zone = place;
        return this;
    }

    NightStory hearsNothing() {
        return judged(now);
    }

    /** Glucose stays about that value until then, read every five minutes: each second reading is a tenth higher. */
    NightStory staysAt(double mgPerDl, String until) {
        return goesOn(mgPerDl, mgPerDl + 0.1, until);
    }

    /** The sensor gives that same value every five minutes, until then. */
    NightStory repeats(double mgPerDl, String until) {
        return goesOn(mgPerDl, mgPerDl, until);
    }

    private NightStory goesOn(double first, double second, String until) {
        var value = second;
        for (var next = now.plus(INTERVAL); next.isBefore(moment(until)); next = next.plus(INTERVAL)) {
            now = next;
            reads(value);
            value = first + second - value;
        }
        return at(until);
    }

    /** A reading of an earlier time comes only now. */
    NightStory hearsLateOf(String time, double mgPerDl) {
        return hears(new Measured(moment(time), Glucose.mgPerDl(mgPerDl)));
    }

    NightStory isAnswered(AlarmKind kind) {
        return isAnsweredAsSeen(alarm(kind));
    }

    /** The answer of somebody who saw the alarm as it stood then. */
    NightStory isAnsweredAsSeen(OpenAlarm seen) {
        return isAnswered(seen.id(), seen.state().announcedAt());
    }

    NightStory isAnswered(AlarmId alarm, Instant announcedAt) {
        alarms = remembered(alarms.acknowledge(alarm, announcedAt, NURSE, "Juice given", now));
        return this;
    }

    /** A screen confirms that it drew the alarm as it stands. */
    NightStory isShown(AlarmKind kind) {
        return isShownAsSeen(alarm(kind));
    }

    NightStory isShownAsSeen(OpenAlarm seen) {
        drawn.add(seen);
        alarms = alarms.shown(seen.id(), seen.state().announcedAt(), now);
        return this;
    }

    NightStory isShelvedUntil(String until, AlarmKind kind) {
        var shelf = new Shelf(PATIENT, kind, NURSE, "Sensor is being changed", now, moment(until));
        shelved.add(shelf);
        alarms = alarms.shelve(shelf);
        return this;
    }

    NightStory isUnshelved(AlarmKind kind) {
        shelved.removeIf(shelf -> shelf.kind() == kind);
        alarms = remembered(alarms.unshelve(kind, now));
        return this;
    }

    /** The agent starts again on what was kept: changes, confirmations, shelves, readings. It watches from now on. */
    NightStory isInterruptedByARestart() {
        alarms = SubjectAlarms.of(PATIENT, policy, now).restored(night, history);
        for (var alarm : drawn) {
            alarms = alarms.shown(alarm.id(), alarm.state().announcedAt(), now);
        }
        for (var shelf : shelved) {
            alarms = alarms.shelve(shelf);
        }
        return this;
    }

    /** The agent starts again and finds its clock set back. Nothing is judged yet. */
    NightStory isInterruptedByARestartAt(String earlier) {
        assertThat(moment(earlier)).as("a clock set back").isBefore(now);
        now = moment(earlier);
        told.clear();
        return isInterruptedByARestart();
    }

    /** Exactly this was told since the line began, in this order: {@code "urgent-low raised"}. */
    NightStory tells(String... steps) {
        assertThat(told)
                .filteredOn(change -> about.contains(change.alarm().kind()))
                .extracting(change ->
                        change.alarm().kind().word() + " " + change.to().word())
                .containsExactly(steps);
        return this;
    }

    /** Exactly these are open and unanswered, the worst first. */
    NightStory sounds(AlarmKind... kinds) {
        assertThat(open())
                .filteredOn(alarm ->
                        AlarmSignal.of(alarm, SoundPause.NONE, alarms.shelves(now), now) == AlarmSignal.SOUNDING)
                .extracting(alarm -> alarm.id().kind())
                .containsExactly(kinds);
        return this;
    }

    NightStory isQuiet() {
        return sounds();
    }

    NightStory isOpen(AlarmKind... kinds) {
        assertThat(open()).extracting(alarm -> alarm.id().kind()).containsExactly(kinds);
        return this;
    }

    NightStory isClear() {
        return isOpen();
    }

    NightStory showsWorst(AlarmKind kind, double mgPerDl) {
        assertThat(alarm(kind).state().worst())
                .isInstanceOfSatisfying(
                        ByReading.class,
                        worst -> assertThat(worst.reading())
                                .isInstanceOfSatisfying(
                                        Measured.class,
                                        reading -> assertThat(reading.glucose()).isEqualTo(Glucose.mgPerDl(mgPerDl))));
        return this;
    }

    /** So far the call of an open, unanswered alarm went up. */
    NightStory standsOnRung(int rung, AlarmKind kind) {
        assertThat(alarm(kind).state().answer())
                .isInstanceOfSatisfying(
                        Nobody.class, nobody -> assertThat(nobody.rung()).isEqualTo(rung));
        return this;
    }

    OpenAlarm alarm(AlarmKind kind) {
        return alarms.open().stream()
                .filter(alarm -> alarm.id().kind() == kind)
                .findAny()
                .orElseThrow(() -> new AssertionError(kind + " is not open"));
    }

    /** Every alarm of that kind that the night has raised, the first first. */
    List<AlarmId> raised(AlarmKind kind) {
        return night.stream()
                .filter(change -> change.to() == AlarmStep.RAISED)
                .map(AlarmChange::alarm)
                .filter(alarm -> alarm.kind() == kind)
                .toList();
    }

    Reading lastHeard() {
        return history.latest().orElseThrow();
    }

    AlarmChange lastTold() {
        return told.getLast();
    }

    List<AlarmChange> night() {
        return List.copyOf(night);
    }

    private List<OpenAlarm> open() {
        return alarms.open().stream()
                .filter(alarm -> about.contains(alarm.id().kind()))
                .toList();
    }

    private NightStory hears(Reading reading) {
        history = history.with(reading);
        alarms = remembered(alarms.taken(reading, history, now));
        return judged(now);
    }

    private NightStory judged(Instant at) {
        alarms = remembered(alarms.judged(history, sensor, zone, at));
        return this;
    }

    private SubjectAlarms remembered(SubjectAlarms.Turn turn) {
        told.addAll(turn.changes());
        var next = turn.into(night);
        if (!isWatched) {
            return next;
        }
        drawn.addAll(next.open());
        return next.shown(now);
    }
}
