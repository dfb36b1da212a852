package io.vigil.agent;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;

/**
 * The end of the program. It comes by a signal or by the end of the lifeline, and is held off until what runs has been closed
 * in order: that is when this is closed itself, as the last.
 */
final class Shutdown implements AutoCloseable {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    private Shutdown() {}

    /** @param lifeline whether the end of standard input is the end of the program */
    static Shutdown hooked(boolean lifeline) {
        var shutdown = new Shutdown();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            shutdown.asked.countDown();
            await(shutdown.closed);
        }));
        if (lifeline) {
            Thread.ofPlatform().name("lifeline").daemon().start(() -> {
                holdOn();
                shutdown.asked.countDown();
            });
        }
        return shutdown;
    }

    void await() {
        await(asked);
    }

    @Override
    public void close() {
        closed.countDown();
    }

    /** Nothing is said on a lifeline; a torn one is as good as ended. */
    private static void holdOn() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
            return;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
