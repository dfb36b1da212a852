package io.vigil.app.agentlink;

import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmState;
import io.vigil.alarm.AlarmStep;
import io.vigil.alarm.Answer;
import io.vigil.alarm.Condition;
import io.vigil.alarm.DrawnAlarm;
import io.vigil.alarm.Evidence;
import io.vigil.alarm.OpenAlarm;
import io.vigil.alarm.SelfTest;
import io.vigil.alarm.Shelf;
import io.vigil.alarm.SoundPause;
import io.vigil.app.agentlink.StationView.AgentHealth;
import io.vigil.app.agentlink.StationView.Contact;
import io.vigil.app.agentlink.StationView.PatientView;
import io.vigil.app.agentlink.StationView.StationFacts;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.glucose.KeptReading;
import io.vigil.glucose.Origin;
import io.vigil.glucose.Reading;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent;
import io.vigil.policy.Limits;
import io.vigil.policy.NumberedChange;
import io.vigil.policy.PolicyBook;
import io.vigil.policy.PolicyChange;
import io.vigil.policy.PolicySheet;
import io.vigil.policy.PolicyText;
import io.vigil.policy.PolicyWish;
import io.vigil.policy.WhatIf;
import io.vigil.proof.LogCapacity;
import io.vigil.rule.PolicyRefused;
import io.vigil.ward.Patient;
import io.vigil.ward.PatientId;
import io.vigil.ward.Person;
import io.vigil.ward.SensorSession;
import io.vigil.ward.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A station without a wire, told by a test what happens on it. Keeps the promises of {@link AgentLink}; its clock stands still
 * until it is set. In contact from the start.
 */
public final class InMemoryAgentLink implements AgentLink {

    /** The limits of everybody who is admitted without others. */
    public static Limits wardPreset(Instant setAt) {
        return new Limits(
                Glucose.mgPerDl(54),
                Glucose.mgPerDl(70),
                Glucose.mgPerDl(250),
                Duration.ofMinutes(20),
                "Ward preset",
                setAt);
    }

    private static final Duration QUIET_AFTER_AN_ANSWER = Duration.ofMinutes(15);
    private static final Duration PAUSE = Duration.ofMinutes(2);

    private final Executor executor;
    private final ViewTeller teller;
    private final Map<PatientId, List<KeptReading>> kept = new HashMap<>();
    private final Map<PatientId, PatientView> patients = new LinkedHashMap<>();
    private final List<OpenAlarm> alarms = new ArrayList<>();
    private final List<Shelf> shelves = new ArrayList<>();
    private final List<NumberedEvent> events = new ArrayList<>();
    private final Set<Consumer<NumberedEvent>> eventListeners = new CopyOnWriteArraySet<>();
    private final Map<String, SignsInWith> people = new HashMap<>();

    private volatile Instant now;
    private Contact contact = new Contact.InContact();
    private StationFacts station =
            new StationFacts("st-01", "Ward 4B", "Station 2", ZoneId.of("Europe/Berlin"), "1.0.0");
    private SoundPause pause = SoundPause.NONE;
    private AgentHealth health;
    private Optional<Person> signedIn = Optional.empty();
    private Optional<String> refusal = Optional.empty();
    private PolicyBook policies;
    private Optional<WhatIf> rings = Optional.empty();
    private final Set<Consumer<SelfTest>> testListeners = new CopyOnWriteArraySet<>();
    private final List<SelfTest.Confirmation> confirmed = new ArrayList<>();
    private Set<DrawnAlarm> drawn = Set.of();
    private boolean hasSound;

    private record SignsInWith(Person person, String password) {}

    public InMemoryAgentLink(Instant now, Executor executor) {
        this.now = now;
        this.executor = executor;
        this.policies = PolicyBook.begun(station.zone(), now, PolicyText.read(Map.of()));
        this.health = new AgentHealth(now, true, "", 80, 0, 0, "");
        this.teller = new ViewTeller(view(), executor);
    }

    /** In the tests of what needs no toolkit: all is told at once, on the thread that tells it. */
    public static InMemoryAgentLink at(Instant now) {
        return new InMemoryAgentLink(now, Runnable::run);
    }

    // What a test tells.

