package io.vigil.agent;

import io.vigil.agent.alarming.AlarmDesk;
import io.vigil.agent.health.Watchdog;
import io.vigil.agent.sensing.Intake;
import io.vigil.agent.storing.StationStore;
import io.vigil.agent.storing.StationStore.Kept;
import io.vigil.agent.storing.StationStore.NewEvent;
import io.vigil.agent.storing.StoreHealth;
import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmStep;
import io.vigil.alarm.Evidence;
import io.vigil.alarm.Finding;
import io.vigil.alarm.OpenAlarm;
import io.vigil.alarm.Shelf;
import io.vigil.alarm.SoundPause;
import io.vigil.glucose.KeptReading;
import io.vigil.glucose.Origin;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent;
import io.vigil.rule.Verdict;
import io.vigil.ward.Patient;
import io.vigil.ward.PatientId;
import io.vigil.ward.Receipt;
import io.vigil.ward.ReceivedReading;
import io.vigil.ward.SensorSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The heartbeat: what comes in is judged, told to all who listen, and written down. In this order, on one thread, which owns
 * all that is judged on. Everyone else, sources and people alike, leaves a message and goes on; there is no way around it.
 *
 * <p>An alarm waits for nothing: it is told from memory. An answer always waits: a receipt and an acknowledgement are given
 * only when they are durable, and until then the alarm goes on sounding.
 */
