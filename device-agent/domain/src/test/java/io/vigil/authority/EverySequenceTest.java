package io.vigil.authority;

import static io.vigil.authority.NightStory.PATIENT;
import static io.vigil.glucose.Readings.NOON;
import static io.vigil.glucose.Readings.reading;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmSignal;
import io.vigil.alarm.AlarmStep;
import io.vigil.alarm.Answer.Acknowledged;
import io.vigil.alarm.Answer.Nobody;
import io.vigil.alarm.Evidence.ByReading;
import io.vigil.alarm.Finding;
import io.vigil.alarm.Ladder;
import io.vigil.alarm.OpenAlarm;
import io.vigil.alarm.Shelf;
import io.vigil.alarm.SoundPause;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.policy.AlarmPolicy;
import io.vigil.rule.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Everything that can happen to one alarm, in every order, seven deep. Sequences that lead to the same moment, state and past
 * are gone on with once, so that the laws are held against each distinct step of tens of millions of sequences in seconds.
 */
// [utest->req~alarm.no-silence-without-data~1]
// [utest->req~alarm.latching~1]
// [utest->req~alarm.remind~1]
// [utest->req~alarm.escalates~1]
// [utest->req~alarm.shelving~1]
// [utest->req~alarm.answer-is-for-what-was-seen~1]
// [utest->req~alarm.quiet-ends~1]
// [utest->req~alarm.clock-set-back~1]
// [utest->req~alarm.survives-restart~1]
class EverySequenceTest {

    private static final int LENGTH = 7;

    private static final AlarmPolicy POLICY = AlarmPolicy.standard();

    private enum Happening {
        PRESENT,
        ABSENT,
        UNDETERMINED,
        /** Somebody answers what sounds now. */
        ANSWER,
        /** Somebody answers what sounded before. */
        LATE_ANSWER,
        SHOWN,
        SHELVE,
        UNSHELVE,
        TWO_MINUTES,
        TWENTY_MINUTES,
        CLOCK_SET_BACK,
        RESTART
    }

    /**
     * Where a sequence stands, and what is kept of it.
     *
     * @param newest the newest change that was kept, if any
     * @param confirmed which soundings some screen has drawn
     * @param shelf what was put aside and not taken off
     * @param before the alarm as it sounded before, if it did
     */
    private record Here(
            Instant now,
            SubjectAlarms alarms,
            List<AlarmChange> newest,
            Set<OpenAlarm> confirmed,
            List<Shelf> shelf,
            List<OpenAlarm> before) {

        Optional<OpenAlarm> open() {
            return alarms.open().stream().findFirst();
        }

        Optional<AlarmSignal> signal() {
            return open().map(alarm -> AlarmSignal.of(alarm, SoundPause.NONE, alarms.shelves(now), now));
        }

        boolean sounds() {
            return signal().equals(Optional.of(AlarmSignal.SOUNDING));
        }

        /**
         * A shelf that a clock set back has put into the future is found again when its time has come. Two soundings of one
         * moment are told apart by nothing: what was confirmed of one is taken for the other.
         */
        boolean isAsBefore(Here here) {
            return open().map(EverySequenceTest::beside).equals(here.open().map(EverySequenceTest::beside))
                    && (signal().equals(here.signal()) || isShelved());
        }

        boolean isShelved() {
            return !alarms.shelves(now).isEmpty();
        }
    }

    private record Step(Here next, List<AlarmChange> changes) {}

