package io.vigil.authority;

import static io.vigil.alarm.AlarmKind.AGENT_LOST;
import static io.vigil.alarm.AlarmKind.HIGH;
import static io.vigil.alarm.AlarmKind.LOW;
import static io.vigil.alarm.AlarmKind.NO_SCREEN;
import static io.vigil.alarm.AlarmKind.STORE_FAILING;
import static io.vigil.alarm.AlarmKind.URGENT_LOW;
import static io.vigil.alarm.AlarmKind.URGENT_LOW_SOON;
import static io.vigil.alarm.AlarmKind.VERY_HIGH;
import static io.vigil.authority.NightStory.PATIENT;
import static io.vigil.glucose.Readings.NOON;
import static io.vigil.glucose.Readings.hi;
import static io.vigil.glucose.Readings.lo;
import static io.vigil.glucose.Readings.minute;
import static io.vigil.glucose.Readings.reading;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.AlarmInput.Acknowledge;
import io.vigil.alarm.AlarmInput.Judged;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmMachine;
import io.vigil.alarm.AlarmManner;
import io.vigil.alarm.AlarmSignal;
import io.vigil.alarm.AlarmState;
import io.vigil.alarm.AlarmState.Clear;
import io.vigil.alarm.AlarmState.Open;
import io.vigil.alarm.AlarmStep;
import io.vigil.alarm.AlarmTurn;
import io.vigil.alarm.Answer.Acknowledged;
import io.vigil.alarm.Answer.Nobody;
import io.vigil.alarm.Condition.Present;
import io.vigil.alarm.Condition.Recovered;
import io.vigil.alarm.Evidence;
import io.vigil.alarm.Evidence.ByReading;
import io.vigil.alarm.Finding;
import io.vigil.alarm.Ladder;
import io.vigil.alarm.Shelf;
import io.vigil.alarm.SoundPause;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.glucose.Reading;
import io.vigil.glucose.Reading.AboveRange;
import io.vigil.glucose.Reading.BelowRange;
import io.vigil.glucose.Reading.Measured;
import io.vigil.policy.AlarmPolicy;
import io.vigil.policy.Setting;
import io.vigil.rule.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What holds for every value. The domain is small enough to walk through all of it. */
class AlarmLawsTest {

    private static final Evidence EVIDENCE = new ByReading(reading(0, 50));

    static final List<AlarmState> EVERY_OPEN_STATE = List.of(
            new Open(NOON, NOON, new Present(), EVIDENCE, Nobody.yet(NOON)),
            new Open(NOON, NOON, new Present(), EVIDENCE, new Acknowledged("nurse", NOON, minute(15), "Juice")),
            new Open(NOON, NOON, new Recovered(minute(2)), EVIDENCE, Nobody.yet(NOON)));

    static final List<AlarmState> EVERY_STATE =
            Stream.concat(Stream.of(new Clear()), EVERY_OPEN_STATE.stream()).toList();

    private static final Set<AlarmKind> LEVELS = Set.of(URGENT_LOW, LOW, HIGH, VERY_HIGH);

    private final AlarmPolicy policy = AlarmPolicy.standard();

    // [utest->req~alarm.no-silence-without-data~1]
    @ParameterizedTest
    @FieldSource("EVERY_STATE")
    void what_is_not_known_ends_nothing_and_raises_nothing(AlarmState state) {
        everyKindAndMinute((kind, minute) -> {
            var turn = next(state, Finding.UNDETERMINED, kind, minute);

            assertThat(turn.state() instanceof Open).isEqualTo(state instanceof Open);
            assertThat(turn.steps()).extracting(AlarmTurn.Step::to).isSubsetOf(AlarmStep.REANNOUNCED);
            assertThat(loudness(turn.state())).isGreaterThanOrEqualTo(loudness(state));
        });
    }

