package io.vigil.agent;

import static io.vigil.agent.WholeStation.OSEI;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.StatusRuntimeException;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmStep;
import io.vigil.alarm.DrawnAlarm;
import io.vigil.alarm.Evidence.ByAmount;
import io.vigil.alarm.Evidence.ByReading;
import io.vigil.alarm.OpenAlarm;
import io.vigil.alarm.SelfTest;
import io.vigil.contract.Telling.AlarmsNow;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent;
import io.vigil.journal.WardEvent.AlarmShown;
import io.vigil.ward.SensorReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole agent, and what it finds of itself: screens, sound, its own absence, its clock, and the way of the alarms. */
class StationWatchesItselfTest {

    @TempDir
    private Path data;

    private Optional<WholeStation> opened = Optional.empty();

    @AfterEach
    void end() {
        opened.ifPresent(WholeStation::close);
    }

    // [utest->req~alarm.no-screen~1]
    @Test
    void nobody_watches_and_it_is_an_alarm_until_somebody_does() {
        var station = station(Map.of());
        station.passes(ofSeconds(30));

        station.screen().alarms("no screen", now -> has(now, AlarmKind.NO_SCREEN));
        try (var _ = station.screen().watches(true)) {
            station.screen().event("somebody watches", event -> is(event, AlarmKind.NO_SCREEN, AlarmStep.RECOVERED));
        }
    }

    // [utest->req~alarm.no-sound~1]
    @Test
    void a_screen_without_sound_is_told() {
        var station = station(Map.of());
        try (var _ = station.screen().watches(false)) {
            waitsUntilWatched(station);
            station.passes(ofSeconds(10));

            station.screen().alarms("no sound", now -> has(now, AlarmKind.NO_SOUND));
        }
    }

    // [utest->req~alarm.agent-lost~1]
    @Test
    void an_agent_that_ended_without_a_word_says_when_it_is_back() {
        var station = station(Map.of());
        station.end();
        station.forgetsThatItEnded();
        station.startAgain();

        station.screen().alarms("agent lost", now -> has(now, AlarmKind.AGENT_LOST));
    }

    // [utest->req~alarm.agent-lost~1]
    @Test
    void an_agent_that_ended_in_order_and_is_back_at_once_was_not_lost() {
        var station = station(Map.of());
        station.restart();
        station.deliver(station.reading(51, station.now())).join();

        var told = station.screen().alarms("the low", now -> has(now, AlarmKind.URGENT_LOW));
        assertThat(has(told, AlarmKind.AGENT_LOST)).isFalse();
    }

    // [utest->req~alarm.agent-lost~1]
    @Test
    void an_agent_that_was_away_for_a_minute_says_so_however_it_ended() {
        var station = station(Map.of());
        station.end();
        station.passes(ofSeconds(60));
        station.startAgain();

        station.screen().alarms("agent lost", now -> has(now, AlarmKind.AGENT_LOST));
    }

    // [utest->req~alarm.clock-jumped~1]
    @Test
    void a_clock_that_is_set_an_hour_or_a_year_forward_or_back_is_told_and_followed_and_no_low_is_missed() {
        var station = station(Map.of());
        var glucose = 52;
        for (var jump : List.of(ofHours(1), ofHours(-1), Duration.ofDays(365), Duration.ofDays(-730))) {
            var before = station.now();
            station.wallJumps(jump);
            station.screen()
                    .alarms(
                            "the jump of " + jump,
                            now -> now.open().stream()
                                    .anyMatch(alarm -> alarm.id().kind() == AlarmKind.CLOCK_JUMPED
                                            && alarm.state().worst() instanceof ByAmount(var seconds)
                                            && Math.abs(seconds - jump.toSeconds()) <= 5));
            assertThat(Duration.between(before.plus(jump), station.now())).isBetween(ofSeconds(-5), ofMinutes(2));

            glucose--;
            var low = station.reading(glucose, station.now());
            station.deliver(low).join();
            station.screen()
                    .alarms(
                            "an urgent low after " + jump,
                            now -> now.open().stream()
                                    .anyMatch(alarm -> alarm.id().kind() == AlarmKind.URGENT_LOW
                                            && alarm.state().worst().equals(new ByReading(low.reading()))));
        }
    }

