package io.vigil.app.alarms;

import io.vigil.alarm.AlarmId;
import io.vigil.app.agentlink.AgentLink;
import io.vigil.app.agentlink.StationView;
import io.vigil.app.agentlink.StationView.Contact;
import io.vigil.app.agentlink.StationView.Contact.InContact;
import io.vigil.journal.NumberedEvent;
import io.vigil.proof.AlarmTale;
import io.vigil.proof.LogCapacity;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What this screen knows of all alarms: the events that it asked the agent for, and those told since. Belongs to the screen's
 * thread, on which the link delivers.
 */
final class AlarmsModel implements AutoCloseable {

    /** A ward of 300 raises some thousand alarms a day; a month in one answer would be too long a message. */
    private static final Duration ASKED_AT_ONCE = Duration.ofDays(1);

    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final AgentLink link;
    private final InstantSource clock;
    private Runnable onChange = () -> {};
    private AgentLink.Subscription heard = () -> {};
    private AgentLink.Subscription happened = () -> {};

    private final TreeMap<Long, NumberedEvent> events = new TreeMap<>();
    private Optional<StationView> station = Optional.empty();
    private Optional<LogCapacity> capacity = Optional.empty();
    private List<AlarmTale> tales = List.of();
    private Map<AlarmId, AlarmTale> byId = Map.of();
    private boolean isUntold = true;
    /** Of this moment on all is known, or asked for. */
    private Instant askedFrom = Instant.MAX;

    private Instant neededFrom = Instant.MAX;
    private boolean isAsking;
    private boolean isClosed;

    AlarmsModel(AgentLink link, InstantSource clock) {
        this.link = link;
        this.clock = clock;
    }

    /** Begins to listen. */
    void listen(Runnable onChange) {
        this.onChange = onChange;
        happened = link.onEvent(this::learn);
        heard = link.onChange(this::hear);
    }

    Optional<StationView> station() {
        return station;
    }

    Optional<LogCapacity> capacity() {
        return capacity;
    }

    /** Whether the tales changed since they were last told. */
    boolean isUntold() {
        return isUntold;
    }

    /** Newest first. The same list as long as nothing happens. */
    List<AlarmTale> tales() {
        if (isUntold) {
            tales = AlarmTale.of(
                    events.values(), station.map(StationView::alarms).orElse(List.of()));
            var found = new HashMap<AlarmId, AlarmTale>();
            tales.forEach(tale -> found.put(tale.id(), tale));
            byId = Map.copyOf(found);
            isUntold = false;
        }
        return tales;
    }

    Map<AlarmId, AlarmTale> byId() {
        tales();
        return byId;
    }

    Optional<AlarmTale> tale(AlarmId alarm) {
        return Optional.ofNullable(byId().get(alarm));
    }

    /** Sees to it that what happened from then on is known, or on its way: the newest first, a day at a time. */
    void need(Instant from) {
        if (from.isBefore(neededFrom)) {
            neededFrom = from;
        }
        askOn();
    }

    @Override
    public void close() {
        isClosed = true;
        heard.close();
        happened.close();
    }

    private void hear(StationView view) {
        var wasAway =
                station.map(before -> !(before.contact() instanceof InContact)).orElse(true);
        var alarms = station.map(StationView::alarms).orElse(List.of());
        station = Optional.of(view);
        if (!alarms.equals(view.alarms())) {
            isUntold = true;
        }
        if (wasAway && view.contact() instanceof Contact.InContact) {
            askedFrom = Instant.MAX; // what was not told meanwhile is asked for anew
            askCapacity();
            askOn();
        }
        onChange.run();
    }

    private void learn(NumberedEvent event) {
        events.put(event.seq(), event);
        isUntold = true;
        onChange.run();
    }

    private void askOn() {
        if (isAsking || isClosed || !neededFrom.isBefore(askedFrom) || !isInContact()) {
            return;
        }
        isAsking = true;
        var to = askedFrom.equals(Instant.MAX) ? clock.instant().plus(AHEAD) : askedFrom;
        var from = to.minus(ASKED_AT_ONCE);
        var _ = link.events(from, to).whenComplete((told, failure) -> {
            isAsking = false;
            if (isClosed) {
                return;
            }
            if (failure == null) {
                told.forEach(event -> events.put(event.seq(), event));
                askedFrom = from;
                isUntold = true;
                onChange.run();
                askOn();
            }
        });
    }

    private void askCapacity() {
        var _ = link.logCapacity().thenAccept(told -> {
            capacity = Optional.of(told);
            onChange.run();
        });
    }

    private boolean isInContact() {
        return station.filter(view -> view.contact() instanceof InContact).isPresent();
    }
}