    // [utest->req~alarm.no-silence-without-data~1]
    @ParameterizedTest
    @FieldSource("EVERY_STATE")
    void what_is_present_never_makes_an_alarm_quieter(AlarmState state) {
        everyKindAndMinute((kind, minute) -> {
            var turn = next(state, Finding.PRESENT, kind, minute);

            assertThat(turn.state()).isInstanceOf(Open.class);
            assertThat(loudness(turn.state())).isGreaterThanOrEqualTo(loudness(state));
        });
    }

    // [utest->req~alarm.latching~1]
    @ParameterizedTest
    @FieldSource("EVERY_OPEN_STATE")
    void no_unanswered_high_alarm_ends_by_itself(AlarmState state) {
        everyKindAndMinute((kind, minute) -> {
            var turn = next(state, Finding.ABSENT, kind, minute);

            if (kind.isLatching() && ((Open) state).answer() instanceof Nobody) {
                assertThat(turn.state()).isInstanceOf(Open.class);
                assertThat(loudness(turn.state())).isEqualTo(loudness(state));
            } else if (((Open) state).condition() instanceof Present) {
                assertThat(turn.state()).isEqualTo(new Clear());
                assertThat(turn.steps())
                        .extracting(AlarmTurn.Step::to)
                        .containsExactly(AlarmStep.RECOVERED, AlarmStep.CLEARED);
            }
        });
    }

    // [utest->req~alarm.remind~1]
    // [utest->req~alarm.quiet-ends~1]
    @ParameterizedTest
    @FieldSource("EVERY_OPEN_STATE")
    void nobody_waits_longer_than_five_minutes_or_the_end_of_the_quiet(AlarmState state) {
        everyKindAndMinute((kind, minute) -> {
            for (var finding : List.of(Finding.PRESENT, Finding.UNDETERMINED)) {
                var open = (Open) state;
                var due = open.answer() instanceof Acknowledged ? 15 : 5;

                var announced = next(state, finding, kind, minute).steps().stream()
                        .anyMatch(step -> step.to() == AlarmStep.REANNOUNCED);

                assertThat(announced).isEqualTo(open.condition() instanceof Present && minute >= due);
            }
        });
    }

    @ParameterizedTest
    @FieldSource("EVERY_STATE")
    void the_last_step_leads_to_where_the_alarm_stands(AlarmState state) {
        everyKindAndMinute((kind, minute) -> {
            for (var finding : Finding.values()) {
                var turn = next(state, finding, kind, minute);
                assertThat(turn.steps().isEmpty()
                                || turn.steps().getLast().after().equals(turn.state()))
                        .isTrue();
                assertThat(turn.steps().isEmpty())
                        .as("a change that a person hears is told")
                        .isEqualTo(turn.state().equals(state));
            }
        });
    }

    @ParameterizedTest
    @FieldSource("EVERY_OPEN_STATE")
    void an_answer_names_who_and_lasts_as_long_as_its_kind_allows(AlarmState state) {
        for (var kind : AlarmKind.values()) {
            var turn = AlarmMachine.next(
                    state,
                    new Acknowledge(NOON, "K. Brandt", "Juice", minute(3), minute(3)),
                    policy.manner(kind, true));

            var answered = (Open) turn.steps().getFirst().after();
            assertThat(answered.answer())
                    .isEqualTo(new Acknowledged(
                            "K. Brandt",
                            minute(3),
                            minute(3).plus(policy.value(Setting.quietFor(kind)).duration()),
                            "Juice"));
            assertThat(turn.state() instanceof Clear).isEqualTo(((Open) state).condition() instanceof Recovered);
        }
    }

    @Test
    void an_answer_to_nothing_changes_nothing() {
        for (var kind : AlarmKind.values()) {
            assertThat(AlarmMachine.next(
                            new Clear(),
                            new Acknowledge(NOON, "K. Brandt", "Juice", NOON, NOON),
                            policy.manner(kind, true)))
                    .isEqualTo(new AlarmTurn(new Clear(), List.of()));
        }
    }

    // [utest->req~alarm.urgent-low~1]
    @Test
    void every_reading_up_to_54_and_lo_raises_an_urgent_low() {
        everyValue()
                .forEach(reading -> assertThat(open(List.of(reading)).contains(URGENT_LOW))
                        .as("%s", reading)
                        .isEqualTo(!reading.isAbove(Glucose.mgPerDl(54))));
        assertThat(open(List.of(lo(0)))).contains(URGENT_LOW, LOW);
    }

