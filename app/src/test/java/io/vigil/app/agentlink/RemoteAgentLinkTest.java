package io.vigil.app.agentlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigil.alarm.AlarmId;
import io.vigil.alarm.Answer;
import io.vigil.alarm.DrawnAlarm;
import io.vigil.app.agentlink.StationView.Contact;
import io.vigil.contract.StationPass;
import io.vigil.glucose.KeptReading;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The link over a real wire: TLS on 127.0.0.1, to an agent that can be killed. */
class RemoteAgentLinkTest extends AgentLinkContract {

    /** What the app promises a person, and a little for a machine that has much to do. */
    private static final Duration TOLD_WITHIN = Duration.ofMillis(3_500);

    private static final Duration SOON = Duration.ofSeconds(2);

    @TempDir
    private Path data;

    private ScriptedAgent agent;
    private RemoteAgentLink link;

    @BeforeEach
    void open() {
        agent = new ScriptedAgent(data, MARGARET, NURSE, PASSWORD).start();
        link = RemoteAgentLink.open(StationPass.in(data), Runnable::run, () -> NIGHT);
    }

    @AfterEach
    void stopAgent() {
        agent.close();
    }

    @Override
    AgentLink link() {
        return link;
    }

    @Override
    void reads(KeptReading reading) {
        agent.reads(reading);
    }

    @Override
    AlarmId raisesUrgentLow() {
        return agent.raisesUrgentLow();
    }

    @Test
    void is_not_yet_in_contact_until_there_is_an_agent(@TempDir Path elsewhere) {
        var views = new LinkedBlockingQueue<StationView>();
        try (var early = RemoteAgentLink.open(StationPass.in(elsewhere), Runnable::run, () -> NIGHT);
                var late = new ScriptedAgent(elsewhere, MARGARET, NURSE, PASSWORD)) {
            early.onChange(views::add);
            assertThat(taken(views).contact()).isEqualTo(new Contact.NotYet(NIGHT));

            late.start();

            assertThat(nextIn(views, Contact.InContact.class).patients()).hasSize(1);
        }
    }

    // [utest->req~link.pinned~1]
    @Test
    void trusts_no_certificate_but_the_one_in_the_pass(@TempDir Path elsewhere) {
        var views = new LinkedBlockingQueue<StationView>();
        try (var impostor = new ScriptedAgent(elsewhere, MARGARET, NURSE, PASSWORD).startAsImpostor();
                var wary = RemoteAgentLink.open(StationPass.in(elsewhere), Runnable::run, () -> NIGHT, SOON)) {
            wary.onChange(views::add);
            assertThat(refusal(wary.signIn("mk", PASSWORD))).isInstanceOf(NoContact.class);

            assertThat(views).allSatisfy(view -> assertThat(view.contact()).isInstanceOf(Contact.NotYet.class));
            impostor.kill();
            impostor.start();

            assertThat(nextIn(views, Contact.InContact.class).patients()).hasSize(1);
        }
    }

    // [utest->req~alarm.answer-is-seen-everywhere~1]
    @Test
    void an_answer_given_at_one_screen_is_seen_at_the_other_and_signs_nobody_in_there() {
        listen();
        var alarm = raisesUrgentLow();
        var seen = next(view -> !view.alarms().isEmpty()).alarms().getFirst();
        assertThat(seen.id()).isEqualTo(alarm);
        var elsewhere = new LinkedBlockingQueue<StationView>();
        try (var other = RemoteAgentLink.open(StationPass.in(data), Runnable::run, () -> NIGHT)) {
            other.onChange(elsewhere::add);
            answer(link().signIn("mk", PASSWORD));

            answer(link().acknowledge(seen, "Juice given"));

            var told = nextAmong(
                    elsewhere,
                    view -> view.alarms().stream()
                            .anyMatch(open -> open.state().answer() instanceof Answer.Acknowledged));
            assertThat(told.alarms()).singleElement().satisfies(open -> {
                assertThat(open.id()).isEqualTo(alarm);
                assertThat(((Answer.Acknowledged) open.state().answer()).by()).isEqualTo(NURSE.name());
            });
            assertThat(told.signedIn()).isEmpty();
        }
    }

