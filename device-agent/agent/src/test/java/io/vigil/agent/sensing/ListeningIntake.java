package io.vigil.agent.sensing;

import io.vigil.glucose.ReadingId;
import io.vigil.ward.Patient;
import io.vigil.ward.Receipt;
import io.vigil.ward.ReceivedReading;
import io.vigil.ward.SensorReport;
import io.vigil.ward.SensorSession;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** An intake that keeps in memory what it is given, can be told to fail, and lets a test wait for what must come. */
final class ListeningIntake implements Intake {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition heard = lock.newCondition();
    private final InstantSource clock;
    private final double speed;
    private final Set<ReadingId> known = new HashSet<>();
    private int failures;

    final List<Patient> admitted = new ArrayList<>();
    final List<SensorSession> started = new ArrayList<>();
    final List<ReceivedReading> kept = new ArrayList<>();
    final List<List<ReceivedReading>> calls = new ArrayList<>();
    final List<SensorReport> reported = new ArrayList<>();
    final List<String> refused = new ArrayList<>();

    ListeningIntake(InstantSource clock, double speed) {
        this.clock = clock;
        this.speed = speed;
    }

    /** The next calls find the store failing. */
    ListeningIntake failing(int times) {
        lock.lock();
        try {
            failures = times;
        } finally {
            lock.unlock();
        }
        return this;
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public double speed() {
        return speed;
    }

    @Override
    public CompletableFuture<Void> admit(Patient patient) {
        return hear(() -> admitted.add(patient)).thenAccept(_ -> {});
    }

    @Override
    public CompletableFuture<Void> start(SensorSession sensor) {
        return hear(() -> started.add(sensor)).thenAccept(_ -> {});
    }

    @Override
    public CompletableFuture<Receipt> take(List<ReceivedReading> readings) {
        return hear(() -> {
                    calls.add(readings);
                    readings.stream().filter(reading -> known.add(reading.id())).forEach(kept::add);
                })
                .thenApply(_ -> new Receipt(readings.size(), 0, List.of()));
    }

    @Override
    public CompletableFuture<Void> report(SensorReport report) {
        return hear(() -> reported.add(report)).thenAccept(_ -> {});
    }

    @Override
    public void refused(String what, String why) {
        var _ = hear(() -> refused.add(what + ": " + why));
    }

    void await(BooleanSupplier condition) throws InterruptedException, TimeoutException {
        lock.lock();
        try {
            var left = TimeUnit.SECONDS.toNanos(30);
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    throw new TimeoutException("admitted " + admitted.size() + ", started " + started.size() + ", kept "
                            + kept.size() + ", refused " + refused);
                }
                left = heard.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    List<Instant> momentsKept() {
        return kept.stream().map(reading -> reading.reading().at()).toList();
    }

    private CompletableFuture<Void> hear(Runnable what) {
        lock.lock();
        try {
            if (failures > 0) {
                failures--;
                return CompletableFuture.failedFuture(new IllegalStateException("the store is failing"));
            }
            what.run();
            heard.signalAll();
            return CompletableFuture.completedFuture(null);
        } finally {
            lock.unlock();
        }
    }
}