    public synchronized InMemoryAgentLink isNow(Instant moment) {
        now = moment;
        health = new AgentHealth(
                moment,
                health.storeSound(),
                health.storeWords(),
                health.diskFreePercent(),
                health.sensorsReporting(),
                health.sensors(),
                health.cloudWords());
        return told();
    }

    public InMemoryAgentLink passes(Duration time) {
        return isNow(now.plus(time));
    }

    public synchronized InMemoryAgentLink isCalled(StationFacts facts) {
        station = facts;
        return told();
    }

    public InMemoryAgentLink admits(Patient patient) {
        return admits(patient, wardPreset(now));
    }

    public synchronized InMemoryAgentLink admits(Patient patient, Limits limits) {
        patients.put(patient.id(), new PatientView(patient, Optional.empty(), limits, GlucoseHistory.empty()));
        return happens(new WardEvent.PatientAdmitted(patient));
    }

    public synchronized InMemoryAgentLink starts(SensorSession sensor) {
        change(
                sensor.patient(),
                patient -> new PatientView(patient.patient(), Optional.of(sensor), patient.limits(), patient.recent()));
        return happens(new WardEvent.SensorStarted(sensor));
    }

    public InMemoryAgentLink reads(PatientId patient, Reading... readings) {
        for (var reading : readings) {
            reads(patient, new KeptReading(reading, Origin.LIVE));
        }
        return this;
    }

    public InMemoryAgentLink reads(PatientId patient, KeptReading reading) {
        return readsAll(patient, List.of(reading));
    }

    /** Many at once, told as one change; the recent ones are those of the last 24 hours. */
    public synchronized InMemoryAgentLink readsAll(PatientId patient, List<KeptReading> readings) {
        var all = kept.computeIfAbsent(patient, _ -> new ArrayList<>());
        all.addAll(readings);
        all.sort(Comparator.comparing(reading -> reading.reading().at()));
        var recent = GlucoseHistory.of(all.stream().map(KeptReading::reading).toList())
                .trimmedTo(Duration.ofHours(24));
        change(patient, known -> new PatientView(known.patient(), known.sensor(), known.limits(), recent));
        return told();
    }

    /** Raised now, on the evidence of that reading. */
    public AlarmId raises(PatientId patient, AlarmKind kind, Reading worst, int limit) {
        return raises(patient, kind, new Evidence.ByReading(worst), limit);
    }

    public synchronized AlarmId raises(Subject subject, AlarmKind kind, Evidence evidence, int limit) {
        var id = new AlarmId(subject, kind, now);
        alarms.add(new OpenAlarm(
                id, new AlarmState.Open(now, now, new Condition.Present(), evidence, Answer.Nobody.yet(now)), limit));
        sortAlarms();
        happens(changed(id, AlarmStep.RAISED));
        return id;
    }

    /** The condition is over: an alarm that nobody has answered and that latches stays, another goes. */
    public synchronized InMemoryAgentLink recovers(AlarmId alarm) {
        var open = open(alarm).orElseThrow();
        if (alarm.kind().isLatching() && open.state().answer() instanceof Answer.Nobody) {
            replace(
                    open,
                    new AlarmState.Open(
                            open.state().since(),
                            open.state().announcedAt(),
                            new Condition.Recovered(now),
                            open.state().worst(),
                            open.state().answer()));
            return happens(changed(alarm, AlarmStep.RECOVERED));
        }
        happens(changed(alarm, AlarmStep.RECOVERED));
        return clears(alarm);
    }

    public synchronized InMemoryAgentLink clears(AlarmId alarm) {
        var open = open(alarm).orElseThrow();
        alarms.remove(open);
        return happens(new WardEvent.AlarmChanged(new AlarmChange(
                alarm, AlarmStep.CLEARED, now, open.state().worst(), open.limit(), new AlarmState.Clear())));
    }

    /** Answered by somebody at another screen. */
    public synchronized InMemoryAgentLink answers(AlarmId alarm, String by) {
        answered(open(alarm).orElseThrow(), by, "");
        return this;
    }

    /** Nobody has answered it, and its call went up to that rung. */
    public synchronized InMemoryAgentLink escalates(AlarmId alarm, int rung) {
        var open = open(alarm).orElseThrow();
        replace(
                open,
                new AlarmState.Open(
                        open.state().since(),
                        open.state().announcedAt(),
                        open.state().condition(),
                        open.state().worst(),
                        new Answer.Nobody(open.state().announcedAt(), true, rung)));
        return happens(changed(alarm, AlarmStep.ESCALATED));
    }