    // [utest->req~alarm.low~1]
    @Test
    void every_reading_under_70_lies_under_an_open_low_whatever_came_before() {
        everyValue()
                .forEach(reading -> assertThat(open(List.of(reading)).contains(LOW))
                        .as("%s", reading)
                        .isEqualTo(reading.isBelow(Glucose.mgPerDl(70))));
        everyNight(readings -> {
            var alarms = SubjectAlarms.of(PATIENT, policy, NOON);
            var heard = GlucoseHistory.empty();
            for (var reading : readings) {
                heard = heard.with(reading);
                alarms = alarms.judged(heard, reading.at()).alarms();
                assertThat(kinds(alarms).contains(LOW) || !reading.isBelow(Glucose.mgPerDl(70)))
                        .isTrue();
                assertThat(kinds(alarms).contains(URGENT_LOW) || reading.isAbove(Glucose.mgPerDl(54)))
                        .isTrue();
            }
        });
    }

    // [utest->req~alarm.high~1]
    @Test
    void every_two_readings_over_250_raise_a_high_and_one_hi_does() {
        everyValue()
                .forEach(reading -> assertThat(
                                open(List.of(reading(-5, 300), reading)).contains(HIGH))
                        .as("%s", reading)
                        .isEqualTo(reading.isAbove(Glucose.mgPerDl(250))));
        assertThat(open(List.of(hi(0)))).contains(HIGH);
    }

    /** A lower value after the same past opens every alarm of lows that the higher one would, and sounds as loud. */
    @Test
    void lower_is_never_quieter() {
        everyNight(readings -> {
            var past = readings.subList(0, readings.size() - 1);
            var louder = 0;
            for (var glucose : List.of(120, 76, 75, 74, 70, 69, 61, 60, 59, 55, 54, 53, 40)) {
                var next = new ArrayList<>(past);
                next.add(reading(past.size() * 5, glucose));
                var loudness = loudnessOfLows(next);
                assertThat(loudness).as("%s", next).isGreaterThanOrEqualTo(louder);
                louder = loudness;
            }
        });
    }

    @Test
    void the_date_changes_nothing() {
        for (var shift : List.of(ofDays(-365 * 50), ofDays(28), ofDays(365 * 12), ofMinutes(7))) {
            everyNight(readings -> {
                var shifted = readings.stream()
                        .map(reading -> at(reading.at().plus(shift), reading))
                        .toList();

                assertThat(relative(Replay.play(PATIENT, shifted, policy), shift))
                        .isEqualTo(relative(Replay.play(PATIENT, readings, policy), Duration.ZERO));
            });
        }
    }

    // [utest->req~alarm.worse-breaks-through~1]
    @Test
    void an_answered_alarm_keeps_only_the_lesser_of_its_direction_quiet_and_a_shelf_only_its_own() {
        for (var before : AlarmKind.values()) {
            for (var rising : AlarmKind.values()) {
                if (rising != before) {
                    var open = found(SubjectAlarms.of(PATIENT, policy, NOON), before);
                    var alarm = open.open().getFirst();
                    var answered = open.acknowledge(alarm.id(), NOON, "K. Brandt", "", NOON)
                            .alarms();

                    assertThat(signal(found(answered, rising), rising) == AlarmSignal.SOUNDING)
                            .as("%s after an answered %s", rising, before)
                            .isEqualTo(!before.isGreaterThan(rising));
                    if (Shelf.mayLie(before)) {
                        var shelf = new Shelf(PATIENT, before, "K. Brandt", "Meal", NOON, minute(60));
                        assertThat(signal(found(open.shelve(shelf), rising), rising))
                                .as("%s beside a shelved %s", rising, before)
                                .isEqualTo(AlarmSignal.SOUNDING);
                    }
                }
            }
        }
    }

