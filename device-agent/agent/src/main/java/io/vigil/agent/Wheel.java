package io.vigil.agent;

import io.vigil.agent.health.Watchdog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What turns the cycle: one thread, which owns all that is judged on, and a mailbox. Everyone else leaves a message and goes
 * on. Silence turns it too. The watchdog is fed at the end of each turn.
 */
final class Wheel implements AutoCloseable {

    /** In real time, whatever the speed of the told clock. */
    private static final Duration TICK = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Watchdog watchdog;
    private final Thread.UncaughtExceptionHandler onBroken;
    private final BlockingQueue<Runnable> messages = new LinkedBlockingQueue<>();
    private Thread thread = Thread.ofPlatform().unstarted(() -> {});
    private volatile boolean turns = true;

    Wheel(InstantSource clock, Watchdog watchdog, Thread.UncaughtExceptionHandler onBroken) {
        this.clock = clock;
        this.watchdog = watchdog;
        this.onBroken = onBroken;
    }

    /**
     * Begins to turn; messages that were left before are read first.
     *
     * @param tick what is done when a second has passed, told the time
     */
    void start(Consumer<Instant> tick) {
        thread = Thread.ofPlatform()
                .name("cycle")
                .uncaughtExceptionHandler(onBroken)
                .start(() -> turn(tick));
    }

    /** Leaves a message. What it answers may come later, and from another thread. */
    <T> CompletableFuture<T> onTurn(Function<Instant, CompletableFuture<T>> act) {
        var result = new CompletableFuture<T>();
        messages.add(() -> {
            var _ = act.apply(clock.instant()).whenComplete((value, failure) -> {
                if (failure == null) {
                    result.complete(value);
                } else {
                    result.completeExceptionally(failure);
                }
            });
        });
        return result;
    }

    /** Reads what was left so far, then stands still. */
    @Override
    public void close() {
        messages.add(() -> turns = false);
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn(Consumer<Instant> tick) {
        var nextTick = System.nanoTime();
        try {
            while (turns) {
                var wait = nextTick - System.nanoTime();
                if (wait <= 0) {
                    tick.accept(clock.instant());
                    nextTick = System.nanoTime() + TICK.toNanos();
                } else {
                    var message = messages.poll(wait, TimeUnit.NANOSECONDS);
                    if (message != null) {
                        message.run();
                    }
                }
                watchdog.feed();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
