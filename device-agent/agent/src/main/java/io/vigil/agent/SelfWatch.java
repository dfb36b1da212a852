package io.vigil.agent;

import io.vigil.agent.health.Found;
import io.vigil.agent.health.StoreFinding;
import io.vigil.agent.storing.StoreHealth;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Gathers what the station finds of itself. Asked at every tick: nothing here waits for a disk. */
final class SelfWatch {

    private final Supplier<StoreHealth> storeHealth;

    SelfWatch(Supplier<StoreHealth> storeHealth) {
        this.storeHealth = storeHealth;
    }

    /** Everything that an alarm may rise or end on. */
    List<Found> look(Instant now) {
        var store = store();
        return StoreFinding.of(store.sound(), store.filling(), store.words());
    }

    StoreHealth store() {
        return storeHealth.get();
    }
}
