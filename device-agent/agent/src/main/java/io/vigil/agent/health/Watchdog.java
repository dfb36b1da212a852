package io.vigil.agent.health;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Fed at the end of every turn of the cycle. A cycle that stands still for too long cannot judge, and an agent that cannot
 * judge must not look alive: what then happens is given from outside, in the agent its end, so that its service starts it
 * anew and the screens tell that it is gone.
 */
// [impl->req~station.hang-is-noticed~1]
public final class Watchdog implements AutoCloseable {

    private final Duration patience;
    private final Consumer<Duration> onStarved;
    private final Thread thread;
    private volatile long fedAtNanos = System.nanoTime();
    private volatile boolean awake = true;

    public Watchdog(Duration patience, Consumer<Duration> onStarved) {
        this.patience = patience;
        this.onStarved = onStarved;
        this.thread = Thread.ofPlatform().name("watchdog").daemon().start(this::watch);
    }

    public void feed() {
        fedAtNanos = System.nanoTime();
    }

    @Override
    public void close() {
        awake = false;
        LockSupport.unpark(thread);
    }

    private void watch() {
        while (awake) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            var hungry = Duration.ofNanos(System.nanoTime() - fedAtNanos);
            if (awake && hungry.compareTo(patience) > 0) {
                awake = false;
                onStarved.accept(hungry);
            }
        }
    }
}
