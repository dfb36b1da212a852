package io.vigil.app.agentlink;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmState;
import io.vigil.alarm.Answer;
import io.vigil.alarm.Condition;
import io.vigil.alarm.Evidence;
import io.vigil.alarm.OpenAlarm;
import io.vigil.app.agentlink.StationView.Contact;
import io.vigil.app.agentlink.StationView.PatientView;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.KeptReading;
import io.vigil.glucose.Origin;
import io.vigil.glucose.Reading;
import io.vigil.ward.Patient;
import io.vigil.ward.PatientId;
import io.vigil.ward.Person;
import io.vigil.ward.Role;
import io.vigil.ward.Station;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every link to an agent promises: the one without a wire and the real one alike. */
abstract class AgentLinkContract {

    static final Instant NIGHT = Instant.parse("2026-03-29T02:00:00Z");
    static final PatientId OSEI = new PatientId("bed-07");
    static final Patient MARGARET =
            new Patient(OSEI, "Bed 07", "Osei, Margaret", LocalDate.of(1958, 3, 14), "4711", "Type 1");
    static final Person NURSE = new Person("mk", "M. Keller", Role.NURSE);
    static final String PASSWORD = "correct horse";

    private final BlockingQueue<StationView> views = new LinkedBlockingQueue<>();

    /** The link under test, to a station where Margaret Osei lies, her nurse is known, and nothing was read yet. */
    abstract AgentLink link();

    abstract void reads(KeptReading reading);

    /** Raises an urgent low of hers. */
    abstract AlarmId raisesUrgentLow();

    /** As somebody sees it who has looked since it was raised. */
    static OpenAlarm asRaised(AlarmId alarm) {
        var evidence = new Evidence.ByReading(measured(0, 51).reading());
        var at = alarm.raisedAt();
        return new OpenAlarm(
                alarm, new AlarmState.Open(at, at, new Condition.Present(), evidence, Answer.Nobody.yet(at)), 54);
    }

    @AfterEach
    void close() {
        link().close();
    }

    @Test
    void tells_a_new_listener_at_once_how_things_stand() {
        listen();
        reads(measured(0, 91));

        assertThat(next(view -> !recent(view).isEmpty()).patients())
                .singleElement()
                .satisfies(patient -> assertThat(patient.patient()).isEqualTo(MARGARET))
                .satisfies(patient -> assertThat(patient.recent().readings())
                        .containsExactly(measured(0, 91).reading()));
        var late = new ArrayBlockingQueue<StationView>(1);
        link().onChange(late::offer);
        assertThat(taken(late).patients()).hasSize(1);
    }

    @Test
    void tells_nothing_more_to_one_who_listens_no_more() {
        var heard = new LinkedBlockingQueue<StationView>();
        var subscription = link().onChange(heard::add);
        taken(heard);
        subscription.close();
        heard.clear();

        listen();
        reads(measured(0, 91));
        next(view -> !recent(view).isEmpty());

        assertThat(heard).isEmpty();
    }

    @Test
    void hands_out_the_readings_of_a_span_without_its_end() {
        listen();
        for (var minute = 0; minute <= 20; minute += 5) {
            reads(measured(minute, 100 + minute));
        }
        next(view ->
                view.patients().stream().anyMatch(p -> p.recent().readings().size() == 5));

        var span = answer(link().readings(OSEI, NIGHT.plus(Duration.ofMinutes(5)), NIGHT.plus(Duration.ofMinutes(15))));

        assertThat(span).containsExactly(measured(5, 105), measured(10, 110));
    }

    @Test
    void an_answer_to_an_alarm_needs_a_name() {
        listen();
        var alarm = raisesUrgentLow();
        next(AgentLinkContract::hasAlarm);

        assertThat(refusal(link().acknowledge(asRaised(alarm), "")))
                .isInstanceOf(CommandRefused.class)
                .hasMessageContaining("Sign in first");
    }

    @Test
    void a_wrong_password_is_refused_with_a_sentence() {
        assertThat(refusal(link().signIn("mk", "wrong")))
                .isInstanceOf(CommandRefused.class)
                .hasMessageEndingWith(".")
                .hasMessageContaining("do not belong together");
    }