    @ParameterizedTest
    @EnumSource(names = {"URGENT_LOW", "LOW"})
    void no_sequence_of_seven_breaks_a_law(AlarmKind kind, TestReporter reporter) {
        var begin = new Here(NOON, SubjectAlarms.of(PATIENT, POLICY, NOON), List.of(), Set.of(), List.of(), List.of());
        var sequences = Map.of(begin, 1L);
        var known = new HashMap<Here, List<Here>>();
        var walked = 0L;
        for (var length = 1; length <= LENGTH; length++) {
            var longer = new HashMap<Here, Long>();
            for (var sequence : sequences.entrySet()) {
                for (var next : known.computeIfAbsent(sequence.getKey(), here -> nextOf(here, kind))) {
                    longer.merge(next, sequence.getValue(), Long::sum);
                }
            }
            sequences = longer;
            walked += longer.values().stream().mapToLong(Long::longValue).sum();
        }
        reporter.publishEntry(kind.word() + ": sequences held against the laws", Long.toString(walked));
        reporter.publishEntry(kind.word() + ": distinct states", Long.toString(known.size() + sequences.size()));
        var choices = happenings(kind).size();
        assertThat(walked).isEqualTo(Math.round((Math.pow(choices, LENGTH + 1) - choices) / (choices - 1)));
        assertThat(known).as("it came somewhere").hasSizeGreaterThan(1_000);
    }

    private static List<Here> nextOf(Here here, AlarmKind kind) {
        var next = new ArrayList<Here>();
        for (var happening : happenings(kind)) {
            var step = happens(happening, here, kind);
            holdLaws(here, happening, step, kind);
            next.add(step.next());
        }
        return next;
    }

    private static Set<Happening> happenings(AlarmKind kind) {
        return Shelf.mayLie(kind)
                ? EnumSet.allOf(Happening.class)
                : EnumSet.complementOf(EnumSet.of(Happening.SHELVE, Happening.UNSHELVE));
    }

    private static Step happens(Happening happening, Here here, AlarmKind kind) {
        return switch (happening) {
            case PRESENT -> found(Finding.PRESENT, here, kind);
            case ABSENT -> found(Finding.ABSENT, here, kind);
            case UNDETERMINED -> found(Finding.UNDETERMINED, here, kind);
            case ANSWER -> here.open().map(seen -> answered(seen, here)).orElseGet(() -> stays(here));
            case LATE_ANSWER ->
                here.before().stream()
                        .findFirst()
                        .map(seen -> answered(seen, here))
                        .orElseGet(() -> stays(here));
            case SHOWN -> here.open().map(seen -> shown(seen, here)).orElseGet(() -> stays(here));
            case SHELVE -> shelved(here, kind);
            case UNSHELVE -> unshelved(later(here, ofSeconds(1)).next(), kind);
            case TWO_MINUTES -> later(here, ofMinutes(2));
            case TWENTY_MINUTES -> later(here, ofMinutes(20));
            case CLOCK_SET_BACK -> later(here, ofHours(-1));
            case RESTART -> restarted(here);
        };
    }

    private static Step stays(Here here) {
        return new Step(here, List.of());
    }

    private static Step found(Finding finding, Here here, AlarmKind kind) {
        var evidence = new ByReading(reading(0, 50));
        return told(here.alarms().found(kind, new Verdict(finding, evidence), here.now()), here, here);
    }

    private static Step answered(OpenAlarm seen, Here here) {
        var turn = here.alarms().acknowledge(seen.id(), seen.state().announcedAt(), "K. Brandt", "", here.now());
        return told(turn, here, here);
    }

    private static Step shown(OpenAlarm seen, Here here) {
        var alarms = here.alarms().shown(seen.id(), seen.state().announcedAt(), here.now());
        var confirmed = new HashSet<>(here.confirmed());
        confirmed.add(seen);
        return new Step(
                new Here(here.now(), alarms, here.newest(), Set.copyOf(confirmed), here.shelf(), here.before()),
                List.of());
    }

    private static Step shelved(Here here, AlarmKind kind) {
        var shelf = new Shelf(
                PATIENT, kind, "K. Brandt", "Meal", here.now(), here.now().plus(ofMinutes(30)));
        return new Step(
                new Here(
                        here.now(),
                        here.alarms().shelve(shelf),
                        here.newest(),
                        here.confirmed(),
                        List.of(shelf),
                        here.before()),
                List.of());
    }