    // [utest->req~alarm.model-missing~1]
    @Test
    void a_model_that_is_not_there_is_told() {
        var station = station(Map.of("forecast.model", "night-7"));

        var told = station.screen().alarms("model missing", now -> has(now, AlarmKind.MODEL_MISSING));
        assertThat(told.open()).extracting(alarm -> alarm.id().kind()).contains(AlarmKind.MODEL_MISSING);
    }

    // [utest->req~alarm.shown-is-proved~1]
    @Test
    void the_first_time_that_a_screen_draws_an_alarm_is_kept_and_that_it_was_heard() {
        var station = station(Map.of());
        try (var watching = station.screen().watches(true)) {
            station.deliver(station.reading(51, station.now())).join();
            var urgent = open(
                    station.screen().alarms("an urgent low", now -> has(now, AlarmKind.URGENT_LOW)),
                    AlarmKind.URGENT_LOW);
            var sounding = urgent.state().announcedAt();

            watching.draws(new DrawnAlarm(urgent.id(), sounding.minusSeconds(1), false)); // an older sounding
            watching.draws(new DrawnAlarm(urgent.id(), sounding, false));
            station.screen().event("drawn", event -> shown(event, false));
            watching.draws(new DrawnAlarm(urgent.id(), sounding, true));
            station.screen().event("heard", event -> shown(event, true));

            assertThat(shownEvents(station))
                    .containsExactly(
                            new AlarmShown(
                                    urgent.id(), sounding, station.screen().name(), false),
                            new AlarmShown(
                                    urgent.id(), sounding, station.screen().name(), true));
        }
    }

    // [utest->req~alarm.self-test~1]
    @Test
    void a_test_that_somebody_asks_for_is_shown_heard_and_confirmed() {
        var station = station(Map.of());
        try (var _ = station.screen().watches(true)) {
            waitsUntilWatched(station);

            var begunUnder = station.screen().asksForATest();
            var test = station.screen().test();
            assertThat(station.screen().confirms(test, true)).isEqualTo(begunUnder);

            var result = result(station);
            assertThat(result.passed()).isTrue();
            assertThat(result.confirmed())
                    .singleElement()
                    .satisfies(seen -> assertThat(seen.heard()).isTrue());
        }
    }

    // [utest->req~alarm.self-test~1]
    // [utest->req~alarm.self-test-failed~1]
    @Test
    void a_test_that_no_screen_confirms_fails_and_is_an_alarm_through_a_restart() {
        var station = station(Map.of());
        try (var _ = station.screen().watches(true)) {
            waitsUntilWatched(station);
            station.screen().asksForATest();
            station.screen().test();
            station.passes(SelfTest.ANSWERED_WITHIN);

            assertThat(result(station).failure()).startsWith("No screen showed");
            station.screen().alarms("the failed test", now -> has(now, AlarmKind.SELF_TEST_FAILED));
        }

        station.restart();

        station.screen().alarms("the failed test", now -> has(now, AlarmKind.SELF_TEST_FAILED));
    }

    /** It is three o'clock in the night, on a ward whose shift begins five minutes later. */
    // [utest->req~alarm.self-test~1]
    @Test
    void a_planned_test_comes_when_its_hour_does() {
        var station = station(Map.of("self-test.shifts", "03:05,15:00", "station.zone", "UTC"));
        try (var _ = station.screen().watches(true)) {
            waitsUntilWatched(station);
            station.passes(ofMinutes(5));

            assertThat(station.screen().test().by()).isEqualTo("planned");
        }
    }

    // [utest->req~alarm.shelving-by-a-person~1]
    @Test
    void a_nurse_puts_an_alarm_aside_and_takes_it_back_through_a_restart() {
        var station = station(Map.of());
        station.screen().signIn("brandt", "night-4b");
        var until = station.now().plus(ofHours(2));

        var seq = station.screen().shelve("command-1", OSEI, AlarmKind.HIGH, until, "Meal at six");
        station.screen().alarms("the shelf", now -> !now.shelves().isEmpty());
        assertThat(station.screen().shelve("command-1", OSEI, AlarmKind.HIGH, until, "Meal at six"))
                .isEqualTo(seq);

        station.restart();
        var after = station.screen().alarms("the shelf", now -> !now.shelves().isEmpty());
        assertThat(after.shelves()).singleElement().satisfies(shelf -> {
            assertThat(shelf.kind()).isEqualTo(AlarmKind.HIGH);
            assertThat(shelf.by()).isEqualTo("Katrin Brandt");
            assertThat(shelf.reason()).isEqualTo("Meal at six");
        });

        station.screen().signIn("brandt", "night-4b");
        station.screen().unshelve("command-2", OSEI, AlarmKind.HIGH, "Insulin adjusted");
        station.screen().alarms("nothing put aside", now -> now.shelves().isEmpty());
    }

