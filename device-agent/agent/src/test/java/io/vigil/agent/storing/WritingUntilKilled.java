package io.vigil.agent.storing;

import io.vigil.agent.storing.StationStore.Kept;
import io.vigil.agent.storing.keys.FileKeySource;
import io.vigil.journal.NumberedEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * A program that opens a store, checks that it is whole, and writes until somebody kills it. It tells {@code HELD readings
 * events} once, then {@code KEPT reading event .} after each answer.
 */
final class WritingUntilKilled {

    private static final int IN_FLIGHT = 32;

    private WritingUntilKilled() {}

    public static void main(String[] args) throws InterruptedException {
        var folder = Path.of(args[0]);
        var store = open(folder);
        var next = checkedReadings(store);
        System.out.println("HELD " + next + " " + checkedEvents(store));

        var room = new Semaphore(IN_FLIGHT);
        for (var tick = next; ; tick++) {
            room.acquire();
            var number = tick;
            var answer = store.keep(
                    List.of(Facts.reading(Facts.ANNA, number)),
                    List.of(Facts.commanded("c" + number, Facts.NOON.plusSeconds(number))));
            var _ = answer.thenAccept(kept -> tell(number, kept)).thenRun(room::release);
        }
    }

    static StationStore open(Path folder) {
        // Late enough that days grow old and are packed while it writes.
        var now = Facts.NOON.plus(Duration.ofDays(100));
        return HsqlStationStore.open(
                StoreSettings.in(folder.resolve("store")), new FileKeySource(folder.resolve("keys")), () -> now);
    }

    /** How many readings stand there, all from the first on and each as it was given. */
    static int checkedReadings(StationStore store) {
        var held = store.readings(Facts.ANNA, Instant.EPOCH, Facts.NOON.plus(Duration.ofDays(10_000)));
        for (var tick = 0; tick < held.size(); tick++) {
            if (!held.get(tick).reading().equals(Facts.reading(Facts.ANNA, tick).reading())) {
                throw new IllegalStateException("Reading " + tick + " is " + held.get(tick));
            }
        }
        if (held.size() != store.readingCount()) {
            throw new IllegalStateException(
                    held.size() + " readings stand there, " + store.readingCount() + " counted");
        }
        return held.size();
    }

    /** How many events stand there, numbered from one on without holes and each as it was given. */
    static int checkedEvents(StationStore store) {
        var held = store.eventsAfter(0, Integer.MAX_VALUE);
        for (var i = 0; i < held.size(); i++) {
            var expected = Facts.commanded("c" + i, Facts.NOON.plusSeconds(i));
            var isOld = i < held.size() - 2 * IN_FLIGHT;
            if (!held.get(i).equals(new NumberedEvent(i + 1, expected.happenedAt(), expected.event()))
                    || !(isOld || store.byCommand("c" + i).equals(Optional.of(held.get(i))))) {
                throw new IllegalStateException("Event " + i + " is " + held.get(i));
            }
        }
        return held.size();
    }

    private static void tell(int tick, Kept kept) {
        System.out.println("KEPT " + tick + " " + kept.events().getFirst().seq() + " .");
    }
}
