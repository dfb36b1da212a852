package io.vigil.agent;

import static io.vigil.agent.WholeStation.OSEI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.StatusRuntimeException;
import io.vigil.agent.storing.StoreFailed;
import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmStep;
import io.vigil.alarm.Answer.Acknowledged;
import io.vigil.alarm.OpenAlarm;
import io.vigil.contract.Telling;
import io.vigil.contract.Telling.AlarmsNow;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.Origin;
import io.vigil.glucose.Reading.Measured;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent.AlarmChanged;
import io.vigil.rule.PolicyRefused;
import io.vigil.ward.PatientId;
import io.vigil.ward.ReceivedReading;
import io.vigil.ward.Station;
import io.vigil.ward.Subject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent, whole but for its process: what comes in by its doors, and what is told. */
class RunningStationTest {

    @TempDir
    private Path data;

    private WholeStation station;
    private Instant began;

    @BeforeEach
    void start() {
        station = WholeStation.in(data);
        began = station.now();
    }

    @AfterEach
    void end() {
        station.close();
    }

    @Test
    void an_urgent_low_that_is_delivered_is_told_and_gets_a_receipt() {
        var low = station.reading(51, began);

        var receipt = station.deliver(low).join();

        assertThat(receipt.taken()).isEqualTo(1);
        assertThat(receipt.refused()).isEmpty();
        var told = station.screen().alarms("an urgent low", RunningStationTest::isUrgent);
        assertThat(told.open().getFirst().id().subject()).isEqualTo(OSEI);
        var raised = station.screen().event("the event", event -> step(event).equals(Optional.of(AlarmStep.RAISED)));
        assertThat(raised.event().subject()).isEqualTo(OSEI);
    }

    @Test
    void a_nurse_answers_it_and_the_answer_bears_her_name() {
        var urgent = urgentLow();
        station.screen().signIn("brandt", "night-4b");

        var seq = station.screen().acknowledge(urgent, "Juice given");

        var told =
                station.screen().alarms("the answer", now -> answer(now, urgent).isPresent());
        assertThat(answer(told, urgent)).hasValueSatisfying(answer -> {
            assertThat(answer.by()).isEqualTo("Katrin Brandt");
            assertThat(answer.reason()).isEqualTo("Juice given");
        });
        assertThat(events(OSEI)).extracting(NumberedEvent::seq).contains(seq);
    }

    // [utest->req~answer.repeat-is-harmless~1]
    @Test
    void the_same_answer_given_again_does_nothing_again_and_is_answered_the_same() {
        var urgent = urgentLow();
        station.screen().signIn("brandt", "night-4b");

        var first = station.screen().acknowledge("command-1", urgent, "Juice given");
        var events = events(OSEI);
        var again = station.screen().acknowledge("command-1", urgent, "Juice given");
        station.restart();
        station.screen().signIn("brandt", "night-4b");
        var afterRestart = station.screen().acknowledge("command-1", urgent, "Juice given");

        assertThat(List.of(again, afterRestart)).containsOnly(first);
        assertThat(events(OSEI)).isEqualTo(events);
    }

    @Test
    void who_answers_what_is_over_is_told_to_look_again() {
        station.screen().signIn("brandt", "night-4b");
        var gone = new AlarmId(OSEI, AlarmKind.URGENT_LOW, began);

        assertThatThrownBy(() -> station.screen().acknowledge(gone, ""))
                .isInstanceOf(StatusRuntimeException.class)
                .hasMessageContaining("This alarm is over");
    }

    // [utest->req~alarm.survives-restart~1]
    @Test
    void a_restart_keeps_the_alarm_the_answer_and_the_pause() {
        var urgent = urgentLow();
        station.screen().signIn("brandt", "night-4b");
        station.screen().acknowledge(urgent, "Juice given");
        station.screen().pauseSound();
        var before = station.screen()
                .alarms(
                        "answer and pause",
                        now -> answer(now, urgent).isPresent() && now.pause().isOn(station.now()));

        station.restart();

        var after = station.screen().alarms("the same", now -> !now.open().isEmpty());
        assertThat(after).isEqualTo(before);
        assertThat(after.pause().isOn(station.now())).isTrue();
    }

    @Test
    void an_alarm_that_nobody_answered_is_open_from_the_first_word_after_a_restart() {
        var urgent = urgentLow();

        station.restart();
        station.screen().alarms("the alarm", RunningStationTest::isUrgent);

        assertThat(station.screen().heard())
                .first()
                .isInstanceOfSatisfying(
                        Telling.Snapshot.class,
                        snapshot -> assertThat(snapshot.alarms().open())
                                .extracting(OpenAlarm::id)
                                .contains(urgent));
    }

    /** A source that had no receipt gives all again; what was answered and over must stay so. */
    // [utest->req~input.repeat-is-harmless~1]
    @Test
    void what_is_delivered_again_after_a_restart_raises_nothing_anew() {
        var night = List.of(
                station.reading(51, minutesAgo(30)),
                station.reading(62, minutesAgo(25)),
                station.reading(66, minutesAgo(20)),
                station.reading(80, minutesAgo(15)),
                station.reading(95, minutesAgo(10)));
        for (var reading : night) {
            station.deliver(reading).join();
        }
        var urgent = station.screen()
                .alarms("the urgent low, over", RunningStationTest::isUrgent)
                .open()
                .getFirst()
                .id();
        station.screen().signIn("brandt", "night-4b");
        station.screen().acknowledge(urgent, "Juice given");
        station.screen().alarms("nothing open", now -> now.open().isEmpty());
        var before = events(OSEI);

        station.restart();
        var receipt = station.deliver(night).join();
        station.deliver(station.reading(104, minutesAgo(5))).join(); // judged with all that was remembered

        assertThat(receipt.taken()).isZero();
        assertThat(receipt.repeated()).isEqualTo(night.size());
        assertThat(events(OSEI)).isEqualTo(before);
    }

