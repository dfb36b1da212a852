package io.vigil.app.agentlink;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.DrawnAlarm;
import io.vigil.alarm.OpenAlarm;
import io.vigil.alarm.SelfTest;
import io.vigil.glucose.KeptReading;
import io.vigil.journal.NumberedEvent;
import io.vigil.policy.PolicySheet;
import io.vigil.policy.PolicyWish;
import io.vigil.policy.WhatIf;
import io.vigil.proof.LogCapacity;
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

    /** Of everybody, oldest first. */
    CompletableFuture<List<NumberedEvent>> events(Instant from, Instant to);

    /** What the log of events holds, and how much more it can. */
    CompletableFuture<LogCapacity> logCapacity();

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

    /**
     * Every setting of a patient, or of the ward, as it is in force now: where each comes from, how far it may be moved, and
     * who changed what.
     *
     * @param subject a patient; the station where it is the ward
     */
    CompletableFuture<PolicySheet> policy(Subject subject);

    /**
     * Completes when the change is durable and in force. Needs a signed-in person; refused with a sentence where they may
     * not, or where what would then hold is not safe.
     *
     * @param reason in their words, never empty
     */
    CompletableFuture<Void> changePolicy(Subject subject, List<PolicyWish> wishes, String reason);

    /** Takes back the change of that number; that is a change of its own. Refused where it was changed again since. */
    CompletableFuture<Void> undoPolicyChange(long number, String reason);

    /** What would have rung for a patient over the last fourteen days, under the settings in force and under these. */
    CompletableFuture<WhatIf> whatIf(PatientId patient, List<PolicyWish> wishes);

    /**
     * Puts one kind of alarm of one subject aside until then. Needs a doctor or a nurse, and a reason; completes when it is
     * durable. What is never put aside is refused with a sentence.
     */
    CompletableFuture<Void> shelve(Subject subject, AlarmKind kind, Instant until, String reason);

    /** Takes it off its shelf before its time. Needs a doctor or a nurse. */
    CompletableFuture<Void> unshelve(Subject subject, AlarmKind kind, String reason);

    /**
     * Begins a test of the way that every alarm takes. Needs nobody to be signed in. Completes when it has begun; how it ends
     * is told as an event.
     */
    CompletableFuture<Void> selfTest();

    /** Each test that the agent sends: to be drawn and sounded at once, and confirmed. */
    Subscription onSelfTest(Consumer<SelfTest> listener);

    /** This screen has drawn a test, and made its tone or not. */
    CompletableFuture<Void> confirmSelfTest(SelfTest test, boolean heard);

    /** Tells the agent which alarms this screen has drawn, and which of them it let be heard. */
    void shown(Set<DrawnAlarm> alarms, boolean hasSound);

    @Override
    void close();

    /** Ends a listener's calls. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