    public synchronized InMemoryAgentLink isHealthy(AgentHealth newer) {
        health = newer;
        return told();
    }

    public synchronized InMemoryAgentLink isPaused(Instant until, String by) {
        pause = new SoundPause(until, by);
        return happens(new WardEvent.SoundPaused(until, by));
    }

    public synchronized InMemoryAgentLink isPutAside(Shelf shelf) {
        shelves.add(shelf);
        return happens(new WardEvent.AlarmShelved(shelf));
    }

    public synchronized InMemoryAgentLink knows(Person person, String password) {
        people.put(person.id(), new SignsInWith(person, password));
        return this;
    }

    /** As if they had signed in at this screen. */
    public synchronized InMemoryAgentLink isSignedIn(Person person) {
        signedIn = Optional.of(person);
        return happens(new WardEvent.SignedIn(person));
    }

    public synchronized InMemoryAgentLink happens(WardEvent event) {
        var numbered = new NumberedEvent(events.size() + 1, now, event);
        events.add(numbered);
        executor.execute(() -> eventListeners.forEach(listener -> listener.accept(numbered)));
        return told();
    }

    /** The agent sends a test of the alarms' way. */
    public synchronized InMemoryAgentLink tests(SelfTest test) {
        happens(new WardEvent.SelfTestBegun(test));
        executor.execute(() -> testListeners.forEach(listener -> listener.accept(test)));
        return this;
    }

    public synchronized InMemoryAgentLink hasNotBeenReached() {
        contact = new Contact.NotYet(now);
        return told();
    }

    public synchronized InMemoryAgentLink loses(int tries) {
        contact = new Contact.Lost(now, tries);
        return told();
    }

    public synchronized InMemoryAgentLink comesBack() {
        contact = new Contact.InContact();
        return told();
    }

    /** What every question about other settings is answered with. */
    public synchronized InMemoryAgentLink wouldRing(WhatIf whatIf) {
        rings = Optional.of(whatIf);
        return this;
    }

    /** The next command is refused with that sentence. */
    public synchronized InMemoryAgentLink refusesNext(String sentence) {
        refusal = Optional.of(sentence);
        return this;
    }

    // What a test asks.

    public synchronized StationView view() {
        return new StationView(
                contact,
                station,
                List.copyOf(patients.values()),
                List.copyOf(alarms),
                pause,
                List.copyOf(shelves),
                health,
                signedIn);
    }

    /** The alarms that the screen said it has drawn. */
    public synchronized Set<AlarmId> shown() {
        return drawn.stream().map(DrawnAlarm::alarm).collect(Collectors.toUnmodifiableSet());
    }

    /** The same, with the announcements that are drawn. */
    public synchronized Set<DrawnAlarm> drawn() {
        return drawn;
    }

    /** What the screen confirmed of tests. */
    public synchronized List<SelfTest.Confirmation> confirmed() {
        return List.copyOf(confirmed);
    }

    public synchronized boolean hasSound() {
        return hasSound;
    }

    public synchronized List<NumberedEvent> journal() {
        return List.copyOf(events);
    }

    // What every link does.

    @Override
    public Subscription onChange(Consumer<StationView> listener) {
        return teller.add(listener);
    }

    @Override
    public Subscription onEvent(Consumer<NumberedEvent> listener) {
        eventListeners.add(listener);
        return () -> eventListeners.remove(listener);
    }

    @Override
    public InstantSource clock() {
        return () -> now;
    }

    @Override
    public CompletableFuture<List<KeptReading>> readings(PatientId patient, Instant from, Instant to) {
        return answer(() -> kept.getOrDefault(patient, List.of()).stream()
                .filter(reading -> isWithin(reading.reading().at(), from, to))
                .toList());
    }

    @Override
    public CompletableFuture<List<NumberedEvent>> events(Subject subject, Instant from, Instant to) {
        return answer(() -> events.stream()
                .filter(event -> event.event().subject().equals(subject))
                .filter(event -> isWithin(event.happenedAt(), from, to))
                .toList());
    }

    @Override
    public CompletableFuture<List<NumberedEvent>> events(Instant from, Instant to) {
        return answer(() -> events.stream()
                .filter(event -> isWithin(event.happenedAt(), from, to))
                .toList());
    }