    // [utest->req~link.nothing-missed~1]
    @Test
    void a_killed_agent_is_lost_at_once_and_comes_back_on_another_port_with_no_event_missed_and_none_told_twice() {
        var heard = hearEvents();
        listen();
        happen(1, 5);
        assertThat(taken(heard, 5))
                .isEqualTo(LongStream.rangeClosed(1, 5).boxed().toList());

        var killedAt = System.nanoTime();
        agent.kill();
        next(view -> view.contact() instanceof Contact.Lost);
        assertThat(Duration.ofNanos(System.nanoTime() - killedAt)).isLessThan(TOLD_WITHIN);
        happen(6, 1_000);
        agent.start();
        next(view -> view.contact() instanceof Contact.InContact);
        happen(1_001, 1_003);

        assertThat(taken(heard, 998))
                .isEqualTo(LongStream.rangeClosed(6, 1_003).boxed().toList());
        assertThat(heard).isEmpty();
    }

    // [utest->req~link.agent-lost-is-shown~1]
    @Test
    void a_silent_agent_is_lost_within_three_seconds_of_its_last_beat() {
        listen();
        var last = next(view -> view.health().beatAt().isAfter(NIGHT));
        agent.fallsSilent();
        var silentAt = System.nanoTime();

        var lost = next(view -> view.contact() instanceof Contact.Lost);

        assertThat(Duration.ofNanos(System.nanoTime() - silentAt)).isLessThan(TOLD_WITHIN);
        assertThat(lost.patients()).isEqualTo(last.patients());
    }

    @Test
    void counts_its_tries_while_the_agent_is_gone() {
        listen();
        agent.kill();

        var lost = next(view -> view.contact() instanceof Contact.Lost(var _, var tries) && tries >= 2);

        assertThat(((Contact.Lost) lost.contact()).since()).isAfterOrEqualTo(NIGHT);
    }

    @Test
    void a_station_with_a_new_store_is_followed_from_its_own_beginning() {
        var heard = hearEvents();
        listen();
        happen(1, 5);
        taken(heard, 5);
        agent.kill();
        next(view -> view.contact() instanceof Contact.Lost);
        agent.forgetsEverything();
        agent.happens(new WardEvent.Refused("new", "1"));
        agent.start();
        next(view -> view.contact() instanceof Contact.InContact);

        agent.happens(new WardEvent.Refused("new", "2"));

        assertThat(taken(heard).event()).isEqualTo(new WardEvent.Refused("new", "2"));
    }

    // [utest->req~answer.repeat-is-harmless~1]
    @Test
    void a_command_whose_answer_was_cut_off_is_given_again_and_done_once() {
        listen();
        var alarm = raisesUrgentLow();
        answer(link.signIn("mk", PASSWORD));
        agent.swallowsTheNextAnswer();

        answer(link.acknowledge(asRaised(alarm), "Juice given"));

        assertThat(agent.journal())
                .extracting(NumberedEvent::event)
                .filteredOn(event -> event.toString().contains("ACKNOWLEDGED"))
                .hasSize(1);
    }

    @Test
    void what_the_station_itself_cannot_do_now_reaches_the_person_in_its_own_words() {
        listen();
        var alarm = raisesUrgentLow();
        answer(link.signIn("mk", PASSWORD));
        agent.cannotDoTheNext("The store could not write: nothing was kept. Call a technician.");

        assertThat(refusal(link.acknowledge(asRaised(alarm), "Juice given")))
                .isInstanceOf(CommandRefused.class)
                .hasMessage("The store could not write: nothing was kept. Call a technician.");

        answer(link.acknowledge(asRaised(alarm), "Juice given"));
    }

    // [utest->req~link.nothing-missed~1]
    @Test
    void a_station_that_beats_and_tells_no_more_is_lost_and_called_anew_and_nothing_is_missed() {
        var heard = hearEvents();
        listen();
        happen(1, 2);
        taken(heard, 2);

        agent.stopsTelling();
        happen(3, 4);

        next(view -> view.contact() instanceof Contact.Lost);
        next(view -> view.contact() instanceof Contact.InContact);
        assertThat(taken(heard, 2)).containsExactly(3L, 4L);
        assertThat(heard).isEmpty();
    }

