package io.vigil.agent.storing;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Listens to what the database says of its own failures. HSQLDB tells of a write that did not reach the disk in its log
 * and nowhere else: the commit returns as if nothing were wrong. So the guard is asked after every commit, and before
 * anything is answered. Once it has spoken it never falls silent.
 */
final class WriteGuard extends Handler {

    /** Held here because the JDK forgets a logger, and its handlers, that nobody holds. */
    private static final Logger DATABASES = Logger.getLogger("hsqldb.db");

    private final AtomicReference<String> alarm = new AtomicReference<>("");

    private WriteGuard() {}

    /** Hears every database of this process: a station has one, and a name that changed must not make the guard deaf. */
    static WriteGuard listen() {
        var guard = new WriteGuard();
        guard.setLevel(Level.WARNING);
        DATABASES.setLevel(Level.WARNING);
        DATABASES.addHandler(guard);
        return guard;
    }

    /** What the database said, if it ever did. */
    Optional<String> alarm() {
        return Optional.of(alarm.get()).filter(words -> !words.isEmpty());
    }

    @Override
    public void publish(LogRecord said) {
        if (isLoggable(said)) {
            var thrown = said.getThrown();
            alarm.compareAndSet("", said.getMessage() + (thrown == null ? "" : " (" + thrown.getMessage() + ")"));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        DATABASES.removeHandler(this);
    }
}
