package io.vigil.agent.storing;

import io.vigil.agent.storing.StationStore.Kept;
import io.vigil.agent.storing.StationStore.KnownPerson;
import io.vigil.ward.ReceivedReading;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Something that waits to be written, and the answer that waits with it. */
sealed interface Job {

    CompletableFuture<?> answer();

    /** How much of a transaction it fills, in readings. */
    int weight();

    record KeepFacts(List<ReceivedReading> readings, List<EventJournal.Ready> events, CompletableFuture<Kept> answer)
            implements Job {
        @Override
        public int weight() {
            return readings.size() + events.size();
        }
    }

    record KeepPerson(KnownPerson person, CompletableFuture<KnownPerson> answer) implements Job {
        @Override
        public int weight() {
            return 1;
        }
    }
}