    @Override
    public CompletableFuture<LogCapacity> logCapacity() {
        return answer(() -> LogCapacity.of(
                events.size(), events.isEmpty() ? now : events.getFirst().happenedAt(), 5_000_000_000L));
    }

    @Override
    public CompletableFuture<Person> signIn(String person, String password) {
        return answer(() -> {
            var known = Optional.ofNullable(people.get(person))
                    .filter(with -> with.password().equals(password))
                    .orElseThrow(() -> new CommandRefused("This name and password do not belong together. Try again."));
            isSignedIn(known.person());
            return known.person();
        });
    }

    @Override
    public synchronized CompletableFuture<Void> signOut() {
        var leaving = signedIn;
        signedIn = Optional.empty();
        told();
        return done(() -> leaving.map(WardEvent.SignedOut::new).ifPresent(this::happens));
    }

    @Override
    public CompletableFuture<Void> acknowledge(OpenAlarm seen, String reason) {
        return done(() -> answered(
                seen,
                signedIn.orElseThrow(() -> new CommandRefused("Sign in first: an answer to an alarm needs a name."))
                        .name(),
                reason));
    }

    @Override
    public CompletableFuture<Void> shelve(Subject subject, AlarmKind kind, Instant until, String reason) {
        return done(() -> {
            var by = signedIn.orElseThrow(
                    () -> new CommandRefused("Sign in first: an alarm that is put aside needs a name."));
            try {
                isPutAside(new Shelf(subject, kind, by.name(), reason, now, until));
            } catch (IllegalArgumentException refused) {
                throw new CommandRefused(String.valueOf(refused.getMessage()));
            }
        });
    }

    @Override
    public CompletableFuture<Void> unshelve(Subject subject, AlarmKind kind, String reason) {
        return done(() -> {
            var by = signedIn.orElseThrow(
                    () -> new CommandRefused("Sign in first: who takes an alarm off its shelf needs a name."));
            var shelf = shelf(subject, kind)
                    .orElseThrow(() -> new CommandRefused("This alarm does not lie on a shelf any more."));
            shelves.remove(shelf);
            happens(new WardEvent.AlarmUnshelved(shelf, by.name(), reason));
        });
    }

    @Override
    public CompletableFuture<Void> selfTest() {
        return done(() -> tests(new SelfTest(
                "test-" + (events.size() + 1), signedIn.map(Person::name).orElse("Ward screen"), now)));
    }

    @Override
    public Subscription onSelfTest(Consumer<SelfTest> listener) {
        testListeners.add(listener);
        return () -> testListeners.remove(listener);
    }

    @Override
    public CompletableFuture<Void> confirmSelfTest(SelfTest test, boolean heard) {
        return done(() -> {
            confirmed.add(new SelfTest.Confirmation("this screen", heard, Duration.ZERO));
            happens(new WardEvent.SelfTestEnded(
                    new SelfTest.Result(test, confirmed(), heard ? "" : "A screen drew the test and made no sound.")));
        });
    }

    @Override
    public CompletableFuture<Void> pauseSound() {
        return done(() -> isPaused(now.plus(PAUSE), signedIn.map(Person::name).orElse("Ward screen")));
    }

    @Override
    public CompletableFuture<PolicySheet> policy(Subject subject) {
        return answer(() -> policies.sheet(subject, now)
                .with(changes()
                        .filter(change -> change.change().subject().equals(subject))
                        .toList()
                        .reversed()));
    }

    @Override
    public CompletableFuture<Void> changePolicy(Subject subject, List<PolicyWish> wishes, String reason) {
        return done(() -> changed(() -> policies.propose(subject, wishes, somebody(), reason, now)));
    }

    @Override
    public CompletableFuture<Void> undoPolicyChange(long number, String reason) {
        return done(() -> changed(() -> policies.undo(
                changes()
                        .filter(change -> change.number() == number)
                        .findFirst()
                        .orElseThrow(() -> new CommandRefused("There is no change " + number + ".")),
                somebody(),
                reason,
                now)));
    }

    /** What {@link #wouldRing} was told; nothing rings twice where nothing was. */
    @Override
    public CompletableFuture<WhatIf> whatIf(PatientId patient, List<PolicyWish> wishes) {
        return answer(() -> {
            var _ = refusedAsCommand(() -> policies.imagined(patient, wishes, now));
            return rings.orElseGet(() -> new WhatIf(now.minus(Duration.ofDays(14)), now, 0, List.of(), List.of()));
        });
    }

