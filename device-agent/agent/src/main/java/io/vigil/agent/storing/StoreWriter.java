package io.vigil.agent.storing;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. It takes all that waits, up to a bound, and makes it durable with one commit: three hundred
 * sources cost little more than one. When nobody waits it packs old days, one at a time. A fact that
 * does not fit is refused, it alone. After the first failure to write it writes nothing more, and says so to everyone.
 */
final class StoreWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreWriter.class);

    private static final int JOBS_A_COMMIT = 500;
    /** Bounds how long an answer waits behind an import. */
    private static final int READINGS_A_COMMIT = 10_000;
    /** Bounds memory when the disk hangs: an hour of a large ward, or some thousand imports. */
    private static final long MOST_WAITING = 2_000_000;
    /** A disk that takes longer for one commit is a fault to be told. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final long IDLE_MILLIS = 250;
    private static final long IDLE = Long.MIN_VALUE;

    private final Ledger ledger;
    private final InstantSource clock;
    private final Duration recentFor;
    private final BlockingQueue<Job> waiting = new LinkedBlockingQueue<>();
    private final AtomicLong weightWaiting = new AtomicLong();
    private final ExecutorService answering = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("store-answers").factory());
    private final Thread thread;
    private final AtomicLong busySinceNanos = new AtomicLong(IDLE);
    private volatile boolean closing;
    private volatile @Nullable StoreFailed failure;

    StoreWriter(Ledger ledger, InstantSource clock, Duration recentFor) {
        this.ledger = ledger;
        this.clock = clock;
        this.recentFor = recentFor;
        this.thread = Thread.ofPlatform().name("store-writer").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void accept(Job job) {
        if (weightWaiting.addAndGet(job.weight()) > MOST_WAITING) {
            weightWaiting.addAndGet(-job.weight());
            job.answer()
                    .completeExceptionally(new StoreFailed(
                            "The store is too far behind to take more; its disk is too slow or hangs."));
            return;
        }
        waiting.add(job);
        // Asked after the job was laid down, so that it finds either the writer at work or its end.
        if (failure != null || !thread.isAlive()) {
            failAllWaiting();
        }
    }

    /** Why nothing more is kept, if so. */
    Optional<String> trouble() {
        var since = busySinceNanos.get();
        var hangs = since != IDLE && System.nanoTime() - since > PATIENCE.toNanos();
        return Optional.ofNullable(failure)
                .map(StoreFailed::getMessage)
                .or(() -> hangs ? Optional.of("The disk of the store does not answer.") : Optional.empty());
    }

    private void run() {
        try {
            while (!(closing && waiting.isEmpty())) {
                var first = waiting.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    write(group(first));
                } else {
                    pack();
                }
            }
        } catch (InterruptedException e) {
            fail(e);
        } catch (IOException | JdbiException | StoreFailed e) {
            fail(e);
        } catch (RuntimeException | Error e) {
            // What we did, not the world: nobody may wait for an answer that never comes. Then it falls.
            fail(e);
            throw e;
        } finally {
            failAllWaiting();
        }
    }

    private List<Job> group(Job first) {
        var group = new ArrayList<Job>();
        var weight = 0;
        for (var next = first; next != null; next = weight < READINGS_A_COMMIT ? waiting.poll() : null) {
            group.add(next);
            weight += next.weight();
            if (group.size() == JOBS_A_COMMIT) {
                break;
            }
        }
        return group;
    }

    // [impl->req~store.nothing-acknowledged-is-lost~1]
    private void write(List<Job> group) throws IOException {
        busySinceNanos.set(System.nanoTime());
        try {
            writeInHalves(group);
        } catch (IOException | RuntimeException | Error e) {
            var because = fail(e);
            // Behind the answers of those that were written before it failed: they stay kept.
            group.forEach(job -> answering.execute(() -> job.answer().completeExceptionally(because)));
            throw e;
        } finally {
            busySinceNanos.set(IDLE);
            group.forEach(job -> weightWaiting.addAndGet(-job.weight()));
        }
    }

    /** All at once; where one of them is refused, in halves until it stands alone: a few commits instead of hundreds. */
    private void writeInHalves(List<Job> group) throws IOException {
        try {
            ledger.write(group).forEach(answering::execute);
        } catch (FactRefused e) {
            if (group.size() == 1) {
                LOG.warn("A fact was refused code=FACT_REFUSED cause=\"{}\"", e.getMessage());
                answering.execute(() -> group.getFirst().answer().completeExceptionally(e));
            } else {
                var half = group.size() / 2;
                writeInHalves(group.subList(0, half));
                writeInHalves(group.subList(half, group.size()));
            }
        }
    }

    private void pack() throws IOException {
        var firstRecentDay =
                ReadingWords.utcDay(ReadingWords.micros(clock.instant().minus(recentFor)));
        var more = true;
        while (more && waiting.isEmpty() && !closing) {
            busySinceNanos.set(System.nanoTime());
            more = ledger.packOneBefore(firstRecentDay);
            busySinceNanos.set(IDLE);
        }
    }

    /** The first failure is the one that is told, and it is told before anybody is answered with it. */
    private StoreFailed fail(Throwable cause) {
        var first = failure;
        if (first == null) {
            first = new StoreFailed(
                    "The store could not write and takes nothing more: " + cause.getMessage()
                            + ". Nothing that was answered is lost. Make room on the disk or replace it, then restart the agent.",
                    cause);
            failure = first;
            LOG.error("Store failed; nothing more is kept code=STORE_FAILING cause=\"{}\"", cause.getMessage());
        }
        return first;
    }

    /** Also run by whoever comes after the writer's end: no job stays unanswered between the two. */
    private void failAllWaiting() {
        var because = Optional.ofNullable(failure).orElseGet(() -> new StoreFailed("The store is closed."));
        for (var job = waiting.poll(); job != null; job = waiting.poll()) {
            weightWaiting.addAndGet(-job.weight());
            job.answer().completeExceptionally(because);
        }
    }

    /** Writes what waits, answers it, and ends. */
    @Override
    public void close() {
        closing = true;
        var interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true; // what was given is written first
            }
        }
        failAllWaiting();
        answering.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
