package io.vigil.agent;

import io.vigil.agent.alarming.AlarmDesk;
import io.vigil.agent.health.AbsenceFinding;
import io.vigil.agent.health.ClockFinding;
import io.vigil.agent.health.CloudQueue;
import io.vigil.agent.health.Glance;
import io.vigil.agent.health.LifeSign;
import io.vigil.agent.health.ModelFinding;
import io.vigil.agent.health.ScreenFinding;
import io.vigil.agent.health.SelfTestPlan;
import io.vigil.agent.health.SelfTests;
import io.vigil.agent.health.Watchdog;
import io.vigil.agent.sensing.Intake;
import io.vigil.agent.sensing.ReplaySource;
import io.vigil.agent.sensing.WardManifest;
import io.vigil.agent.serving.LinkServer;
import io.vigil.agent.serving.LiveStation;
import io.vigil.agent.serving.Passwords;
import io.vigil.agent.serving.Screens;
import io.vigil.agent.storing.HsqlStationStore;
import io.vigil.agent.storing.StationStore;
import io.vigil.agent.storing.StationStore.KnownPerson;
import io.vigil.agent.storing.StoreHealth;
import io.vigil.agent.storing.StoreSettings;
import io.vigil.agent.storing.keys.FileKeySource;
import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.SelfTest;
import io.vigil.alarm.SoundPause;
import io.vigil.contract.StationFacts;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent;
import io.vigil.policy.NumberedChange;
import io.vigil.policy.PolicyBook;
import io.vigil.policy.PolicyText;
import io.vigil.ward.Station;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The agent, wired: to be read from top to bottom. What is opened is closed in the other order. */
final class RunningStation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningStation.class);

    /** A cycle that stands still for so long judges nothing; the agent ends, and its service starts it anew. */
    private static final Duration CYCLE_PATIENCE = Duration.ofSeconds(10);

    private static final Duration STORE_LOOK = Duration.ofSeconds(1);
    private static final Duration STORE_PATIENCE = Duration.ofSeconds(10);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private @Nullable Cycle cycle;
    private int port;

    private RunningStation() {}

    /** Throws one of the agent's own exceptions, whose message is a sentence, when it cannot run. */
    static RunningStation start(Path data, AgentSettings settings, InstantSource wall) {
        return start(data, settings, wall, System::nanoTime);
    }

    /**
     * The same on other clocks.
     *
     * @param nanos the machine's monotonic clock
     */
    static RunningStation start(Path data, AgentSettings settings, InstantSource wall, LongSupplier nanos) {
        var station = new RunningStation();
        try {
            station.open(data, settings, wall, nanos);
            return station;
        } catch (RuntimeException e) {
            station.close();
            throw e;
        }
    }

    private void open(Path data, AgentSettings settings, InstantSource wall, LongSupplier nanos) {
        var policy = PolicyText.read(settings.alarm());
        var clock = ToldClock.of(settings.clock(), wall, nanos);

        var keys = new FileKeySource(data.resolve("keys"));
        var store = opened(HsqlStationStore.open(StoreSettings.in(data.resolve("store")), keys, clock));
        settings.firstPeople().ifPresent(file -> enrolFirst(file, store));

        var toldBefore = settings.clock().story().isPresent() && clock.resumeStory(wall, data);
        if (settings.clock().story().isEmpty()) {
            clock.start(wall);
        }
        var now = clock.instant();
        var absence = AbsenceFinding.atStart(LifeSign.read(LifeSign.in(data)), wall.instant());
        var chronicle = new StoreChronicle(store);
        var name = settings.station();
        var facts = new StationFacts(name.id(), name.ward(), name.name(), name.zone(), AgentMain.VERSION);
        var live = new LiveStation(facts, clock, clock::speedNow, chronicle);

        var ward = new WardBook();
        var before = store.latestEvents();
        var alarms = new AlarmDesk(policies(before, PolicyBook.begun(name.zone(), now, policy)), now);
        var watchdog = opened(new Watchdog(CYCLE_PATIENCE, RunningStation::starved));
        var storeHealth = opened(new Glance<>(store::health, RunningStation::diskSilent, STORE_LOOK, STORE_PATIENCE));
        var audience = new LiveAudience(live);
        var wheel = new Wheel(clock, watchdog, RunningStation::broken);
        var keeping = new Keeping(store, audience::happened);
        var announcing = new Announcing(alarms, audience);
        var screens = new Screens();
        var plan = new SelfTestPlan(settings.shifts(), name.zone());
        var tests = new SelfTests(plan, nanos, lastTest(before), now);
        var sights = new SelfWatch.Sights(
                storeHealth,
                screens::watching,
                () -> clock.speedNow() == 0,
                () -> clock.follow(wall),
                CloudQueue.NONE); // there is no outbox yet: nothing waits
        var self = new SelfWatch(
                sights,
                new ScreenFinding(nanos, now),
                new ClockFinding(nanos),
                tests,
                absence,
                ModelFinding.of(settings.model(), isThere(settings, data)));
        var testing = new SelfTesting(wheel, tests, screens::watching, audience, keeping);
        var sightings = new Sightings(alarms);
        var cycle = new Cycle(wheel, clock, ward, alarms, self, testing, announcing, keeping, audience);
        var acts = new AlarmActs(wheel, alarms, announcing, keeping, sightings);
        var policies = new PolicyActs(wheel, ward, alarms, announcing, keeping, number -> changeOf(store, number));

        remember(store, ward, alarms, cycle, announcing, live, now);
        before.forEach(event -> rememberAside(event.event(), ward, alarms, sightings, now));
        opened(LifeSign.begin(LifeSign.in(data), clock, wall));
        wheel.start(cycle::tick);
        opened(wheel);
        this.cycle = cycle;
        var _ = cycle.note(new WardEvent.AgentStarted(AgentMain.VERSION, ""));

        var desk = new CycleDesk(cycle, acts, testing, policies);
        var parts = new LinkServer.Parts(live, desk, desk, chronicle, chronicle, screens);
        port = opened(LinkServer.start(data, settings.linkPort(), clock, parts)).port();

        var pastIsIn = settings.replay()
                .map(manifest -> {
                    var source = opened(ReplaySource.of(WardManifest.read(manifest)));
                    source.open(cycle);
                    return source.pastIsIn();
                })
                .orElse(CompletableFuture.completedFuture(null));
        if (settings.clock().story().isPresent() && !toldBefore) {
            opened(StoryCurtain.raise(pastIsIn, screens, () -> clock.beginStory(wall, data)));
        }
    }

    int port() {
        return port;
    }

    /** Where sources inside this program bring their readings. */
    Intake intake() {
        return Objects.requireNonNull(cycle);
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) { // the others are closed all the same
                LOG.error("could not be closed", e);
            }
        }
    }

    /** All that was true when the agent last ran: patients, sensors, late readings, alarms and answers, the pause. */
    // [impl->req~alarm.survives-restart~1]
    private static void remember(
            StationStore store,
            WardBook ward,
            AlarmDesk alarms,
            Cycle cycle,
            Announcing announcing,
            LiveStation live,
            Instant now) {
        var changes = store.latestAlarmChanges().stream()
                .map(event -> ((WardEvent.AlarmChanged) event.event()).change())
                .toList();
        for (var patient : store.patients()) {
            ward.admit(patient);
            alarms.watch(patient.id(), now);
            cycle.knows(new WardEvent.PatientAdmitted(patient));
        }
        for (var sensor : store.sensors()) {
            ward.start(sensor);
            cycle.knows(new WardEvent.SensorStarted(sensor));
        }
        for (var page : ward.all()) {
            var id = page.patient().id();
            var kept = store.readings(id, now.minus(WardBook.REMEMBERED), now.plus(Duration.ofDays(1)));
            ward.remember(id, kept);
            live.patient(page.patient(), page.worn(), alarms.limits(id, now));
            live.remember(id, kept);
        }
        restore(alarms, ward, changes);
        store.events(Station.THIS, now.minus(SoundPause.LENGTH), now.plus(SoundPause.LENGTH)).stream()
                .flatMap(event -> event.event() instanceof WardEvent.SoundPaused(var until, var by)
                        ? List.of(new SoundPause(until, by)).stream()
                        : List.<SoundPause>of().stream())
                .reduce((_, last) -> last)
                .ifPresent(announcing::pausedBy);
    }

    /** What people have set, as the newest change of each subject tells it. */
    // [impl->req~policy.survives-restart~1]
    private static PolicyBook policies(List<NumberedEvent> before, PolicyBook begun) {
        var book = begun;
        for (var event : before) {
            if (event.event() instanceof WardEvent.PolicyChanged(var change)) {
                book = book.with(change);
            }
        }
        return book;
    }

    private static Optional<NumberedChange> changeOf(StationStore store, long number) {
        return store.eventsAfter(number - 1, 1).stream()
                .filter(event -> event.seq() == number)
                .flatMap(event -> event.event() instanceof WardEvent.PolicyChanged(var change)
                        ? Stream.of(new NumberedChange(number, change))
                        : Stream.empty())
                .findFirst();
    }

    private static void restore(AlarmDesk alarms, WardBook ward, List<AlarmChange> changes) {
        for (var page : ward.all()) {
            alarms.restore(page.patient().id(), changes, page.history());
        }
        alarms.restore(Station.THIS, changes, GlucoseHistory.empty());
    }

    /** What stands beside the alarms: what people put aside, what sensors said of themselves, what screens confirmed. */
    // [impl->req~alarm.survives-restart~1]
    private static void rememberAside(
            WardEvent event, WardBook ward, AlarmDesk alarms, Sightings sightings, Instant now) {
        switch (event) {
            case WardEvent.AlarmShelved(var shelf) -> alarms.shelve(shelf);
            case WardEvent.AlarmShown shown -> sightings.knows(shown, now);
            case WardEvent.SensorReported(var report) -> {
                if (ward.page(report.patient()).isPresent()) {
                    ward.hear(report);
                }
            }
            case WardEvent.AlarmChanged _,
                    WardEvent.PatientAdmitted _,
                    WardEvent.SensorStarted _,
                    WardEvent.SoundPaused _,
                    WardEvent.AlarmUnshelved _,
                    WardEvent.PolicyChanged _,
                    WardEvent.SelfTestBegun _,
                    WardEvent.SelfTestEnded _,
                    WardEvent.SignedIn _,
                    WardEvent.SignedOut _,
                    WardEvent.AgentStarted _,
                    WardEvent.Refused _ -> {}
        }
    }

    /** One that had begun and not ended when the agent did was never made. */
    private static Optional<SelfTest.Result> lastTest(List<NumberedEvent> before) {
        return before.stream()
                .flatMap(event -> event.event() instanceof WardEvent.SelfTestEnded(var result)
                        ? Stream.of(result)
                        : Stream.<SelfTest.Result>of())
                .findFirst();
    }

    private static boolean isThere(AgentSettings settings, Path data) {
        return settings.model()
                .filter(name -> Files.exists(data.resolve("models").resolve(name)))
                .isPresent();
    }

    private static void enrolFirst(Path file, StationStore store) {
        if (store.persons().isEmpty()) {
            for (var newcomer : PeopleFile.read(file)) {
                store.keepPerson(new KnownPerson(newcomer.person(), Passwords.hash(newcomer.password())))
                        .join();
            }
        }
    }

    private static StoreHealth diskSilent(Duration age) {
        return new StoreHealth(
                false, false, "The disk of the store has not answered for " + age.toSeconds() + " s.", 0);
    }

    private static void starved(Duration hungry) {
        LOG.error("the cycle stands still and the agent ends code=CYCLE_STILL for={}", hungry);
        Runtime.getRuntime().halt(3);
    }

    private static void broken(Thread thread, Throwable failure) {
        LOG.error("the cycle broke and the agent ends code=CYCLE_BROKEN", failure);
        Runtime.getRuntime().halt(3);
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }
}