    // [utest->req~input.refused-with-reason~1]
    @Test
    void what_cannot_be_a_reading_is_refused_and_the_rest_of_the_delivery_taken() {
        var good = station.reading(101, minutesAgo(5));
        var nothing = station.reading(0, minutesAgo(4));
        var tooMuch = station.reading(800, minutesAgo(3));
        var tomorrow = station.reading(100, began.plus(Duration.ofDays(1)));
        var stranger = new ReceivedReading(
                new PatientId("p-99"), good.id(), good.reading(), Origin.LIVE, 60, began, Duration.ZERO);
        var urgent = station.reading(51, began);

        var receipt = station.deliver(nothing, good, tooMuch, tomorrow, stranger, urgent)
                .join();

        assertThat(receipt.taken()).isEqualTo(2);
        assertThat(receipt.refused())
                .satisfiesExactlyInAnyOrder(
                        zero -> assertThat(zero).contains("0 mg/dL is nothing a sensor measures"),
                        much -> assertThat(much).contains("800 mg/dL is nothing a sensor measures"),
                        late -> assertThat(late).contains("lies in the future"),
                        who -> assertThat(who).contains("there is no such patient"));
        station.screen().alarms("the urgent low beside them", RunningStationTest::isUrgent);
    }

    // [utest->req~input.past-raises-nothing~1]
    @Test
    void lows_that_are_imported_from_the_past_are_kept_and_raise_nothing() {
        station.deliver(station.reading(104, minutesAgo(1))).join();

        var receipt = station.deliver(
                        imported(45, minutesAgo(180)), imported(41, minutesAgo(175)), imported(44, minutesAgo(170)))
                .join();
        station.deliver(station.reading(102, began)).join(); // judged with all that is known by now

        assertThat(receipt.taken()).isEqualTo(3);
        assertThat(events(OSEI)).noneMatch(event -> event.event() instanceof AlarmChanged);
        assertThat(station.screen().heard())
                .extracting(telling -> telling instanceof AlarmsNow now ? now.open() : List.of())
                .containsOnly(List.of());
    }

    @Test
    void events_are_numbered_without_a_hole_through_restarts() {
        urgentLow();
        station.restart();
        station.screen().signIn("brandt", "night-4b");
        station.restart();
        station.screen().pauseSound();

        var subjects = Stream.of(OSEI, Station.THIS);
        var seqs = subjects.flatMap(subject -> events(subject).stream())
                .map(NumberedEvent::seq)
                .sorted()
                .toList();

        assertThat(seqs)
                .isEqualTo(LongStream.rangeClosed(1, seqs.size()).boxed().toList());
    }

    // [utest->req~store.one-program-at-a-time~1]
    @Test
    void a_second_agent_on_the_same_folder_is_refused_in_a_sentence() {
        assertThatThrownBy(() -> RunningStation.start(data, AgentSettings.standard(), () -> began))
                .isInstanceOf(StoreFailed.class)
                .hasMessageMatching("(?s).*[.]");

        station.deliver(station.reading(100, began)).join(); // the first runs on
    }

    // [utest->req~alarm.limits-have-floors~1]
    @Test
    void settings_that_would_switch_an_urgent_low_off_stop_the_start(@TempDir Path elsewhere) {
        var settings = AgentSettings.read(Map.of("alarm.urgent-low.at-or-below", "40 mg/dL"), "these tests");

        assertThatThrownBy(() -> RunningStation.start(elsewhere, settings, () -> began))
                .isInstanceOf(PolicyRefused.class);
        assertThat(elsewhere).isEmptyDirectory();
    }

    // The language of these stories.

    private AlarmId urgentLow() {
        station.deliver(station.reading(51, began)).join();
        return station.screen()
                .alarms("an urgent low", RunningStationTest::isUrgent)
                .open()
                .getFirst()
                .id();
    }

    private static boolean isUrgent(AlarmsNow now) {
        return now.open().stream().anyMatch(alarm -> alarm.id().kind() == AlarmKind.URGENT_LOW);
    }

    private static Optional<Acknowledged> answer(AlarmsNow now, AlarmId alarm) {
        return now.open().stream()
                .filter(open -> open.id().equals(alarm) && open.state().answer() instanceof Acknowledged)
                .map(open -> (Acknowledged) open.state().answer())
                .findFirst();
    }

    private static Optional<AlarmStep> step(NumberedEvent event) {
        return event.event() instanceof AlarmChanged(var change) ? Optional.of(change.to()) : Optional.empty();
    }

    private List<NumberedEvent> events(Subject subject) {
        return station.screen().events(subject, Instant.EPOCH, began.plus(Duration.ofDays(1)));
    }

    private Instant minutesAgo(int minutes) {
        return began.minus(Duration.ofMinutes(minutes));
    }

    private static ReceivedReading imported(double mgPerDl, Instant at) {
        return WholeStation.reading(new Measured(at, Glucose.mgPerDl(mgPerDl)), Origin.IMPORTED);
    }
}
