package io.vigil.app.agentlink;

import io.grpc.Status;
import io.vigil.alarm.SelfTest;
import io.vigil.app.agentlink.AgentLink.Subscription;
import io.vigil.app.agentlink.StationView.Contact;
import io.vigil.contract.AgentBeat;
import io.vigil.contract.ScreenBeat;
import io.vigil.contract.StationPass;
import io.vigil.contract.Telling;
import io.vigil.journal.NumberedEvent;
import io.vigil.ward.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the app in contact with the agent: calls, listens, notices when it is gone, and calls again each second for as long as
 * it lives, going on after the last event it saw. Holds state; one thread of its own owns all of it.
 */
final class AgentContact implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AgentContact.class);

    /** An agent that beats each second has by then missed two of them, and a person is told within three seconds. */
    private static final Duration SILENCE_THAT_IS_LOSS = Duration.ofMillis(2_500);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final Duration BETWEEN_BEATS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /** A try that has not brought a snapshot by then is given up. */
    private static final Duration LONGEST_TRY = Duration.ofSeconds(5);

    /** How long one asking may take: a second one may find an agent that started anew. */
    private static final Duration ONE_ASKING = Duration.ofSeconds(3);

    /** What a beat says has happened is to be told by then, or the telling is stuck. */
    private static final Duration LONGEST_UNTOLD = Duration.ofSeconds(3);

    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMillis(200);

    /** One asking over one connection, to be done within that many nanoseconds. It may be asked again over another. */
    @FunctionalInterface
    interface Asking<T> {
        CompletableFuture<T> over(StationWire wire, long withinNanos);
    }

    private final Path pass;
    private final Executor deliverOn;
    private final Supplier<ScreenBeat> screen;
    private final Runnable cameBack;
    private final Duration patience;
    private final ScheduledThreadPoolExecutor link = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("agent-link").factory());
    private final BeatClock clock;
    private final ViewTeller teller;
    private final Set<Consumer<NumberedEvent>> eventListeners = new CopyOnWriteArraySet<>();
    private final Set<Consumer<SelfTest>> testListeners = new CopyOnWriteArraySet<>();

    // What follows is the link's thread's own.
    private final StationMemory memory;
    private @Nullable StationWire wire;
    private long newestSeq;
    /** The newest event that a beat spoke of. */
    private long promisedSeq;
    /** Since when it has been awaited, without anything being told meanwhile. */
    private long awaitedSinceNanos;

    private long triedAtNanos;
    private long heardAtNanos;
    private Instant heardAt;
    private int tries;
    /** Why it was not reached since contact was last made, each reason once. */
    private final Set<String> reasonsTold = new HashSet<>();

    /**
     * @param pass where the agent writes how it is reached; it need not be there yet
     * @param deliverOn the thread that hears
     * @param wall tells the time until the first beat does
     * @param screen what the screen says of itself, asked each second
     * @param cameBack called whenever contact is made
     * @param patience how long somebody is kept waiting for an answer before they are told that there is none
     */
    AgentContact(
            Path pass,
            Executor deliverOn,
            InstantSource wall,
            Supplier<ScreenBeat> screen,
            Runnable cameBack,
            Duration patience) {
        this.pass = pass;
        this.deliverOn = deliverOn;
        this.screen = screen;
        this.cameBack = cameBack;
        this.patience = patience;
        heardAt = wall.instant();
        clock = new BeatClock(heardAt, System::nanoTime);
        memory = new StationMemory(heardAt);
        teller = new ViewTeller(memory.view(), deliverOn);
        triedAtNanos = System.nanoTime() - BETWEEN_TRIES.toNanos();
    }

    void begin() {
        every(BETWEEN_LOOKS, this::look);
        every(BETWEEN_BEATS, this::showItself);
    }

    /** A fault of ours in one turn must not end all later ones: then nobody would see that the agent is gone. */
    private void every(Duration pause, Runnable turn) {
        var _ = link.scheduleAtFixedRate(
                () -> {
                    try {
                        turn.run();
                    } catch (RuntimeException fault) {
                        LOG.error("The link to the agent made a mistake, and goes on", fault);
                    }
                },
                0,
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    InstantSource clock() {
        return clock;
    }

    Subscription onChange(Consumer<StationView> listener) {
        return teller.add(listener);
    }

    Subscription onEvent(Consumer<NumberedEvent> listener) {
        eventListeners.add(listener);
        return () -> eventListeners.remove(listener);
    }

    Subscription onSelfTest(Consumer<SelfTest> listener) {
        testListeners.add(listener);
        return () -> testListeners.remove(listener);
    }

    /** What the screen says of itself has changed, and is not to wait for its second. */
    void beatNow() {
        try {
            link.execute(this::showItself);
        } catch (RejectedExecutionException _) {
            // The screen is being closed: it shows nothing any more.
        }
    }

    void signedIn(Optional<Person> person) {
        link.execute(() -> {
            memory.signedIn(person);
            tell();
        });
    }

    /**
     * Asks, and asks again over the next connection when one breaks, until there is an answer or patience ends. What is asked
     * must therefore be harmless when done twice.
     */
    <T> CompletableFuture<T> ask(Asking<T> asking) {
        var answer = new CompletableFuture<T>();
        var until = System.nanoTime() + patience.toNanos();
        try {
            link.execute(() -> ask(asking, until, answer));
        } catch (RejectedExecutionException _) {
            answer.completeExceptionally(new NoContact("This screen is being closed."));
        }
        return answer;
    }

    private <T> void ask(Asking<T> asking, long until, CompletableFuture<T> answer) {
        var left = until - System.nanoTime();
        if (left <= 0) {
            deliverOn.execute(() -> answer.completeExceptionally(new NoContact("The station does not answer. "
                    + "Whether it took this is not known: look at the patient, and try again.")));
        } else if (wire == null || !(memory.contact() instanceof Contact.InContact)) {
            askLater(asking, until, answer);
        } else {
            var asked = wire;
            var _ = asking.over(asked, Math.min(left, ONE_ASKING.toNanos())).whenComplete((value, error) -> {
                if (error == null) {
                    deliverOn.execute(() -> answer.complete(value));
                } else {
                    failed(error instanceof CompletionException ? cause(error) : error, asked, asking, until, answer);
                }
            });
        }
    }

    private <T> void askLater(Asking<T> asking, long until, CompletableFuture<T> answer) {
        var _ = link.schedule(() -> ask(asking, until, answer), BEFORE_ASKING_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
    }

    private <T> void failed(
            Throwable error, StationWire asked, Asking<T> asking, long until, CompletableFuture<T> answer) {
        if (error instanceof CommandRefused) {
            deliverOn.execute(() -> answer.completeExceptionally(error));
            return;
        }
        var status = Status.fromThrowable(error);
        switch (status.getCode()) {
            case UNAVAILABLE -> unavailable(status, asked, asking, until, answer);
            case DEADLINE_EXCEEDED, CANCELLED -> askLater(asking, until, answer);
            case OK,
                    UNKNOWN,
                    INVALID_ARGUMENT,
                    NOT_FOUND,
                    ALREADY_EXISTS,
                    PERMISSION_DENIED,
                    RESOURCE_EXHAUSTED,
                    FAILED_PRECONDITION,
                    ABORTED,
                    OUT_OF_RANGE,
                    UNIMPLEMENTED,
                    INTERNAL,
                    DATA_LOSS,
                    UNAUTHENTICATED -> refuse(status, answer);
        }
    }

    /**
     * Either the connection broke, or the station itself says that it cannot now, and why. It has broken when soon nobody
     * listens over it any more: then its words are the wire's, and no person's business.
     */
    private <T> void unavailable(
            Status status, StationWire asked, Asking<T> asking, long until, CompletableFuture<T> answer) {
        var _ = link.schedule(
                () -> {
                    if (status.getDescription() != null && asked.equals(wire)) {
                        refuse(status, answer);
                    } else {
                        ask(asking, until, answer);
                    }
                },
                BEFORE_ASKING_AGAIN.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void refuse(Status status, CompletableFuture<?> answer) {
        deliverOn.execute(() -> answer.completeExceptionally(new CommandRefused(sentence(status))));
    }

    private static String sentence(Status status) {
        var description = status.getDescription();
        return description == null ? "The station failed at this. Try again, or call a technician." : description;
    }

    private static Throwable cause(Throwable error) {
        var cause = error.getCause();
        return cause == null ? error : cause;
    }

    // Contact.

    // [impl->req~link.agent-lost-is-shown~1]
    private void look() {
        var now = System.nanoTime();
        if (wire == null) {
            if (now - triedAtNanos >= BETWEEN_TRIES.toNanos()) {
                tryToReach(now);
            }
        } else if (memory.contact() instanceof Contact.InContact) {
            if (now - heardAtNanos > SILENCE_THAT_IS_LOSS.toNanos()) {
                lose("no beat for " + SILENCE_THAT_IS_LOSS.toMillis() + " ms");
            } else if (promisedSeq > newestSeq && now - awaitedSinceNanos > LONGEST_UNTOLD.toNanos()) {
                lose("event " + (newestSeq + 1) + " has happened and is not told");
            }
        } else if (now - triedAtNanos > LONGEST_TRY.toNanos()) {
            lose("no snapshot for " + LONGEST_TRY.toSeconds() + " s");
        }
    }

    /** The pass is read each time: an agent that starts anew has another port and other tokens. */
    private void tryToReach(long now) {
        triedAtNanos = now;
        tries++;
        if (memory.contact() instanceof Contact.Lost(var since, var _)) {
            memory.contact(new Contact.Lost(since, tries));
            tell();
        }
        try {
            var opened = StationWire.open(StationPass.read(pass), link, new Ear());
            wire = opened;
            opened.listen(newestSeq);
        } catch (IOException notYet) {
            notReached("its pass cannot be read: " + notYet.getMessage());
        }
    }

    private void lose(String why) {
        if (wire != null) {
            wire.close();
            wire = null;
        }
        if (memory.contact() instanceof Contact.InContact) {
            tries = 0;
            triedAtNanos = System.nanoTime();
            memory.contact(new Contact.Lost(heardAt, tries));
            LOG.warn("Contact with the agent is lost why=\"{}\" newestSeq={}", why, newestSeq);
            tell();
        } else {
            notReached(why);
        }
    }

    /** It is called each second: the same reason is a line once, a new one is a line again. */
    private void notReached(String why) {
        if (reasonsTold.add(why)) {
            LOG.warn("The station is not reached why=\"{}\"", why);
        }
    }

    /** What broke, down to its root: of a certificate that is not the pinned one only that says so. */
    private static String reason(Status why) {
        var words = new StringBuilder(why.getCode().name());
        Stream.ofNullable(why.getDescription())
                .flatMap(String::lines)
                .limit(1) // what follows is the inside of the wire
                .forEach(line -> words.append(": ").append(line));
        for (var cause = why.getCause(); cause != null; cause = cause.getCause()) {
            words.append(": ").append(cause.getMessage());
        }
        return words.toString();
    }

    private void showItself() {
        if (wire != null) {
            wire.beat(screen.get());
        }
    }

    private void tell() {
        teller.tell(memory.view());
    }

    /** Hears the connection that is open now; one that was given up says nothing more. */
    private final class Ear implements StationWire.Ear {

        @Override
        public void told(Telling telling) {
            switch (telling) {
                case Telling.Snapshot snapshot -> begins(snapshot);
                case Telling.Taken taken -> memory.taken(taken);
                case Telling.AlarmsNow alarms -> memory.alarms(alarms);
                case Telling.Tested(var test) ->
                    deliverOn.execute(() -> testListeners.forEach(listener -> listener.accept(test)));
                case Telling.Happened(var event) -> happened(event);
            }
            tell();
        }

        /** A station that knows fewer events than were seen here has a new store, and is listened to from its own newest. */
        private void begins(Telling.Snapshot snapshot) {
            memory.snapshot(snapshot);
            heard(snapshot.beat());
            if (memory.contact() instanceof Contact.InContact) {
                return;
            }
            if (newestSeq == 0 || newestSeq > snapshot.seq()) {
                newestSeq = snapshot.seq();
            }
            promisedSeq = newestSeq;
            reasonsTold.clear();
            memory.contact(new Contact.InContact());
            LOG.info("In contact with the agent tries={} seq={}", tries, snapshot.seq());
            showItself();
            cameBack.run();
        }

        private void happened(NumberedEvent event) {
            if (event.seq() == newestSeq + 1) {
                newestSeq = event.seq();
                awaitedSinceNanos = System.nanoTime();
                deliverOn.execute(() -> eventListeners.forEach(listener -> listener.accept(event)));
            } else if (event.seq() > newestSeq) {
                lose("event " + event.seq() + " was told after " + newestSeq);
            }
        }

        @Override
        public void beat(AgentBeat beat) {
            memory.beat(beat);
            heard(beat);
            await(beat.newestSeq());
            tell();
        }

        private void await(long seq) {
            if (promisedSeq <= newestSeq) {
                awaitedSinceNanos = System.nanoTime();
            }
            promisedSeq = seq;
        }

        private void heard(AgentBeat beat) {
            clock.heard(beat);
            heardAtNanos = System.nanoTime();
            heardAt = clock.instant();
        }

        @Override
        public void broken(Status why) {
            lose(reason(why));
        }
    }

    @Override
    public void close() {
        link.execute(() -> {
            if (wire != null) {
                wire.close();
            }
            link.shutdownNow();
        });
    }
}
