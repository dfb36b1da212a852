package io.vigil.agent;

import io.vigil.agent.storing.StationStore;
import io.vigil.agent.storing.StationStore.Kept;
import io.vigil.agent.storing.StationStore.NewEvent;
import io.vigil.alarm.AlarmChange;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent;
import io.vigil.ward.ReceivedReading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings facts to the store, and tells them under their numbers once they are durable. Never waits for it. */
final class Keeping {

    private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);

    private final StationStore store;
    private final Consumer<NumberedEvent> happened;

    /**
     * @param happened called by the store's writer, in the order of the numbers
     */
    Keeping(StationStore store, Consumer<NumberedEvent> happened) {
        this.store = store;
        this.happened = happened;
    }

    CompletableFuture<Kept> keep(List<ReceivedReading> readings, List<NewEvent> events) {
        try {
            return store.keep(readings, events).thenApply(kept -> {
                kept.events().forEach(happened);
                return kept;
            });
        } catch (IllegalArgumentException e) { // more than a row holds: its giver's fault, not ours
            return CompletableFuture.failedFuture(e);
        }
    }

    CompletableFuture<NumberedEvent> keep(WardEvent event, Instant now) {
        return keep(List.of(), List.of(new NewEvent(now, event, Optional.empty())))
                .thenApply(kept -> kept.events().getFirst());
    }

    /** The event that a command becomes, or became when it was given before. */
    CompletableFuture<NumberedEvent> keepFor(String commandId, WardEvent event, Instant now) {
        return keep(List.of(), List.of(new NewEvent(now, event, Optional.of(commandId))))
                .thenApply(kept -> kept.events().getFirst());
    }

    /** Nobody waits for this; a store that fails says so itself, and becomes an alarm. */
    void keepAnyway(List<WardEvent> events, Instant now) {
        if (events.isEmpty()) {
            return;
        }
        var _ = keep(List.of(), events(events, now)).exceptionally(failure -> {
            LOG.warn("not kept events={} why=\"{}\"", events.size(), failure.getMessage());
            return new Kept(List.of(), 0, 0);
        });
    }

    /** What a command became when it was given before. Asks the disk: to be asked on the caller's thread, never the cycle's. */
    Optional<NumberedEvent> doneBefore(String commandId) {
        return store.byCommand(commandId);
    }

    static List<NewEvent> events(List<WardEvent> events, Instant now) {
        return events.stream()
                .map(event -> new NewEvent(now, event, Optional.empty()))
                .toList();
    }

    static List<WardEvent> asEvents(List<AlarmChange> changes) {
        return changes.stream().<WardEvent>map(WardEvent.AlarmChanged::new).toList();
    }
}