    @Test
    void why_the_station_is_not_reached_is_logged_once_for_each_reason(@TempDir Path elsewhere) {
        var lines = new LinkedBlockingQueue<String>();
        var log = Logger.getLogger(AgentContact.class.getName());
        var listening = new Lines(lines);
        log.addHandler(listening);
        try (var impostor = new ScriptedAgent(elsewhere, MARGARET, NURSE, PASSWORD);
                var wary = RemoteAgentLink.open(StationPass.in(elsewhere), Runnable::run, () -> NIGHT)) {
            assertThat(taken(lines)).contains("not reached", "pass cannot be read");

            impostor.startAsImpostor();

            assertThat(taken(lines))
                    .contains("not reached", "This is not the station's certificate")
                    .doesNotContain("\n");
            assertThat(refusal(wary.pauseSound())).isInstanceOf(NoContact.class); // and many tries later
            assertThat(lines).filteredOn(line -> line.contains("certificate")).isEmpty();
        } finally {
            log.removeHandler(listening);
        }
    }

    /** Hears what is logged as a warning. */
    private static final class Lines extends Handler {
        private final BlockingQueue<String> lines;

        private Lines(BlockingQueue<String> lines) {
            this.lines = lines;
        }

        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().equals(Level.WARNING)) {
                lines.add(line.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void a_command_given_while_the_agent_restarts_is_done_when_it_is_back() {
        listen();
        agent.kill();
        next(view -> view.contact() instanceof Contact.Lost);

        var paused = link.pauseSound();
        agent.start();

        answer(paused);
        next(AgentLinkContract::isPaused);
    }

    @Test
    void whoever_was_signed_in_is_so_no_more_when_the_agent_has_started_anew() {
        listen();
        var alarm = raisesUrgentLow();
        answer(link.signIn("mk", PASSWORD));
        next(view -> view.signedIn().isPresent());
        agent.kill();
        agent.start();

        next(view ->
                view.contact() instanceof Contact.InContact && view.signedIn().isEmpty());
        assertThat(refusal(link.acknowledge(asRaised(alarm), "")))
                .isInstanceOf(CommandRefused.class)
                .hasMessageContaining("Sign in first");
    }

    @Test
    void who_gets_no_answer_is_told_so_in_a_sentence(@TempDir Path elsewhere) {
        try (var alone = RemoteAgentLink.open(StationPass.in(elsewhere), Runnable::run, () -> NIGHT, SOON)) {
            assertThat(refusal(alone.pauseSound()))
                    .isInstanceOf(NoContact.class)
                    .hasMessageContaining("does not answer");
        }
    }

    @Test
    void follows_the_stations_clock() {
        listen();
        next(view -> view.health().beatAt().isAfter(NIGHT.plusSeconds(120)));

        assertThat(link.clock().instant()).isCloseTo(agent.now(), within(10, ChronoUnit.SECONDS));
    }

    @Test
    void tells_the_agent_what_it_shows() {
        listen();
        var alarm = raisesUrgentLow();

        var drawn = new DrawnAlarm(alarm, NIGHT, true);
        link.shown(Set.of(drawn), true);

        var beat = taken(agent.screens());
        while (!beat.hasSound()) {
            beat = taken(agent.screens());
        }
        assertThat(beat.drawn()).containsExactly(drawn);
    }

    private BlockingQueue<NumberedEvent> hearEvents() {
        var heard = new LinkedBlockingQueue<NumberedEvent>();
        link.onEvent(heard::add);
        return heard;
    }

    private void happen(int first, int last) {
        for (var number = first; number <= last; number++) {
            agent.happens(new WardEvent.Refused("event", "number " + number));
        }
    }

    private static List<Long> taken(BlockingQueue<NumberedEvent> queue, int count) {
        var numbers = new ArrayList<Long>();
        while (numbers.size() < count) {
            numbers.add(taken(queue).seq());
        }
        return numbers;
    }

    private static StationView nextIn(BlockingQueue<StationView> views, Class<? extends Contact> contact) {
        return nextAmong(views, view -> contact.isInstance(view.contact()));
    }

    private static StationView nextAmong(BlockingQueue<StationView> views, Predicate<StationView> isSought) {
        var view = taken(views);
        while (!isSought.test(view)) {
            view = taken(views);
        }
        return view;
    }
}