final class Cycle implements Intake, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Cycle.class);

    /** Silence turns the wheel too, this often in real time. */
    private static final Duration TICK = Duration.ofSeconds(1);

    /** What is older is no news to a screen; it asks for it when it draws it. */
    private static final Duration TOLD_OF_LATE = Duration.ofHours(24);

    private final WardBook ward;
    private final AlarmDesk alarms;
    private final Audience audience;
    private final StationStore store;
    private final Supplier<StoreHealth> storeHealth;
    private final ToldClock clock;
    private final Watchdog watchdog;
    private final Plausibility plausibility = new Plausibility();
    private final BlockingQueue<Runnable> messages = new LinkedBlockingQueue<>();
    private final Thread thread;

    private final Set<WardEvent> keptFacts = new HashSet<>();

    private SoundPause pause = SoundPause.NONE;
    private boolean pauseTold = true;
    private List<OpenAlarm> toldAlarms = List.of();
    private List<Shelf> toldShelves = List.of();
    private volatile boolean running = true;

    Cycle(
            WardBook ward,
            AlarmDesk alarms,
            Audience audience,
            StationStore store,
            Supplier<StoreHealth> storeHealth,
            ToldClock clock,
            Watchdog watchdog,
            Thread.UncaughtExceptionHandler onBroken) {
        this.ward = ward;
        this.alarms = alarms;
        this.audience = audience;
        this.store = store;
        this.storeHealth = storeHealth;
        this.clock = clock;
        this.watchdog = watchdog;
        this.thread = Thread.ofPlatform()
                .name("cycle")
                .uncaughtExceptionHandler(onBroken)
                .unstarted(this::turn);
    }

    /** Takes up what was kept before the agent ran. */
    void knows(WardEvent fact) {
        keptFacts.add(fact);
    }

    /** Takes up a pause of the sound that began before the agent ran. */
    void resume(SoundPause earlier) {
        pause = earlier;
        pauseTold = false;
    }

    void start() {
        thread.start();
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public double speed() {
        return clock.speed();
    }

    @Override
    public CompletableFuture<Void> admit(Patient patient) {
        return onCycle(now -> {
            alarms.watch(patient.id(), now);
            if (ward.admit(patient)) {
                showPatient(patient.id());
            }
            return keepOnce(new WardEvent.PatientAdmitted(patient), now);
        });
    }

    @Override
    public CompletableFuture<Void> start(SensorSession sensor) {
        return onCycle(now -> {
            if (ward.start(sensor)) {
                showPatient(sensor.patient());
            }
            return keepOnce(new WardEvent.SensorStarted(sensor), now);
        });
    }

    @Override
    public void refused(String what, String why) {
        LOG.warn("refused what=\"{}\" why=\"{}\"", what, why);
        var _ = onCycle(now -> keep(new WardEvent.Refused(what, why), now));
    }

    /** The future completes when the readings are durable: only then may their source forget them. */
    @Override
    public CompletableFuture<Receipt> take(List<ReceivedReading> offered) {
        return onCycle(now -> {
            var refused = new ArrayList<String>();
            var plausible = new ArrayList<ReceivedReading>(offered.size());
            for (var reading : offered) {
                plausibility
                        .refusal(reading, ward.page(reading.patient()).isPresent(), now)
                        .ifPresentOrElse(refused::add, () -> plausible.add(reading));
            }
            var changes = new ArrayList<AlarmChange>();
            for (var reading : plausible) {
                changes.addAll(judge(reading, now));
            }
            tell(changes);
            return keep(plausible, events(changes, now))
                    .thenApply(kept -> new Receipt(kept.taken(), kept.repeated(), List.copyOf(refused)));
        });
    }

    /** A person answers an alarm. Completes with the number of the event, when it is durable. */
    // [impl->req~answer.durable-first~1]
    // [impl->req~answer.repeat-is-harmless~1]
    CompletableFuture<Long> acknowledge(
            String commandId, AlarmId alarm, Instant announcedAt, String by, String reason) {
        var earlier =
                store.byCommand(commandId); // asked here, on the caller's thread: the cycle never waits for a disk
        if (earlier.isPresent()) {
            return CompletableFuture.completedFuture(earlier.get().seq());
        }
        return onCycle(now -> {
            var proposed = alarms.wouldAnswer(alarm, announcedAt, by, reason, now);
            if (proposed.isEmpty()) {
                return CompletableFuture.failedFuture(new NotPossible(
                        "This alarm is over, or has sounded anew since you saw it. Look at the patient again."));
            }
            var events = new ArrayList<NewEvent>();
            for (var change : proposed) {
                var id = events.isEmpty() ? Optional.of(commandId) : Optional.<String>empty();
                events.add(new NewEvent(now, new WardEvent.AlarmChanged(change), id));
            }
            return keep(List.of(), events)
                    .thenCompose(kept -> answered(
                            kept.events().getFirst(),
                            proposed,
                            () -> alarms.answer(alarm, announcedAt, by, reason, now),
                            now));
        });
    }

    /**
     * The ear gets two minutes' rest; the eye none. Needs nobody's name. A store that fails keeps nobody from it: a tone that
     * cannot be paused is pulled from the wall.
     */
    // [impl->req~sound.pause-two-minutes~1]
    CompletableFuture<Long> pauseSound(String commandId, String by) {
        return onCycle(now -> {
            var begun = SoundPause.begun(now, by);
            var event = new NewEvent(now, new WardEvent.SoundPaused(begun.until(), by), Optional.of(commandId));
            return keep(List.of(), List.of(event))
                    .thenApply(kept -> kept.events().getFirst())
                    .handle((paused, failure) -> failure == null ? paused : new NumberedEvent(0, now, event.event()))
                    .thenCompose(paused -> onCycle(_ -> {
                        if (paused.event() instanceof WardEvent.SoundPaused(var until, var pausedBy)) {
                            pause = new SoundPause(until, pausedBy);
                            pauseTold = false;
                            tell(List.of());
                        }
                        return CompletableFuture.completedFuture(paused.seq());
                    }));
        });
    }

    /** Something that happened elsewhere in the agent, to be kept and told under a number. */
    CompletableFuture<Long> note(WardEvent event) {
        return onCycle(now -> keep(event, now))
                .thenApply(kept -> kept.events().getFirst().seq());
    }

    @Override
    public void close() {
        messages.add(() -> running = false);
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn() {
        var nextTick = System.nanoTime();
        try {
            while (running) {
                var wait = nextTick - System.nanoTime();
                if (wait <= 0) {
                    tick(clock.instant());
                    nextTick = System.nanoTime() + TICK.toNanos();
                    continue;
                }
                var message = messages.poll(wait, TimeUnit.NANOSECONDS);
                if (message != null) {
                    message.run();
                }
                watchdog.feed();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing is heard: silence is judged, and the store looked at. */
    private void tick(Instant now) {
        var changes = new ArrayList<AlarmChange>();
        for (var page : ward.all()) {
            changes.addAll(alarms.judged(page.patient().id(), page.history(), now));
        }
        changes.addAll(judgeStore(now));
        tell(changes);
        if (!changes.isEmpty()) {
            keepAnyway(events(changes, now));
        }
        audience.turned(storeHealth.get(), sensorsReporting(now), (int) sensors());
        watchdog.feed();
    }

    private List<AlarmChange> judge(ReceivedReading received, Instant now) {
        var patient = received.patient();
        // [impl->req~input.repeat-is-harmless~1]
        if (!ward.remember(patient, received.reading())) {
            return List.of(); // told before: it must not raise an old alarm anew
        }
        if (!received.reading().at().isBefore(now.minus(TOLD_OF_LATE))) {
            audience.taken(patient, new KeptReading(received.reading(), received.origin()));
        }
        // [impl->req~input.past-raises-nothing~1]
        if (received.origin() == Origin.IMPORTED) {
            return List.of();
        }
        var history = ward.page(patient).orElseThrow().history();
        var changes = new ArrayList<>(alarms.taken(patient, received.reading(), history, now));
        changes.addAll(alarms.judged(patient, history, now));
        return changes;
    }

    // [impl->req~store.failure-is-an-alarm~1]
    private List<AlarmChange> judgeStore(Instant now) {
        var health = storeHealth.get();
        var changes = new ArrayList<AlarmChange>();
        changes.addAll(alarms.found(AlarmKind.STORE_FAILING, verdict(!health.sound(), health.words()), now));
        changes.addAll(
                alarms.found(AlarmKind.DISK_FILLING, verdict(health.sound() && health.filling(), health.words()), now));
        return changes;
    }

    private static Verdict verdict(boolean present, String words) {
        return new Verdict(present ? Finding.PRESENT : Finding.ABSENT, new Evidence.ByStation(words));
    }

    /** The answer is durable; it takes effect on the alarm as it stands by now. */
    private CompletableFuture<Long> answered(
            NumberedEvent event, List<AlarmChange> kept, Supplier<List<AlarmChange>> answer, Instant at) {
        return onCycle(_ -> {
            var changes = answer.get();
            var keptSteps = kept.stream().map(Cycle::stepOf).toList();
            var more = changes.stream()
                    .filter(change -> !keptSteps.contains(stepOf(change)))
                    .toList();
            tell(changes);
            if (!more.isEmpty()) {
                keepAnyway(events(more, at));
            }
            return CompletableFuture.completedFuture(event.seq());
        });
    }

    private record Step(AlarmId alarm, AlarmStep to) {}

    private static Step stepOf(AlarmChange change) {
        return new Step(change.alarm(), change.to());
    }

    /** Tells every listener how the alarms stand, if anything about it is new. */
    private void tell(List<AlarmChange> changes) {
        for (var change : changes) {
            LOG.info(
                    "alarm subject={} kind={} step={} limit={}",
                    change.alarm().subject().key(),
                    change.alarm().kind().word(),
                    change.to().word(),
                    change.limit());
        }
        var open = alarms.open();
        var shelves = alarms.shelves(clock.instant());
        if (!open.equals(toldAlarms) || !shelves.equals(toldShelves) || !pauseTold) {
            audience.alarms(open, pause, shelves);
            toldAlarms = open;
            toldShelves = shelves;
            pauseTold = true;
        }
    }

    private void showPatient(PatientId patient) {
        ward.page(patient).ifPresent(page -> audience.patient(page.patient(), page.sensor(), alarms.limits()));
    }

    private List<NewEvent> events(List<AlarmChange> changes, Instant now) {
        return changes.stream()
                .map(change -> new NewEvent(now, new WardEvent.AlarmChanged(change), Optional.empty()))
                .toList();
    }

    private CompletableFuture<Kept> keep(WardEvent event, Instant now) {
        return keep(List.of(), List.of(new NewEvent(now, event, Optional.empty())));
    }

    private CompletableFuture<Kept> keep(List<ReceivedReading> readings, List<NewEvent> events) {
        try {
            return store.keep(readings, events).thenApply(this::happened);
        } catch (IllegalArgumentException e) { // more than a row holds: its giver's fault, not ours
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Nobody waits for this; a store that fails says so itself, and becomes an alarm. */
    private void keepAnyway(List<NewEvent> events) {
        var _ = keep(List.of(), events).exceptionally(failure -> {
            LOG.warn("not kept events={} why=\"{}\"", events.size(), failure.getMessage());
            return new Kept(List.of(), 0, 0);
        });
    }

    /** Facts that sources give again at every start: the second time there is nothing to keep, but only once they are. */
    private CompletableFuture<Void> keepOnce(WardEvent fact, Instant now) {
        if (keptFacts.contains(fact)) {
            return CompletableFuture.completedFuture(null);
        }
        return keep(fact, now)
                .thenCompose(_ -> onCycle(_ -> {
                    keptFacts.add(fact);
                    return CompletableFuture.completedFuture(null);
                }));
    }

    /** Durable, and now told. Called by the writer in the order of the numbers. */
    private Kept happened(Kept kept) {
        kept.events().forEach(audience::happened);
        return kept;
    }

    private long sensors() {
        return ward.all().stream().filter(page -> page.sensor().isPresent()).count();
    }

    private int sensorsReporting(Instant now) {
        var lost = alarms.limits().signalLostAfter();
        return (int) ward.all().stream()
                .filter(page -> page.sensor().isPresent()
                        && page.history().latestWithin(lost, now).isPresent())
                .count();
    }

    private <T> CompletableFuture<T> onCycle(Function<Instant, CompletableFuture<T>> act) {
        var result = new CompletableFuture<T>();
        messages.add(() -> {
            var _ = act.apply(clock.instant()).whenComplete((value, failure) -> {
                if (failure == null) {
                    result.complete(value);
                } else {
                    result.completeExceptionally(failure);
                }
            });
        });
        return result;
    }
}