    /** A moment later than all before: two soundings of one moment could not be told apart. */
    private static Step unshelved(Here here, AlarmKind kind) {
        var turn = here.alarms().unshelve(kind, here.now());
        return told(
                turn,
                new Here(here.now(), turn.alarms(), here.newest(), here.confirmed(), List.of(), here.before()),
                here);
    }

    private static Step later(Here here, Duration by) {
        return new Step(
                new Here(
                        here.now().plus(by),
                        here.alarms(),
                        here.newest(),
                        here.confirmed(),
                        here.shelf(),
                        here.before()),
                List.of());
    }

    private static Step restarted(Here here) {
        var alarms = SubjectAlarms.of(PATIENT, POLICY, NOON).restored(here.newest(), GlucoseHistory.empty());
        for (var seen : here.confirmed()) {
            alarms = alarms.shown(seen.id(), seen.state().announcedAt(), here.now());
        }
        for (var shelf : here.shelf()) {
            alarms = alarms.shelve(shelf);
        }
        return new Step(
                new Here(here.now(), alarms, here.newest(), here.confirmed(), here.shelf(), here.before()), List.of());
    }

    /** What is kept of a turn: its last change, and how the alarm sounded before, if it sounds otherwise now. */
    private static Step told(SubjectAlarms.Turn turn, Here then, Here here) {
        var sounded = here.open()
                .filter(alarm -> turn.alarms().open().stream()
                        .noneMatch(now -> now.id().equals(alarm.id())
                                && now.state()
                                        .announcedAt()
                                        .equals(alarm.state().announcedAt())));
        return new Step(
                new Here(
                        then.now(),
                        turn.alarms(),
                        turn.changes().isEmpty()
                                ? here.newest()
                                : List.of(turn.changes().getLast()),
                        here.confirmed(),
                        then.shelf(),
                        sounded.map(List::of).orElse(here.before())),
                turn.changes());
    }

    /** One step of a sequence, to be held against the laws. */
    private record Held(Here before, Happening happening, Step step) {

        void must(boolean hold, String law) {
            if (!hold) {
                throw new AssertionError(
                        "%s%n%s%nthen %s: %s%n%s".formatted(law, before, happening, step.changes(), step.next()));
            }
        }

        boolean is(Happening first, Happening... others) {
            return EnumSet.of(first, others).contains(happening);
        }

        boolean tells(AlarmStep to) {
            return step.changes().stream().anyMatch(change -> change.to() == to);
        }
    }

    private static void holdLaws(Here before, Happening happening, Step step, AlarmKind kind) {
        var held = new Held(before, happening, step);
        var after = step.next();
        var was = before.open();
        var is = after.open();

        held.must(
                held.is(Happening.ABSENT, Happening.ANSWER) || was.isEmpty() || is.isPresent(),
                "Only recovery and an answer end an alarm.");
        held.must(
                !held.is(Happening.ABSENT) || !kind.isLatching() || !isUnanswered(was) || is.isPresent(),
                "High priority waits for an answer.");
        held.must(!held.is(Happening.PRESENT) || is.isPresent(), "What is present is open.");
        held.must(
                held.is(Happening.ANSWER) || !isUnanswered(was) || is.isEmpty() || isUnanswered(is),
                "Only an answer answers.");
        held.must(
                held.is(Happening.ABSENT, Happening.ANSWER) || after.isShelved() || !before.sounds() || after.sounds(),
                "Only recovery, an answer or a shelf silences.");
        held.must(!held.is(Happening.LATE_ANSWER) || after.equals(before), "A late answer does nothing.");
        held.must(!held.is(Happening.RESTART) || after.isAsBefore(before), "A restart changes nothing.");
        held.must(
                !step.changes().isEmpty()
                        || was.map(EverySequenceTest::beside).equals(is.map(EverySequenceTest::beside)),
                "What a person would notice is told.");
        held.must(
                !after.isShelved() || !(held.tells(AlarmStep.REANNOUNCED) || held.tells(AlarmStep.ESCALATED)),
                "What lies on a shelf neither sounds anew nor calls on.");
        held.must(
                !(held.is(Happening.UNSHELVE) && before.isShelved() && isUnanswered(was))
                        || held.tells(AlarmStep.REANNOUNCED),
                "Off its shelf it sounds anew.");
        if (held.is(Happening.PRESENT, Happening.ABSENT, Happening.UNDETERMINED)) {
            is.ifPresent(alarm -> holdLawsOfTime(held, alarm));
        }
        holdLawsOfTheLadder(held, kind);
    }