    // [utest->req~alarm.urgent-low~1]
    @Test
    void every_low_sounds_whatever_was_answered_or_put_aside_before() {
        for (var before : AlarmKind.values()) {
            if (before != URGENT_LOW) {
                var open = found(SubjectAlarms.of(PATIENT, policy, NOON), before);
                var answered = open.acknowledge(open.open().getFirst().id(), NOON, "K. Brandt", "", NOON)
                        .alarms();
                var quiet = Shelf.mayLie(before)
                        ? answered.shelve(new Shelf(PATIENT, before, "K. Brandt", "Meal", NOON, minute(60)))
                        : answered;
                for (var glucose = 0; glucose <= 54; glucose++) {
                    var history = GlucoseHistory.of(List.of(reading(1, glucose)));

                    assertThat(signal(quiet.judged(history, minute(1)).alarms(), URGENT_LOW))
                            .as("%d after %s", glucose, before)
                            .isEqualTo(AlarmSignal.SOUNDING);
                }
            }
        }
    }

    /**
     * Readings that come at one moment, in whatever order, are never quieter than in the order of their times: what was raised
     * on half of what is known is not ended by not knowing. Two more readings, and all have ended in the same state.
     */
    // [utest->req~alarm.late-low-is-told~1]
    @Test
    void in_whatever_order_readings_come_none_is_quieter_and_all_end_the_same() {
        var values = List.of(40, 65, 72, 90, 260);
        for (var first : values) {
            for (var second : values) {
                for (var third : values) {
                    for (var fourth : values) {
                        var inOrder = List.<Reading>of(
                                reading(0, first), reading(5, second), reading(10, third), reading(15, fourth));
                        var expected = heardLate(inOrder);
                        for (var order : permutations(inOrder)) {
                            var heard = heardLate(order);

                            assertThat(unanswered(heard)).as("%s", order).containsAll(unanswered(expected));
                            assertThat(unanswered(goneOn(heard, inOrder)))
                                    .as("%s", order)
                                    .isEqualTo(unanswered(goneOn(expected, inOrder)));
                        }
                    }
                }
            }
        }
    }

    @Test
    void the_machine_tells_of_every_kind_whether_it_latches() {
        assertThat(EnumSet.allOf(AlarmKind.class).stream().filter(AlarmKind::isLatching))
                .containsExactly(URGENT_LOW, URGENT_LOW_SOON, AGENT_LOST, NO_SCREEN, STORE_FAILING);
    }

    private static SubjectAlarms found(SubjectAlarms alarms, AlarmKind kind) {
        return alarms.found(kind, new Verdict(Finding.PRESENT, EVIDENCE), NOON).alarms();
    }

    private static AlarmSignal signal(SubjectAlarms alarms, AlarmKind kind) {
        return alarms.open().stream()
                .filter(alarm -> alarm.id().kind() == kind)
                .map(alarm -> AlarmSignal.of(alarm, SoundPause.NONE, alarms.shelves(NOON), NOON))
                .findFirst()
                .orElseThrow();
    }

    /** Told of all these at once, in this order. */
    private SubjectAlarms heardLate(List<Reading> readings) {
        var alarms = SubjectAlarms.of(PATIENT, policy, NOON);
        var heard = GlucoseHistory.empty();
        for (var reading : readings) {
            heard = heard.with(reading);
            alarms = alarms.taken(reading, heard, minute(16)).alarms();
            alarms = alarms.judged(heard, minute(16)).alarms();
        }
        return alarms;
    }

    private static SubjectAlarms goneOn(SubjectAlarms alarms, List<Reading> readings) {
        var heard = GlucoseHistory.of(readings).with(reading(20, 100));
        var next = alarms.judged(heard, minute(20)).alarms();
        return next.judged(heard.with(reading(25, 100)), minute(25)).alarms();
    }

    /** Of the alarms of how high or low glucose is, those that are open and unanswered. */
    private static Set<AlarmKind> unanswered(SubjectAlarms alarms) {
        return alarms.open().stream()
                .filter(alarm -> !alarm.state().isAnswered())
                .map(alarm -> alarm.id().kind())
                .filter(LEVELS::contains)
                .collect(Collectors.toSet());
    }

