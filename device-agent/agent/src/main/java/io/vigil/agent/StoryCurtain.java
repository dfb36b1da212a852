package io.vigil.agent;

import io.vigil.agent.serving.Screens;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * A story waits for its audience: its clock stands until the past is in the store and a screen watches, so that nothing of it
 * is told to nobody. A real ward's clock never waits.
 */
final class StoryCurtain implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(50);

    private final Thread thread;
    private volatile boolean waiting = true;

    private StoryCurtain(CompletableFuture<Void> pastIsIn, Screens screens, Runnable begin) {
        thread = Thread.ofVirtual().name("curtain").start(() -> {
            while (waiting && !(pastIsIn.isDone() && !screens.watching().isEmpty())) {
                LockSupport.parkNanos(LOOK.toNanos());
            }
            if (waiting) {
                begin.run();
            }
        });
    }

    static StoryCurtain raise(CompletableFuture<Void> pastIsIn, Screens screens, Runnable begin) {
        return new StoryCurtain(pastIsIn, screens, begin);
    }

    @Override
    public void close() {
        waiting = false;
        LockSupport.unpark(thread);
    }
}
