package io.vigil.agent.health;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What was last seen of something that may hang, such as a disk. It is looked at on a thread of its own, so that who asks
 * never waits; when looking takes too long, that is the answer.
 */
public final class Glance<T> implements Supplier<T>, AutoCloseable {

    private final Supplier<T> look;
    private final Function<Duration, T> unseen;
    private final Duration every;
    private final Duration patience;
    private final Thread thread;
    private volatile Seen<T> last;
    private volatile boolean awake = true;

    private record Seen<T>(T what, long atNanos) {}

    /**
     * Looks once, and from then on again and again.
     *
     * @param unseen what to answer when nothing could be seen for so long
     */
    public Glance(Supplier<T> look, Function<Duration, T> unseen, Duration every, Duration patience) {
        this.look = look;
        this.unseen = unseen;
        this.every = every;
        this.patience = patience;
        this.last = new Seen<>(look.get(), System.nanoTime());
        this.thread = Thread.ofPlatform().name("glance").daemon().start(this::watch);
    }

    @Override
    public T get() {
        var seen = last;
        var age = Duration.ofNanos(System.nanoTime() - seen.atNanos);
        return age.compareTo(patience) > 0 ? unseen.apply(age) : seen.what;
    }

    @Override
    public void close() {
        awake = false;
        LockSupport.unpark(thread);
    }

    private void watch() {
        while (awake) {
            LockSupport.parkNanos(every.toNanos());
            last = new Seen<>(look.get(), System.nanoTime());
        }
    }
}