    private static <T> List<List<T>> permutations(List<T> all) {
        if (all.size() <= 1) {
            return List.of(all);
        }
        var orders = new ArrayList<List<T>>();
        for (var first : all) {
            var others = new ArrayList<>(all);
            others.remove(first);
            for (var rest : permutations(others)) {
                var order = new ArrayList<T>();
                order.add(first);
                order.addAll(rest);
                orders.add(order);
            }
        }
        return orders;
    }

    private AlarmTurn next(AlarmState state, Finding finding, AlarmKind kind, int minute) {
        var manner = new AlarmManner(kind, true, ofMinutes(5), ofMinutes(15), Ladder.NONE);
        return AlarmMachine.next(
                state,
                new Judged(finding, EVIDENCE, minute(minute), minute(minute), Nobody.yet(minute(minute))),
                manner);
    }

    private interface KindAndMinute {
        void at(AlarmKind kind, int minute);
    }

    private static void everyKindAndMinute(KindAndMinute law) {
        for (var kind : AlarmKind.values()) {
            for (var minute = 3; minute <= 40; minute++) {
                law.at(kind, minute);
            }
        }
    }

    /** Each tenth of a mg/dL that a sensor may give, at noon. */
    private static Stream<Reading> everyValue() {
        return IntStream.rangeClosed(0, 6_000).mapToObj(mgPerL -> new Measured(NOON, new Glucose(mgPerL)));
    }

    private interface Night {
        void of(List<Reading> readings);
    }

    /** Nights that wander about the limits, with gaps, LO and HI. */
    private static void everyNight(Night law) {
        for (var seed = 0; seed < 300; seed++) {
            var chance = new Random(seed);
            var glucose = 40 + chance.nextInt(80);
            var readings = new ArrayList<Reading>();
            for (var step = 0; step < 30; step++) {
                glucose = Math.clamp(glucose + chance.nextInt(31) - 15, 30, 420);
                if (chance.nextInt(8) > 0) {
                    readings.add(at(minute(step * 5), reading(0, glucose), chance));
                }
            }
            law.of(readings);
        }
    }

    private static Reading at(Instant moment, Reading reading, Random chance) {
        return chance.nextInt(25) == 0 ? new BelowRange(moment) : at(moment, reading);
    }

    private static Reading at(Instant moment, Reading reading) {
        return switch (reading) {
            case Measured(var _, var glucose) -> new Measured(moment, glucose);
            case BelowRange _ -> new BelowRange(moment);
            case AboveRange _ -> new AboveRange(moment);
        };
    }

    private Set<AlarmKind> open(List<Reading> readings) {
        return kinds(heard(readings));
    }

    private SubjectAlarms heard(List<Reading> readings) {
        var alarms = SubjectAlarms.of(PATIENT, policy, NOON);
        var heard = GlucoseHistory.empty();
        for (var reading : readings) {
            heard = heard.with(reading);
            alarms = alarms.judged(heard, reading.at()).alarms();
        }
        return alarms;
    }

    private static Set<AlarmKind> kinds(SubjectAlarms alarms) {
        return alarms.open().stream().map(alarm -> alarm.id().kind()).collect(Collectors.toSet());
    }

    private int loudnessOfLows(List<Reading> readings) {
        return heard(readings).open().stream()
                .filter(alarm -> Set.of(LOW, URGENT_LOW).contains(alarm.id().kind()))
                .mapToInt(alarm -> loudness(alarm.state()))
                .sum();
    }

    /** Not open, open and answered, open and unanswered. */
    private static int loudness(AlarmState state) {
        return switch (state) {
            case Clear _ -> 0;
            case Open open -> open.answer() instanceof Nobody ? 2 : 1;
        };
    }

    private static List<String> relative(List<AlarmChange> changes, Duration shift) {
        return changes.stream()
                .map(change -> change.at().minus(shift) + " " + change.alarm().kind() + " " + change.to() + " "
                        + change.alarm().raisedAt().minus(shift))
                .toList();
    }
}