    private Stream<NumberedChange> changes() {
        return events.stream()
                .flatMap(event -> event.event() instanceof WardEvent.PolicyChanged(var change)
                        ? Stream.of(new NumberedChange(event.seq(), change))
                        : Stream.empty());
    }

    private void changed(Supplier<PolicyChange> proposed) {
        var change = refusedAsCommand(proposed);
        policies = policies.with(change);
        for (var patient : List.copyOf(patients.keySet())) {
            change(
                    patient,
                    known -> new PatientView(
                            known.patient(),
                            known.sensor(),
                            policies.inForce(patient, now).limits(),
                            known.recent()));
        }
        happens(new WardEvent.PolicyChanged(change));
    }

    private Person somebody() {
        return signedIn.orElseThrow(() -> new CommandRefused("Sign in first: a change of settings needs a name."));
    }

    private static <T> T refusedAsCommand(Supplier<T> act) {
        try {
            return act.get();
        } catch (PolicyRefused refused) {
            throw new CommandRefused(String.valueOf(refused.getMessage()));
        }
    }

    @Override
    public synchronized void shown(Set<DrawnAlarm> alarms, boolean sound) {
        drawn = Set.copyOf(alarms);
        hasSound = sound;
    }

    @Override
    public void close() {}

    private synchronized InMemoryAgentLink told() {
        teller.tell(view());
        return this;
    }

    private void answered(OpenAlarm seen, String by, String reason) {
        var alarm = seen.id();
        var open = open(alarm)
                .filter(now -> now.state().announcedAt().equals(seen.state().announcedAt()))
                .orElseThrow(() -> new CommandRefused("This alarm is over, or has sounded anew since you saw it."));
        replace(
                open,
                new AlarmState.Open(
                        open.state().since(),
                        open.state().announcedAt(),
                        open.state().condition(),
                        open.state().worst(),
                        new Answer.Acknowledged(by, now, now.plus(QUIET_AFTER_AN_ANSWER), reason)));
        happens(changed(alarm, AlarmStep.ACKNOWLEDGED));
        if (open.state().condition() instanceof Condition.Recovered) {
            clears(alarm);
        }
    }

    private Optional<Shelf> shelf(Subject subject, AlarmKind kind) {
        return shelves.stream()
                .filter(shelf -> shelf.subject().equals(subject) && shelf.kind() == kind && shelf.holds(now))
                .findFirst();
    }

    private Optional<OpenAlarm> open(AlarmId alarm) {
        return alarms.stream().filter(open -> open.id().equals(alarm)).findFirst();
    }

    private void replace(OpenAlarm open, AlarmState.Open state) {
        alarms.remove(open);
        alarms.add(new OpenAlarm(open.id(), state, open.limit()));
        sortAlarms();
    }

    private void sortAlarms() {
        alarms.sort(OpenAlarm.WORST_FIRST);
    }

    private WardEvent changed(AlarmId alarm, AlarmStep to) {
        var open = open(alarm).orElseThrow();
        return new WardEvent.AlarmChanged(
                new AlarmChange(alarm, to, now, open.state().worst(), open.limit(), open.state()));
    }

    private void change(PatientId patient, UnaryOperator<PatientView> how) {
        patients.computeIfPresent(patient, (_, known) -> how.apply(known));
    }

    private static boolean isWithin(Instant moment, Instant from, Instant to) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    private CompletableFuture<Void> done(Runnable act) {
        return answer(() -> {
            act.run();
            return CompletableFuture.allOf().join();
        });
    }

    private synchronized <T> CompletableFuture<T> answer(Supplier<T> act) {
        var answer = new CompletableFuture<T>();
        try {
            if (!(contact instanceof Contact.InContact)) {
                throw new NoContact("The station does not answer.");
            }
            if (refusal.isPresent()) {
                var sentence = refusal.get();
                refusal = Optional.empty();
                throw new CommandRefused(sentence);
            }
            var value = act.get();
            executor.execute(() -> answer.complete(value));
        } catch (CommandRefused | NoContact no) {
            executor.execute(() -> answer.completeExceptionally(no));
        }
        return answer;
    }
}
