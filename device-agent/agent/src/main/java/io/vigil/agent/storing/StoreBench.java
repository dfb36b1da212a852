package io.vigil.agent.storing;

import io.vigil.agent.storing.StationStore.Kept;
import io.vigil.agent.storing.keys.FileKeySource;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.Origin;
import io.vigil.glucose.Reading;
import io.vigil.glucose.ReadingId;
import io.vigil.ward.PatientId;
import io.vigil.ward.ReceivedReading;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.Deflater;

/**
 * Measures the store beside what its disk can do at all. Each works in a new folder below the one it is given, which the
 * caller removes. The readings are a walk as sensors make it: whole mg/dL, some a second late, now and then a gap.
 */
public final class StoreBench {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final int BATCH = 1_000;
    private static final int IN_FLIGHT = 64;

    private final Path scratch;

    public StoreBench(Path scratch) {
        this.scratch = scratch;
    }

    /**
     * Bytes that the files grow by for each further reading at five minutes, everything counted. An empty store takes some
     * megabytes, and files grow by two at a time: meaningful from some million readings on. The floor is what zlib makes at
     * its best of the bare values and times of a year, without whose they are, when they came and how to find one.
     */
    public Figure bytesAReading(int patients, int days) {
        var folder = scratch.resolve("bytes");
        var first = grown(folder, patients, 0, 1);
        var all = grown(folder, patients, 1, days);
        var readings = (double) patients * (days - 1) * 288;
        return Figure.of("store-bytes-a-reading", "B", new double[] {(all - first) / readings}, deflated());
    }

    private static double deflated() {
        var year = walk(0, START, 365 * 288, FIVE_MINUTES);
        var bare = ByteBuffer.allocate(year.size() * 3);
        var before = START;
        for (var received : year) {
            var at = received.reading().at();
            bare.putShort((short) Duration.between(before, at).toSeconds());
            before = at;
        }
        var last = 0;
        for (var received : year) {
            var mgPerDl =
                    (int) ((Reading.Measured) received.reading()).glucose().mgPerDl();
            bare.put((byte) (mgPerDl - last));
            last = mgPerDl;
        }
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(bare.array());
        deflater.finish();
        deflater.deflate(new byte[bare.capacity()]);
        var bytes = (double) deflater.getBytesWritten();
        deflater.end();
        return bytes / year.size();
    }

    /** Measured when closed, so that no log counts twice what stands in place. */
    private static long grown(Path folder, int patients, int fromDay, int toDay) {
        try (var store = open(folder)) {
            for (var patient = 0; patient < patients; patient++) {
                var from = START.plus(Duration.ofDays(fromDay));
                keepInBatches(store, walk(patient, from, (toDay - fromDay) * 288, FIVE_MINUTES));
            }
        }
        return StoreFolder.at(folder.resolve("store")).sizeInBytes();
    }

    /** Milliseconds to open a store of so many readings. The floor is one reading of its files. */
    public Figure open(long readings, int times) throws IOException {
        var folder = scratch.resolve("open");
        fill(folder, readings);
        var millis = new double[times];
        for (var i = 0; i < times; i++) {
            var before = System.nanoTime();
            var store = open(folder);
            millis[i] = (System.nanoTime() - before) / 1e6;
            store.close();
        }
        return Figure.of("store-open-" + readings, "ms", millis, readThrough(folder.resolve("store")));
    }

    /** Milliseconds to read 90 days at one minute. The floor is one reading of the files, which hold nothing else. */
    public Figure ninetyDays(int times) throws IOException {
        var folder = scratch.resolve("ninety");
        var millis = new double[times];
        try (var store = open(folder)) {
            keepInBatches(store, walk(0, START, 90 * 1_440, Duration.ofMinutes(1)));
            var patient = patient(0);
            for (var i = 0; i < times; i++) {
                var before = System.nanoTime();
                var found = store.readings(patient, START, START.plus(Duration.ofDays(91)));
                millis[i] = (System.nanoTime() - before) / 1e6;
                if (found.size() != 90 * 1_440) {
                    throw new IllegalStateException("Found " + found.size() + " readings");
                }
            }
        }
        return Figure.of("store-90-days", "ms", millis, readThrough(folder.resolve("store")));
    }

    /** Durable readings a second, in batches of a thousand, second by second of the run. */
    public Figure ingestBatches(int batches) throws IOException {
        try (var store = open(scratch.resolve("batches"))) {
            var given = IntStream.range(0, batches)
                    .mapToObj(batch ->
                            walk(batch % 100, START.plus(Duration.ofDays(4L * (batch / 100))), BATCH, FIVE_MINUTES))
                    .toList();
            return Figure.of("store-ingest-batches", "readings/s", rates(store, given), BATCH / forcedAppend());
        }
    }

