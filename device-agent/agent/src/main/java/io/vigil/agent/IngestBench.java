package io.vigil.agent;

import io.vigil.agent.serving.StationCaller;
import io.vigil.agent.storing.Figure;
import io.vigil.agent.storing.StoreBench;
import io.vigil.glucose.Origin;
import io.vigil.ward.Patient;
import io.vigil.ward.PatientId;
import io.vigil.ward.Receipt;
import io.vigil.ward.ReceivedReading;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * Measures how many readings a second become durable through the door for sources: over TLS, taken in and judged by the cycle,
 * kept, and receipted. 64 deliveries are under way at a time.
 */
final class IngestBench implements AutoCloseable {

    private static final int PATIENTS = 100;
    private static final int UNDER_WAY = 64;

    private static final int BATCHES = 600;
    private static final int BATCH = 1_000;
    private static final int SINGLES = 20_000;
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final InstantSource wall = InstantSource.system();
    private final RunningStation station;
    private final StationCaller caller;
    private final StationCaller.Deliveries door;
    private final StoreBench disk;

    private IngestBench(RunningStation station, Path data) {
        this.station = station;
        this.caller = StationCaller.of(data);
        this.door = caller.deliver();
        this.disk = new StoreBench(data);
    }

    /** With a station of its own in that folder. */
    static IngestBench at(Path data) {
        var bench = new IngestBench(RunningStation.start(data, AgentSettings.standard(), InstantSource.system()), data);
        bench.admitAll();
        return bench;
    }

    /** Imports in batches of a thousand. The floor is one append and force for each batch. */
    Figure batches() throws IOException {
        var begin = now().minus(Duration.ofDays(30));
        var given = IntStream.range(0, BATCHES)
                .mapToObj(i -> imported(StoreBench.walk(
                        i % PATIENTS, begin.plus(EVERY.multipliedBy((long) BATCH * (i / PATIENTS))), BATCH, EVERY)))
                .toList();
        return Figure.of("ingest-batches", "readings/s", rates(given), BATCH / disk.forcedAppend());
    }

    /** Live readings, each delivered by itself. The floor is one append and force for each, no two of them together. */
    Figure single() throws IOException {
        var begin = now().minus(EVERY.multipliedBy(SINGLES / PATIENTS + 1L));
        var given = IntStream.range(0, SINGLES)
                .mapToObj(i -> StoreBench.walk(i % PATIENTS, begin.plus(EVERY.multipliedBy(i / PATIENTS)), 1, EVERY))
                .toList();
        return Figure.of("ingest-single", "readings/s", rates(given), 1 / disk.forcedAppend());
    }

    @Override
    public void close() {
        door.close();
        caller.close();
        station.close();
    }

    private void admitAll() {
        var intake = station.intake();
        IntStream.range(0, PATIENTS)
                .mapToObj(i -> intake.admit(patient(StoreBench.patient(i), i)))
                .toList()
                .forEach(CompletableFuture::join);
    }

    static Patient patient(PatientId id, int number) {
        return new Patient(id, "Bed " + number, "Bench, " + number, LocalDate.EPOCH, "B-" + number, "");
    }

    /** The rate of each tenth of the run. */
    private double[] rates(List<List<ReceivedReading>> given) {
        var tenth = given.size() / 10;
        var rates = new double[10];
        var underWay = new ArrayDeque<CompletableFuture<Receipt>>();
        for (var i = 0; i < rates.length; i++) {
            var part = given.subList(i * tenth, (i + 1) * tenth);
            var began = System.nanoTime();
            var durable = 0;
            for (var readings : part) {
                if (underWay.size() == UNDER_WAY) {
                    durable += taken(underWay);
                }
                underWay.add(door.give(readings));
            }
            while (i == rates.length - 1 && !underWay.isEmpty()) {
                durable += taken(underWay);
            }
            rates[i] = durable / ((System.nanoTime() - began) / 1e9);
        }
        return rates;
    }

    private static int taken(Queue<CompletableFuture<Receipt>> underWay) {
        var receipt = underWay.remove().join();
        if (!receipt.refused().isEmpty() || receipt.repeated() > 0) {
            throw new IllegalStateException("Not all was new and taken: " + receipt);
        }
        return receipt.taken();
    }

    private static List<ReceivedReading> imported(List<ReceivedReading> walked) {
        return walked.stream()
                .map(walk -> new ReceivedReading(
                        walk.patient(),
                        walk.id(),
                        walk.reading(),
                        Origin.IMPORTED,
                        walk.utcOffsetMinutes(),
                        walk.receivedAt(),
                        walk.clockSkew()))
                .toList();
    }

    private Instant now() {
        return wall.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
