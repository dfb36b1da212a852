package io.vigil.agent;

import io.vigil.agent.health.AbsenceFinding;
import io.vigil.agent.health.ClockFinding;
import io.vigil.agent.health.CloudFinding;
import io.vigil.agent.health.CloudQueue;
import io.vigil.agent.health.Found;
import io.vigil.agent.health.ScreenFinding;
import io.vigil.agent.health.SelfTests;
import io.vigil.agent.health.StoreFinding;
import io.vigil.agent.storing.StoreHealth;
import io.vigil.contract.ScreenBeat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Gathers what the station finds of itself. Asked at every tick, by the cycle: nothing here waits for a disk. */
final class SelfWatch {

    private final Supplier<StoreHealth> storeHealth;
    private final Supplier<List<ScreenBeat>> watching;
    private final BooleanSupplier standing;
    private final ScreenFinding screens;
    private final Supplier<Optional<Duration>> jumped;
    private final ClockFinding clock;
    private final CloudQueue cloud;
    private final Found model;
    private final SelfTests tests;
    private Found absence;

    /**
     * What is looked at.
     *
     * @param watching the screens that watch now
     * @param standing whether the told clock stands
     * @param jumped how far the machine's clock went all at once since it was last asked
     */
    record Sights(
            Supplier<StoreHealth> storeHealth,
            Supplier<List<ScreenBeat>> watching,
            BooleanSupplier standing,
            Supplier<Optional<Duration>> jumped,
            CloudQueue cloud) {}

    /**
     * Begins to watch.
     *
     * @param absence what was found at the start: told once
     * @param model what was found at the start: it stays so until the next
     */
    SelfWatch(Sights sights, ScreenFinding screens, ClockFinding clock, SelfTests tests, Found absence, Found model) {
        this.storeHealth = sights.storeHealth();
        this.watching = sights.watching();
        this.standing = sights.standing();
        this.jumped = sights.jumped();
        this.cloud = sights.cloud();
        this.screens = screens;
        this.clock = clock;
        this.tests = tests;
        this.absence = absence;
        this.model = model;
    }

    /** Everything that an alarm may rise or end on. */
    List<Found> look(Instant now) {
        var store = store();
        var beats = watching.get();
        var audible = (int) beats.stream().filter(ScreenBeat::hasSound).count();
        var found = new ArrayList<>(StoreFinding.of(store.sound(), store.filling(), store.words()));
        found.addAll(screens.look(beats.size(), audible, standing.getAsBoolean(), now));
        found.addAll(clock.look(jumped.get()));
        found.addAll(CloudFinding.of(cloud.oldestWaits()));
        found.addAll(tests.look(now));
        found.add(model);
        found.add(absence);
        absence = AbsenceFinding.back(absence);
        return found;
    }

    StoreHealth store() {
        return storeHealth.get();
    }
}
