package io.vigil.app.patient;

import io.vigil.alarm.OpenAlarm;
import io.vigil.app.agentlink.AgentLink;
import io.vigil.app.agentlink.StationView;
import io.vigil.app.agentlink.StationView.Contact;
import io.vigil.app.agentlink.StationView.PatientView;
import io.vigil.app.patient.chart.Cadence;
import io.vigil.app.patient.chart.ChartWindow;
import io.vigil.app.patient.chart.Trace;
import io.vigil.glucose.KeptReading;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent;
import io.vigil.policy.PolicyRights;
import io.vigil.policy.Realm;
import io.vigil.proof.AlarmTale;
import io.vigil.ward.PatientId;
import io.vigil.ward.SensorSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What this screen knows of one patient: the readings and events it asked the agent for, and what it has been told since.
 * Belongs to the screen's thread, on which the link delivers.
 */
final class PatientModel implements AutoCloseable {

    /** The fortnight of the time in range, and a little, so that a first zoom out needs nobody's answer. */
    private static final Duration ASKED_FIRST = Duration.ofDays(15);

    private static final Duration EVENTS_ASKED = Duration.ofDays(91);
    private static final Duration EVENTS_ASKED_AGAIN = Duration.ofDays(2);
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /** Whether all that was asked for has come. */
    sealed interface Loading {
        record Done() implements Loading {}

        record Underway() implements Loading {}

        /** In a sentence for people. */
        record Failed(String sentence) implements Loading {}
    }

    private final AgentLink link;
    private final PatientId id;
    private final InstantSource clock;
    private final Runnable onChange;

    private final TreeMap<Long, NumberedEvent> events = new TreeMap<>();
    private final TreeMap<Instant, SensorSession> sessions = new TreeMap<>();
    private Trace trace = Trace.empty();
    private Shares shares = Shares.none();
    private Loading loading = new Loading.Done();
    private Instant loadedFrom = Instant.MAX;
    private Optional<StationView> station = Optional.empty();
    private List<OpenAlarm> open = List.of();
    private boolean isAskingEvents;
    private boolean isClosed;
    private AgentLink.Subscription subscription = () -> {};

    PatientModel(AgentLink link, PatientId id, InstantSource clock, Runnable onChange) {
        this.link = link;
        this.id = id;
        this.clock = clock;
        this.onChange = onChange;
    }

    void start() {
        load();
        subscription = link.onChange(this::told);
    }

    /** None before the first word of the agent, or when the patient is no longer on the ward. */
    Optional<PatientView> patient() {
        return station.flatMap(view -> view.patients().stream()
                .filter(each -> each.patient().id().equals(id))
                .findFirst());
    }

    PatientId id() {
        return id;
    }

    /** Whether who has signed in may change any limit of a patient. */
    boolean maySetLimits() {
        return station.flatMap(StationView::signedIn)
                .filter(who -> Stream.of(Realm.values())
                        .anyMatch(realm -> PolicyRights.of(who.role(), realm, false) != PolicyRights.Right.NONE))
                .isPresent();
    }

    Optional<StationView> station() {
        return station;
    }

    Trace trace() {
        return trace;
    }

    Shares shares() {
        return shares;
    }

    Loading loading() {
        return loading;
    }

    /** Newest first. */
    List<AlarmTale> tales() {
        return AlarmTale.of(events.values(), open);
    }

    /** Oldest first. */
    Collection<SensorSession> sessions() {
        return sessions.values();
    }

    /** Asks for everything anew: at the start, after contact was lost, and when a person wants to try again. */
    void load() {
        var now = clock.instant();
        loadedFrom = Instant.MAX;
        ask(now.minus(ASKED_FIRST), now.plus(AHEAD));
        askEvents(now.minus(EVENTS_ASKED));
    }

    /** Sees to it that the readings of that window are there, or on their way. */
    void need(ChartWindow window) {
        if (loading instanceof Loading.Done && window.from().isBefore(loadedFrom)) {
            ask(window.from().minus(window.length()), loadedFrom);
        }
    }

    /** Told each second: what the log did not tell at first is asked for again. */
    void tick() {
        var openIds = open.stream().map(OpenAlarm::id).toList();
        var from = clock.instant().minus(EVENTS_ASKED_AGAIN);
        var isBehind = tales().stream()
                        .filter(tale -> tale.id().raisedAt().isAfter(from))
                        .anyMatch(tale -> !tale.isOver() && !openIds.contains(tale.id()))
                || open.stream().anyMatch(this::isUntold);
        if (isBehind) {
            askEvents(from);
        }
    }

    @Override
    public void close() {
        isClosed = true;
        subscription.close();
    }

    private boolean isUntold(OpenAlarm alarm) {
        return events.values().stream()
                .noneMatch(numbered -> numbered.event() instanceof WardEvent.AlarmChanged(var change)
                        && change.alarm().equals(alarm.id()));
    }

    private void told(StationView view) {
        var wasLost =
                station.map(before -> before.contact() instanceof Contact.Lost).orElse(false);
        station = Optional.of(view);
        patient().ifPresent(patient -> {
            patient.sensor().ifPresent(this::learn);
            if (trace.takeIn(patient.recent().readings())) {
                count();
            }
            var nowOpen = PatientState.open(patient, view);
            if (!nowOpen.equals(open)) {
                open = nowOpen;
                askEvents(clock.instant().minus(EVENTS_ASKED_AGAIN));
            }
        });
        if (wasLost && view.contact() instanceof Contact.InContact) {
            load();
        }
        onChange.run();
    }

    private void ask(Instant from, Instant to) {
        loading = new Loading.Underway();
        var _ = link.readings(id, from, to).whenComplete((readings, failure) -> {
            if (!isClosed) {
                loading = failure == null ? new Loading.Done() : new Loading.Failed(sentence(failure));
                if (readings != null) {
                    take(readings, from);
                }
                onChange.run();
            }
        });
    }

    private void take(List<KeptReading> readings, Instant from) {
        if (from.isBefore(loadedFrom)) {
            loadedFrom = from;
        }
        // What was just told live is told again by the agent with its true origin, which stays.
        trace = Trace.of(readings, cadence(readings)).joinedBy(trace);
        count();
    }

    private void askEvents(Instant from) {
        if (isAskingEvents) {
            return;
        }
        isAskingEvents = true;
        var _ = link.events(id, from, clock.instant().plus(AHEAD)).whenComplete((told, failure) -> {
            isAskingEvents = false;
            if (!isClosed) {
                if (failure != null && loading instanceof Loading.Done) {
                    loading = new Loading.Failed(sentence(failure));
                }
                if (told != null) {
                    told.forEach(this::take);
                }
                onChange.run();
            }
        });
    }

    private void take(NumberedEvent event) {
        events.put(event.seq(), event);
        if (event.event() instanceof WardEvent.SensorStarted(var sensor)) {
            learn(sensor);
        }
    }

    private void learn(SensorSession sensor) {
        if (sensor.patient().equals(id) && !sensor.equals(sessions.put(sensor.startedAt(), sensor))) {
            trace = Trace.of(List.of(), cadence(List.of())).joinedBy(trace);
        }
    }

    private Cadence cadence(List<KeptReading> readings) {
        return readings.size() < 2
                ? trace.cadence().knowing(sessions.values())
                : Cadence.of(sessions.values(), readings);
    }

    private void count() {
        var now = clock.instant();
        shares = Shares.of(trace.in(new ChartWindow(now.minus(Shares.FORTNIGHT), now)), now);
    }

    private static String sentence(@Nullable Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause == null || cause.getMessage() == null ? "" : cause.getMessage();
    }
}