    // [utest->req~alarm.shelving-by-a-person~1]
    @Test
    void what_is_never_put_aside_is_refused_with_one_sentence() {
        var station = station(Map.of());
        station.screen().signIn("brandt", "night-4b");
        var until = station.now().plus(ofHours(2));

        assertThatThrownBy(() -> station.screen().shelve("command-1", OSEI, AlarmKind.URGENT_LOW, until, "Nap"))
                .isInstanceOf(StatusRuntimeException.class)
                .hasMessageContaining("is never put aside: answer it.");
        assertThatThrownBy(() -> station.screen().shelve("command-2", OSEI, AlarmKind.HIGH, until, " "))
                .hasMessageContaining("Say why");
        assertThatThrownBy(() ->
                        station.screen().shelve("command-3", OSEI, AlarmKind.HIGH, until.plus(ofHours(12)), "Nap"))
                .hasMessageContaining("at most 8 hours");
        assertThatThrownBy(() -> station.screen().unshelve("command-4", OSEI, AlarmKind.HIGH, ""))
                .hasMessageContaining("does not lie on a shelf");
    }

    // [utest->req~sensor.reports-are-kept~1]
    @Test
    void what_a_sensor_says_of_itself_is_kept_once_and_refused_of_a_stranger() {
        var station = station(Map.of());
        var fault =
                new SensorReport(OSEI, "sensor", "s-1", station.now(), new SensorReport.Fact.Faulty("Sensor error 9"));

        station.deliver(fault).join();
        station.deliver(fault).join();
        station.restart();
        var receipt = station.deliver(new SensorReport(
                        new io.vigil.ward.PatientId("p-99"), "sensor", "s-1", station.now(), fault.fact()))
                .join();

        assertThat(events(station))
                .filteredOn(event -> event.event() instanceof WardEvent.SensorReported)
                .singleElement()
                .satisfies(event -> assertThat(event.event()).isEqualTo(new WardEvent.SensorReported(fault)));
        assertThat(receipt.refused()).singleElement().asString().contains("there is no such patient");
    }

    // The language of these stories.

    private WholeStation station(Map<String, String> settings) {
        var station = WholeStation.in(data, settings);
        opened = Optional.of(station);
        return station;
    }

    /** A beat of the agent answers the screen's first. */
    private static void waitsUntilWatched(WholeStation station) {
        station.screen().waitsForBeats(3);
    }

    private static SelfTest.Result result(WholeStation station) {
        var ended = station.screen()
                .event("the end of the test", event -> event.event() instanceof WardEvent.SelfTestEnded);
        return ((WardEvent.SelfTestEnded) ended.event()).result();
    }

    private static List<NumberedEvent> events(WholeStation station) {
        return station.screen().events(OSEI, Instant.EPOCH, station.now().plus(ofHours(1)));
    }

    private static List<AlarmShown> shownEvents(WholeStation station) {
        return events(station).stream()
                .flatMap(event -> event.event() instanceof AlarmShown shown
                                && shown.alarm().kind() == AlarmKind.URGENT_LOW
                        ? java.util.stream.Stream.of(shown)
                        : java.util.stream.Stream.<AlarmShown>of())
                .toList();
    }

    private static boolean shown(NumberedEvent event, boolean heard) {
        return event.event() instanceof AlarmShown shown
                && shown.alarm().kind() == AlarmKind.URGENT_LOW
                && shown.heard() == heard;
    }

    private static boolean is(NumberedEvent event, AlarmKind kind, AlarmStep step) {
        return event.event() instanceof WardEvent.AlarmChanged(var change)
                && change.alarm().kind() == kind
                && change.to() == step;
    }

    private static OpenAlarm open(AlarmsNow now, AlarmKind kind) {
        return now.open().stream()
                .filter(alarm -> alarm.id().kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static boolean has(AlarmsNow now, AlarmKind kind) {
        return now.open().stream().anyMatch(alarm -> alarm.id().kind() == kind);
    }
}
