package io.vigil.agent;

import io.vigil.agent.alarming.AlarmDesk;
import io.vigil.agent.sensing.Intake;
import io.vigil.alarm.AlarmChange;
import io.vigil.glucose.KeptReading;
import io.vigil.glucose.Origin;
import io.vigil.journal.WardEvent;
import io.vigil.policy.Limits;
import io.vigil.ward.Patient;
import io.vigil.ward.PatientId;
import io.vigil.ward.Receipt;
import io.vigil.ward.ReceivedReading;
import io.vigil.ward.SensorReport;
import io.vigil.ward.SensorSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The heartbeat: what comes in is judged, told to all who listen, and written down. In this order, on the wheel's one thread.
 * There is no way around it, for sources as for people.
 *
 * <p>An alarm waits for nothing: it is told from memory. An answer always waits: a receipt and an acknowledgement are given
 * only when they are durable, and until then the alarm goes on sounding.
 */
final class Cycle implements Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Cycle.class);

    /** What is older is no news to a screen; it asks for it when it draws it. */
    private static final Duration TOLD_OF_LATE = Duration.ofHours(24);

    private final Wheel wheel;
    private final ToldClock clock;
    private final WardBook ward;
    private final AlarmDesk alarms;
    private final SelfWatch self;
    private final SelfTesting tests;
    private final Announcing announcing;
    private final Keeping keeping;
    private final Audience audience;
    private final Plausibility plausibility = new Plausibility();
    private final Set<WardEvent> keptFacts = new HashSet<>();
    private final Map<PatientId, Limits> shownLimits = new HashMap<>();

    /** What is kept becomes durable in its order: when the newest report is, all before it are. */
    private CompletableFuture<?> newestReport = CompletableFuture.completedFuture(0L);

    Cycle(
            Wheel wheel,
            ToldClock clock,
            WardBook ward,
            AlarmDesk alarms,
            SelfWatch self,
            SelfTesting tests,
            Announcing announcing,
            Keeping keeping,
            Audience audience) {
        this.wheel = wheel;
        this.clock = clock;
        this.ward = ward;
        this.alarms = alarms;
        this.self = self;
        this.tests = tests;
        this.announcing = announcing;
        this.keeping = keeping;
        this.audience = audience;
    }

    /** Takes up what was kept before the agent ran. */
    void knows(WardEvent fact) {
        keptFacts.add(fact);
    }

    /** Nothing is heard: silence is judged, and the station looks at itself. */
    void tick(Instant now) {
        var changes = new ArrayList<AlarmChange>();
        for (var page : ward.all()) {
            changes.addAll(alarms.judged(page.patient().id(), page.history(), page.sensor(), now));
        }
        for (var found : self.look(now)) {
            changes.addAll(alarms.found(found.kind(), found.verdict(), now));
        }
        changes.addAll(alarms.settingsSeen(now));
        changes.addAll(alarms.waited(now));
        announcing.tell(changes, now);
        keeping.keepAnyway(Keeping.asEvents(changes), now);
        showNewLimits(now);
        tests.tick(now, alarms.open());
        audience.turned(self.store(), sensorsReporting(now), (int) sensors());
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
        return wheel.onTurn(now -> {
            alarms.watch(patient.id(), now);
            if (ward.admit(patient)) {
                showPatient(patient.id(), now);
            }
            return keepOnce(new WardEvent.PatientAdmitted(patient), now);
        });
    }

    @Override
    public CompletableFuture<Void> start(SensorSession sensor) {
        return wheel.onTurn(now -> {
            if (ward.start(sensor)) {
                showPatient(sensor.patient(), now);
            }
            return keepOnce(new WardEvent.SensorStarted(sensor), now);
        });
    }

    @Override
    public CompletableFuture<Void> report(SensorReport report) {
        return reported(report)
                .thenCompose(refusal -> refusal.<CompletableFuture<Void>>map(
                                sentence -> CompletableFuture.failedFuture(new NotPossible(sentence)))
                        .orElseGet(() -> CompletableFuture.completedFuture(null)));
    }

    /** Completes when what is new in the report is durable; with a sentence where it cannot be believed. */
    // [impl->req~sensor.reports-are-kept~1]
    CompletableFuture<Optional<String>> reported(SensorReport report) {
        return wheel.onTurn(now -> {
            var known = ward.page(report.patient());
            var refusal = plausibility.refusal(report, known.isPresent(), now);
            if (refusal.isPresent()) {
                return CompletableFuture.completedFuture(refusal);
            }
            if (ward.hear(report)) {
                var page = ward.page(report.patient()).orElseThrow();
                var changes = alarms.judged(report.patient(), page.history(), page.sensor(), now);
                announcing.tell(changes, now);
                var events = new ArrayList<WardEvent>(List.of(new WardEvent.SensorReported(report)));
                events.addAll(Keeping.asEvents(changes));
                newestReport = keeping.keep(List.of(), Keeping.events(events, now));
            }
            return newestReport.thenApply(_ -> Optional.empty());
        });
    }

    @Override
    public void refused(String what, String why) {
        LOG.warn("refused what=\"{}\" why=\"{}\"", what, why);
        var _ = note(new WardEvent.Refused(what, why));
    }

    /** The future completes when the readings are durable: only then may their source forget them. */
    @Override
    public CompletableFuture<Receipt> take(List<ReceivedReading> offered) {
        return wheel.onTurn(now -> {
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
            announcing.tell(changes, now);
            return keeping.keep(plausible, Keeping.events(Keeping.asEvents(changes), now))
                    .thenApply(kept -> new Receipt(kept.taken(), kept.repeated(), List.copyOf(refused)));
        });
    }

    /** Something that happened elsewhere in the agent, to be kept and told under a number. */
    CompletableFuture<Long> note(WardEvent event) {
        return wheel.onTurn(now -> keeping.keep(event, now).thenApply(kept -> kept.seq()));
    }

    private List<AlarmChange> judge(ReceivedReading received, Instant now) {
        var patient = received.patient();
        // [impl->req~input.repeat-is-harmless~1]
        if (!ward.remember(patient, received.reading(), now)) {
            return List.of(); // told before: it must not raise an old alarm anew
        }
        if (!received.reading().at().isBefore(now.minus(TOLD_OF_LATE))) {
            audience.taken(patient, new KeptReading(received.reading(), received.origin()));
        }
        // [impl->req~input.past-raises-nothing~1]
        if (received.origin() == Origin.IMPORTED) {
            return List.of();
        }
        var page = ward.page(patient).orElseThrow();
        var changes = new ArrayList<>(alarms.taken(patient, received.reading(), page.history(), now));
        changes.addAll(alarms.judged(patient, page.history(), page.sensor(), now));
        return changes;
    }

    private void showPatient(PatientId patient, Instant now) {
        var limits = alarms.limits(patient, now);
        shownLimits.put(patient, limits);
        ward.page(patient).ifPresent(page -> audience.patient(page.patient(), page.worn(), limits));
    }

    /** Somebody changed them, or night fell. */
    private void showNewLimits(Instant now) {
        for (var page : ward.all()) {
            var patient = page.patient().id();
            if (!alarms.limits(patient, now).equals(shownLimits.get(patient))) {
                showPatient(patient, now);
            }
        }
    }

    /** Facts that sources give again at every start: the second time there is nothing to keep, but only once they are. */
    private CompletableFuture<Void> keepOnce(WardEvent fact, Instant now) {
        if (keptFacts.contains(fact)) {
            return CompletableFuture.completedFuture(null);
        }
        return keeping.keep(fact, now)
                .thenCompose(_ -> wheel.onTurn(_ -> {
                    keptFacts.add(fact);
                    return CompletableFuture.completedFuture(null);
                }));
    }

    private long sensors() {
        return ward.all().stream().filter(page -> page.worn().isPresent()).count();
    }

    private int sensorsReporting(Instant now) {
        return (int) ward.all().stream()
                .filter(page -> page.worn().isPresent()
                        && page.history()
                                .latestWithin(
                                        alarms.limits(page.patient().id(), now).signalLostAfter(), now)
                                .isPresent())
                .count();
    }
}
