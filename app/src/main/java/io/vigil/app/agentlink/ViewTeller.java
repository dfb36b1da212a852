package io.vigil.app.agentlink;

import io.vigil.app.agentlink.AgentLink.Subscription;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Hands the newest view to all who listen. While one is on its way, newer ones take its place: none arrives late. */
final class ViewTeller {

    private final Executor executor;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean onItsWay = new AtomicBoolean();
    private final Object delivering = new Object();
    private volatile StationView newest;

    ViewTeller(StationView first, Executor executor) {
        this.newest = first;
        this.executor = executor;
    }

    void tell(StationView view) {
        newest = view;
        if (onItsWay.compareAndSet(false, true)) {
            executor.execute(() -> {
                onItsWay.set(false);
                deliverTo(listeners);
            });
        }
    }

    Subscription add(Consumer<StationView> consumer) {
        var listener = new Listener(consumer);
        listeners.add(listener);
        executor.execute(() -> deliverTo(Set.of(listener)));
        return () -> listeners.remove(listener);
    }

    private void deliverTo(Set<Listener> some) {
        synchronized (delivering) {
            var view = newest;
            some.stream().filter(listeners::contains).forEach(listener -> listener.consumer.accept(view));
        }
    }

    /** One who listens. The same consumer may listen twice: no two listeners are equal. */
    private static final class Listener {

        private final Consumer<StationView> consumer;

        private Listener(Consumer<StationView> consumer) {
            this.consumer = consumer;
        }
    }
}
