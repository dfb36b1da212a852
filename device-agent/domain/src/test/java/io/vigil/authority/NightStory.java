package io.vigil.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmSignal;
import io.vigil.alarm.AlarmStep;
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
import io.vigil.ward.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * One patient's night, told line by line: what the sensor says, who answers, and what then sounds. Between two lines the
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

    private SubjectAlarms alarms;
    private GlucoseHistory history = GlucoseHistory.empty();
    private Instant now;

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

    NightStory hearsNothing() {
        return judged(now);
    }

    /** The sensor goes on with that value, every five minutes, until then. */
    NightStory staysAt(double mgPerDl, String until) {
        for (var next = now.plus(INTERVAL); next.isBefore(moment(until)); next = next.plus(INTERVAL)) {
            now = next;
            reads(mgPerDl);
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
        alarms = alarms.shown(seen.id(), seen.state().announcedAt(), now);
        return this;
    }

    NightStory isShelvedUntil(String until, AlarmKind kind) {
        alarms = alarms.shelve(new Shelf(PATIENT, kind, NURSE, "Sensor is being changed", now, moment(until)));
        return this;
    }

    NightStory isUnshelved(AlarmKind kind) {
        alarms = remembered(alarms.unshelve(kind, now));
        return this;
    }

    /** The agent starts again on what was kept: the newest change of each alarm, and the readings. It watches from now on. */
    NightStory isInterruptedByARestart() {
        alarms = SubjectAlarms.of(PATIENT, policy, now).restored(night, history);
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
                .extracting(change ->
                        change.alarm().kind().word() + " " + change.to().word())
                .containsExactly(steps);
        return this;
    }

    /** Exactly these are open and unanswered, the worst first. */
    NightStory sounds(AlarmKind... kinds) {
        assertThat(alarms.open())
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
        assertThat(alarms.open()).extracting(alarm -> alarm.id().kind()).containsExactly(kinds);
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

    private NightStory hears(Reading reading) {
        history = history.with(reading);
        alarms = remembered(alarms.taken(reading, history, now));
        return judged(now);
    }

    private NightStory judged(Instant at) {
        alarms = remembered(alarms.judged(history, at));
        return this;
    }

    private SubjectAlarms remembered(SubjectAlarms.Turn turn) {
        told.addAll(turn.changes());
        return turn.into(night);
    }
}