    /** Durable readings a second, one by one with 64 in flight. The floor is one append and force for each. */
    public Figure ingestSingle(int readings) throws IOException {
        try (var store = open(scratch.resolve("single"))) {
            var given = IntStream.range(0, readings)
                    .mapToObj(i ->
                            List.of(walk(i % 100, START.plus(FIVE_MINUTES.multipliedBy(i / 100)), 1, FIVE_MINUTES)
                                    .getFirst()))
                    .toList();
            return Figure.of("store-ingest-single", "readings/s", rates(store, given), 1 / forcedAppend());
        }
    }

    /** Keeps all with some in flight; the rate of each tenth of the run. */
    private static double[] rates(StationStore store, List<List<ReceivedReading>> given) {
        var tenth = Math.max(1, given.size() / 10);
        var rates = new ArrayList<Double>();
        var inFlight = new ArrayDeque<CompletableFuture<Kept>>();
        for (var from = 0; from < given.size(); from += tenth) {
            var part = given.subList(from, Math.min(given.size(), from + tenth));
            var before = System.nanoTime();
            for (var readings : part) {
                if (inFlight.size() == IN_FLIGHT) {
                    inFlight.remove().join();
                }
                inFlight.add(store.keep(readings, List.of()));
            }
            inFlight.forEach(CompletableFuture::join);
            inFlight.clear();
            var count = part.stream().mapToInt(List::size).sum();
            rates.add(count / ((System.nanoTime() - before) / 1e9));
        }
        return rates.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Seconds for one append of 200 bytes that is forced to this disk: the middle of two hundred. */
    public double forcedAppend() throws IOException {
        var seconds = new double[200];
        try (var file = FileChannel.open(
                scratch.resolve("floor"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND)) {
            for (var i = 0; i < seconds.length; i++) {
                var before = System.nanoTime();
                file.write(ByteBuffer.allocate(200));
                file.force(false);
                seconds[i] = (System.nanoTime() - before) / 1e9;
            }
        }
        return Figure.of("append", "s", seconds, Double.NaN).p50();
    }

    private static double readThrough(Path folder) throws IOException {
        var before = System.nanoTime();
        var piece = ByteBuffer.allocate(1 << 18);
        for (var path : StoreFolder.at(folder).files()) {
            try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
                while (file.read(piece) >= 0) {
                    piece.clear();
                }
            }
        }
        return (System.nanoTime() - before) / 1e6;
    }

    private static void fill(Path folder, long readings) {
        try (var store = open(folder)) {
            for (var patient = 0; store.readingCount() < readings; patient++) {
                keepInBatches(store, walk(patient, START, (int) Math.min(100_000, readings), FIVE_MINUTES));
            }
        }
    }

    private static void keepInBatches(StationStore store, List<ReceivedReading> readings) {
        var batches = IntStream.rangeClosed(0, (readings.size() - 1) / (BATCH * 10))
                .mapToObj(batch ->
                        readings.subList(batch * BATCH * 10, Math.min(readings.size(), (batch + 1) * BATCH * 10)))
                .toList();
        rates(store, batches);
    }

    private static StationStore open(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreFailed("No room to measure in: " + e.getMessage(), e);
        }
        return HsqlStationStore.open(
                StoreSettings.in(folder.resolve("store")), new FileKeySource(folder.resolve("keys")), () -> START);
    }

    public static PatientId patient(int number) {
        return new PatientId("bench-" + number);
    }

    /** So many readings of a patient of that number, the same each time. */
    public static List<ReceivedReading> walk(int number, Instant from, int count, Duration every) {
        var random = new Random(number);
        var patient = patient(number);
        var readings = new ArrayList<ReceivedReading>(count);
        var mgPerDl = 120.0;
        var drift = 0.0;
        for (var i = 0; i < count; i++) {
            drift = drift * 0.9 + random.nextGaussian() * every.toSeconds() / 200.0;
            mgPerDl = Math.clamp(mgPerDl + drift + (120 - mgPerDl) * 0.005, 42, 380);
            var at = from.plus(every.multipliedBy(i)).plusSeconds(random.nextInt(4) == 0 ? 1 : 0);
            readings.add(new ReceivedReading(
                    patient,
                    new ReadingId("bench", "s" + i / 2_880, at.getEpochSecond()),
                    new Reading.Measured(at, Glucose.mgPerDl(Math.rint(mgPerDl))),
                    Origin.LIVE,
                    60,
                    at.plusSeconds(2 + random.nextInt(3)),
                    Duration.ZERO));
        }
        return readings;
    }
}
