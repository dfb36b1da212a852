package io.vigil.app.agentlink;

import io.vigil.alarm.AlarmId;
import io.vigil.alarm.OpenAlarm;
import io.vigil.glucose.KeptReading;
import io.vigil.journal.NumberedEvent;
import io.vigil.ward.PatientId;
import io.vigil.ward.Person;
import io.vigil.ward.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The app's one way to the agent. Everything it delivers arrives on the executor it was made with, the screen's thread in
 * the app. Futures end with {@link CommandRefused} when the agent says no, and with {@link NoContact} when it cannot be
 * reached; their messages are sentences for people.
 */
public interface AgentLink extends AutoCloseable {

    /** Calls at once with the present view, then with each newer one; several changes within a moment come as one. */
    Subscription onChange(Consumer<StationView> listener);

    /** Each numbered event after the first snapshot: none is missed and none told twice, through every loss of contact. */
    Subscription onEvent(Consumer<NumberedEvent> listener);

    /** The station's told clock, kept from the agent's beats and run on between them. */
    InstantSource clock();

    /** Oldest first. */
    CompletableFuture<List<KeptReading>> readings(PatientId patient, Instant from, Instant to);

    /** Oldest first. */
    CompletableFuture<List<NumberedEvent>> events(Subject subject, Instant from, Instant to);

    CompletableFuture<Person> signIn(String person, String password);

    CompletableFuture<Void> signOut();

    /**
     * Completes when the answer is durable. Needs a signed-in person.
     *
     * @param seen the alarm as its giver sees it: the answer holds for that, and for nothing that came later
     */
    CompletableFuture<Void> acknowledge(OpenAlarm seen, String reason);

    /** Two minutes of quiet for the ear; needs nobody to be signed in. */
    CompletableFuture<Void> pauseSound();

    /** Tells the agent which alarms this screen has drawn; it goes out with the next beat. */
    void shown(Set<AlarmId> alarms, boolean hasSound);

    @Override
    void close();

    /** Ends a listener's calls. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
