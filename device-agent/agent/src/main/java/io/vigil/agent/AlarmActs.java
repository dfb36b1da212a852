package io.vigil.agent;

import io.vigil.agent.alarming.AlarmDesk;
import io.vigil.agent.storing.StationStore.NewEvent;
import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmState;
import io.vigil.alarm.AlarmStep;
import io.vigil.alarm.Shelf;
import io.vigil.alarm.SoundPause;
import io.vigil.contract.Command;
import io.vigil.contract.ScreenBeat;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * What people do to alarms. Each act goes through the cycle like a reading does, and is answered with the number of the event
 * it became, when that is durable; until then the alarm goes on as if nobody had done anything.
 */
final class AlarmActs {

    private final Wheel wheel;
    private final AlarmDesk alarms;
    private final Announcing announcing;
    private final Keeping keeping;
    private final Sightings sightings;

    AlarmActs(Wheel wheel, AlarmDesk alarms, Announcing announcing, Keeping keeping, Sightings sightings) {
        this.wheel = wheel;
        this.alarms = alarms;
        this.announcing = announcing;
        this.keeping = keeping;
        this.sightings = sightings;
    }

    /** A person answers an alarm. */
    // [impl->req~answer.durable-first~1]
    // [impl->req~answer.repeat-is-harmless~1]
    CompletableFuture<Long> acknowledge(
            String commandId, AlarmId alarm, Instant announcedAt, String by, String reason) {
        var earlier = keeping.doneBefore(commandId);
        if (earlier.isPresent()) {
            return CompletableFuture.completedFuture(earlier.get().seq());
        }
        return wheel.onTurn(now -> {
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
            return keeping.keep(List.of(), events)
                    .thenCompose(kept -> answered(
                            kept.events().getFirst(),
                            proposed,
                            later -> alarms.answer(alarm, announcedAt, by, reason, now, later),
                            now));
        });
    }

    /**
     * The ear gets two minutes' rest; the eye none. Needs nobody's name. A store that fails keeps nobody from it: a tone that
     * cannot be paused is pulled from the wall.
     */
    // [impl->req~sound.pause-two-minutes~1]
    CompletableFuture<Long> pauseSound(String commandId, String by) {
        return wheel.onTurn(now -> {
            var begun = SoundPause.begun(now, by);
            var event = new WardEvent.SoundPaused(begun.until(), by);
            return keeping.keepFor(commandId, event, now)
                    .exceptionally(_ -> new NumberedEvent(0, now, event))
                    .thenCompose(paused -> wheel.onTurn(later -> {
                        if (paused.event() instanceof WardEvent.SoundPaused(var until, var pausedBy)) {
                            announcing.pausedBy(new SoundPause(until, pausedBy));
                            announcing.tell(List.of(), later);
                        }
                        return CompletableFuture.completedFuture(paused.seq());
                    }));
        });
    }

    /** A person puts an alarm aside. It goes on sounding until that is durable. */
    // [impl->req~alarm.shelving-by-a-person~1]
    CompletableFuture<Long> shelve(Command.Shelve command, String by) {
        var earlier = keeping.doneBefore(command.id());
        if (earlier.isPresent()) {
            return CompletableFuture.completedFuture(earlier.get().seq());
        }
        return wheel.onTurn(now -> {
            if (!alarms.knows(command.subject())) {
                return CompletableFuture.failedFuture(
                        new NotPossible("There is no such patient on this ward. Look at the ward again."));
            }
            Shelf shelf;
            try {
                shelf = new Shelf(command.subject(), command.kind(), by, command.reason(), now, command.until());
            } catch (IllegalArgumentException refused) {
                return CompletableFuture.failedFuture(new NotPossible(String.valueOf(refused.getMessage())));
            }
            return keeping.keepFor(command.id(), new WardEvent.AlarmShelved(shelf), now)
                    .thenCompose(kept -> wheel.onTurn(later -> {
                        alarms.shelve(shelf);
                        announcing.tell(List.of(), later);
                        return CompletableFuture.completedFuture(kept.seq());
                    }));
        });
    }

    /** A person takes an alarm off its shelf; still open and unanswered, it sounds anew at once. */
    // [impl->req~alarm.shelving-by-a-person~1]
    CompletableFuture<Long> unshelve(Command.Unshelve command, String by) {
        var earlier = keeping.doneBefore(command.id());
        if (earlier.isPresent()) {
            return CompletableFuture.completedFuture(earlier.get().seq());
        }
        return wheel.onTurn(now -> {
            var lying = alarms.shelves(now).stream()
                    .filter(shelf -> shelf.subject().equals(command.subject()) && shelf.kind() == command.kind())
                    .findFirst();
            if (lying.isEmpty()) {
                return CompletableFuture.failedFuture(
                        new NotPossible("This alarm does not lie on a shelf any more. Look at the alarms again."));
            }
            return keeping.keepFor(command.id(), new WardEvent.AlarmUnshelved(lying.get(), by, command.reason()), now)
                    .thenCompose(kept -> wheel.onTurn(later -> {
                        var changes = alarms.unshelve(command.subject(), command.kind(), later);
                        announcing.tell(changes, later);
                        keeping.keepAnyway(Keeping.asEvents(changes), later);
                        return CompletableFuture.completedFuture(kept.seq());
                    }));
        });
    }

    /** A screen says what it draws. Nobody waits for an answer. */
    void seen(ScreenBeat beat) {
        var _ = wheel.onTurn(now -> {
            keeping.keepAnyway(sightings.seen(beat, now), now);
            announcing.tell(List.of(), now);
            return CompletableFuture.completedFuture(0L);
        });
    }

    /** The answer is durable; it takes effect on the alarm as it stands by now. */
    private CompletableFuture<Long> answered(
            NumberedEvent event, List<AlarmChange> kept, Function<Instant, List<AlarmChange>> answer, Instant at) {
        return wheel.onTurn(later -> {
            var changes = answer.apply(later);
            var keptSteps = kept.stream().map(AlarmActs::stepOf).toList();
            var more = changes.stream()
                    .filter(change -> !keptSteps.contains(stepOf(change)))
                    .toList();
            announcing.tell(changes, later);
            keeping.keepAnyway(Keeping.asEvents(more), at);
            return CompletableFuture.completedFuture(event.seq());
        });
    }

    /** With where it led: an alarm that went on while its answer was being kept is kept anew, or a restart would forget one. */
    private record Step(AlarmId alarm, AlarmStep to, AlarmState state) {}

    private static Step stepOf(AlarmChange change) {
        return new Step(change.alarm(), change.to(), change.state());
    }
}