    @Test
    void a_nurse_signs_in_answers_and_signs_out() {
        listen();
        var alarm = raisesUrgentLow();
        next(AgentLinkContract::hasAlarm);

        assertThat(answer(link().signIn("mk", PASSWORD))).isEqualTo(NURSE);
        next(view -> view.signedIn().filter(NURSE::equals).isPresent());
        answer(link().acknowledge(asRaised(alarm), "Juice given"));

        var answered = next(
                view -> view.alarms().stream().anyMatch(open -> open.state().answer() instanceof Answer.Acknowledged));
        assertThat(answered.alarms()).singleElement().extracting(OpenAlarm::id).isEqualTo(alarm);
        answer(link().signOut());
        next(view -> view.signedIn().isEmpty());
    }

    @Test
    void the_sound_is_paused_by_nobody_in_particular() {
        listen();

        answer(link().pauseSound());

        assertThat(next(AgentLinkContract::isPaused).pause().by()).isNotBlank();
    }

    @Test
    void an_answer_stands_in_the_events_of_the_patient() {
        listen();
        var alarm = raisesUrgentLow();
        next(AgentLinkContract::hasAlarm);
        answer(link().signIn("mk", PASSWORD));
        answer(link().acknowledge(asRaised(alarm), "Juice given"));

        var events = answer(link().events(OSEI, NIGHT.minus(Duration.ofDays(1)), NIGHT.plus(Duration.ofDays(1))));

        assertThat(events).hasSizeGreaterThanOrEqualTo(2).isSortedAccordingTo((a, b) -> Long.compare(a.seq(), b.seq()));
    }

    @Test
    void the_events_of_everybody_hold_those_of_the_station_and_of_each_patient() {
        listen();
        var alarm = raisesUrgentLow();
        next(AgentLinkContract::hasAlarm);
        answer(link().pauseSound());

        var events = answer(link().events(NIGHT.minus(Duration.ofDays(1)), NIGHT.plus(Duration.ofDays(1))));

        assertThat(events).extracting(event -> event.event().subject()).contains(alarm.subject(), Station.THIS);
        assertThat(answer(link().events(NIGHT.minus(Duration.ofDays(2)), NIGHT.minus(Duration.ofDays(1)))))
                .isEmpty();
    }

    // [utest->req~alarm.log-capacity~1]
    @Test
    void the_log_says_what_it_holds() {
        listen();
        raisesUrgentLow();
        next(AgentLinkContract::hasAlarm);

        var capacity = answer(link().logCapacity());

        assertThat(capacity.kept()).isPositive();
        assertThat(capacity.more()).isPositive();
    }

    final void listen() {
        link().onChange(views::add);
        next(view -> view.contact() instanceof Contact.InContact);
    }

    /** The next view of that kind. */
    final StationView next(Predicate<StationView> isSought) {
        for (var view = taken(views); ; view = taken(views)) {
            if (isSought.test(view)) {
                return view;
            }
        }
    }

    static <T> T taken(BlockingQueue<T> queue) {
        try {
            return Optional.ofNullable(queue.poll(30, SECONDS))
                    .orElseThrow(() -> new AssertionError("Nothing was told for half a minute"));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static <T> T answer(CompletableFuture<T> future) {
        return future.orTimeout(30, SECONDS).join();
    }

    /** Why a command was not done, as somebody who waits on the future hears it. */
    static Throwable refusal(CompletableFuture<?> future) {
        try {
            var value = future.get(30, SECONDS);
            throw new AssertionError("It was done: " + value);
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    static KeptReading measured(int minute, int mgPerDl) {
        return new KeptReading(
                new Reading.Measured(NIGHT.plus(Duration.ofMinutes(minute)), Glucose.mgPerDl(mgPerDl)), Origin.LIVE);
    }

    static Set<Reading> recent(StationView view) {
        return view.patients().stream()
                .map(PatientView::recent)
                .flatMap(history -> history.readings().stream())
                .collect(toSet());
    }

    static boolean isPaused(StationView view) {
        return view.pause().until().isAfter(NIGHT);
    }

    private static boolean hasAlarm(StationView view) {
        return !view.alarms().isEmpty();
    }
}