    /** Once it was judged, nothing that is due is left undone. */
    private static void holdLawsOfTime(Held held, OpenAlarm alarm) {
        var here = held.step().next();
        if (!alarm.state().isPresent() || here.isShelved()) {
            return;
        }
        var manner = POLICY.manner(alarm.id().kind(), true);
        var now = here.now();
        switch (alarm.state().answer()) {
            case Nobody nobody -> {
                var sounded = Duration.between(alarm.state().announcedAt(), now);
                held.must(!sounded.isNegative(), "It last sounded in the past.");
                held.must(sounded.compareTo(manner.remindAfter()) < 0, "A reminder that is due is given.");
                var unanswered = Duration.between(nobody.since(), now);
                held.must(!unanswered.isNegative(), "It has been unanswered since some time in the past.");
                held.must(
                        held.tells(AlarmStep.RAISED)
                                || nobody.rung() >= manner.ladder().rungAfter(unanswered, nobody.shown()),
                        "The call stands as high as it belongs.");
            }
            case Acknowledged answer -> {
                held.must(!answer.at().isAfter(now), "No answer of the future keeps it quiet.");
                held.must(answer.quietUntil().isAfter(now), "No quiet that is over keeps it quiet.");
                held.must(
                        Duration.between(answer.at(), answer.quietUntil()).compareTo(manner.quietFor()) <= 0,
                        "No quiet is longer than its kind allows.");
            }
        }
    }

    private static void holdLawsOfTheLadder(Held held, AlarmKind kind) {
        var was = held.before().open();
        var is = held.step().next().open();
        var down = isUnanswered(was) && isUnanswered(is) && rung(is) < rung(was);

        held.must(rung(is) <= rung(was) || held.tells(AlarmStep.ESCALATED), "A call goes up by an escalation alone.");
        held.must(rung(is) <= Ladder.standard(kind.priority()).top(), "There is such a rung.");
        held.must(!down || !kind.isLatching(), "An urgent call comes down by an answer alone.");
        held.must(
                !down || held.tells(AlarmStep.REANNOUNCED) || held.tells(AlarmStep.CLEARED),
                "A call comes down when it begins anew.");
        held.must(
                !held.tells(AlarmStep.ESCALATED)
                        || is.filter(alarm -> alarm.state().isPresent()).isPresent(),
                "Danger that is over calls nobody else.");
    }

    private static int rung(Optional<OpenAlarm> alarm) {
        return alarm.map(open -> open.state().answer() instanceof Nobody nobody ? nobody.rung() : 0)
                .orElse(0);
    }

    private static boolean isUnanswered(Optional<OpenAlarm> alarm) {
        return alarm.filter(open -> !open.state().isAnswered()).isPresent();
    }

    /** An alarm beside what screens confirm of it, which is kept apart. */
    private static List<Object> beside(OpenAlarm alarm) {
        var state = alarm.state();
        var answer = switch (state.answer()) {
            case Nobody nobody -> List.of(nobody.since(), nobody.rung());
            case Acknowledged answered -> answered;
        };
        return List.of(alarm.id(), state.announcedAt(), state.condition(), answer);
    }
}
