package io.vigil.agent.sensing;

import io.vigil.agent.sensing.WardManifest.Bed;
import io.vigil.ward.ReceivedReading;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays the recordings of a ward as if its sensors were there: first each patient's past, then each reading when the told
 * clock reaches its moment. One thread serves all beds and sleeps in between; each wait is reckoned anew from the told
 * clock, so that it never drifts. What the intake did not take is given again until there is a receipt, and a new source on
 * the same story gives all of it again: the ids are the same, so that nothing is doubled and nothing is lost.
 */
public final class ReplaySource implements Source {

    private static final Logger LOG = LoggerFactory.getLogger(ReplaySource.class);

    private static final Duration GIVEN_AGAIN_AFTER = Duration.ofSeconds(1);
    /** The longest real wait: a told clock that was set forward is noticed by then. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final WardManifest ward;
    private final Duration givenAgainAfter;
    private final Thread player;
    private final List<Playback> beds = new ArrayList<>();
    private final BlockingQueue<Runnable> again = new LinkedBlockingQueue<>();
    private final CompletableFuture<Intake> opened = new CompletableFuture<>();
    private final CompletableFuture<Void> pastIsIn = new CompletableFuture<>();

    private ReplaySource(WardManifest ward, Duration givenAgainAfter) {
        this.ward = ward;
        this.givenAgainAfter = givenAgainAfter;
        this.player = Thread.ofPlatform().name("replay").daemon().unstarted(this::play);
    }

    public static ReplaySource of(WardManifest ward) {
        return new ReplaySource(ward, GIVEN_AGAIN_AFTER);
    }

    /** The same with another patience, for tests. */
    static ReplaySource of(WardManifest ward, Duration givenAgainAfter) {
        return new ReplaySource(ward, givenAgainAfter);
    }

    @Override
    public void open(Intake intake) {
        opened.complete(intake);
        player.start();
    }

    /** Completes when every patient's past has its receipt. */
    public CompletableFuture<Void> pastIsIn() {
        return pastIsIn;
    }

    @Override
    public void close() {
        player.interrupt();
        try {
            player.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void play() {
        var intake = opened.join();
        try {
            begin(intake);
            while (true) {
                var now = intake.clock().instant();
                beds.forEach(bed -> give(bed.due(now), intake));
                var refused = again.poll(nanosUntilNext(intake), TimeUnit.NANOSECONDS);
                if (refused != null) {
                    refused.run();
                }
            }
        } catch (InterruptedException _) {
            LOG.info("replay ended ward=\"{}\"", ward.ward());
        }
    }

    private void begin(Intake intake) throws InterruptedException {
        var openedAt = intake.clock().instant();
        var given = new ArrayList<CompletableFuture<Void>>();
        for (var bed : ward.beds()) {
            var placed = read(bed, intake).placed(bed.moment(), ward.storyStarts());
            var playback = Playback.of(ward, bed, placed, openedAt);
            var past = Playback.past(ward, bed, placed, openedAt);
            var _ = insist(() -> intake.admit(bed.patient()));
            given.add(giveReadings(past, intake));
            give(playback.due(intake.clock().instant()), intake);
            beds.add(playback);
        }
        var _ = CompletableFuture.allOf(given.toArray(CompletableFuture[]::new)).thenRun(() -> pastIsIn.complete(null));
        LOG.info("replay began ward=\"{}\" beds={} past={}", ward.ward(), beds.size(), ward.past());
    }

    /** A recording that cannot be read is no reason to leave the bed out: its silence must be heard. */
    private static Recording read(Bed bed, Intake intake) throws InterruptedException {
        try {
            var recording = Recording.read(bed.recording(), LocalDateTime.MAX);
            leaveWhenClosed();
            for (var refusal : recording.refusals()) {
                intake.refused(refusal.file() + " line " + refusal.line(), refusal.reason());
            }
            return recording;
        } catch (SensingFailed e) {
            leaveWhenClosed();
            LOG.warn("recording refused patient={} why={}", bed.patient().id().key(), e.sentence());
            var name = String.valueOf(bed.recording().getFileName());
            intake.refused(name, e.sentence());
            return new Recording(name, List.of(), List.of());
        }
    }

    /** To be closed breaks off the reading of a file, which must not be told as the file's fault. */
    private static void leaveWhenClosed() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("closed while reading");
        }
    }

    private void give(Playback.Due due, Intake intake) {
        for (var sensor : due.sensors()) {
            var _ = insist(() -> intake.start(sensor));
        }
        var _ = giveReadings(due.readings(), intake);
    }

    private CompletableFuture<Void> giveReadings(List<ReceivedReading> readings, Intake intake) {
        return readings.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : insist(() -> intake.take(readings)
                        .thenAccept(receipt ->
                                receipt.refused().forEach(sentence -> LOG.warn("reading refused why={}", sentence))));
    }

    /** Gives, and gives again for as long as there is no receipt; completes with the receipt. */
    private CompletableFuture<Void> insist(Supplier<CompletableFuture<Void>> giving) {
        var taken = new CompletableFuture<Void>();
        insist(giving, taken);
        return taken;
    }

    private void insist(Supplier<CompletableFuture<Void>> giving, CompletableFuture<Void> taken) {
        var _ = giving.get().whenComplete((_, failure) -> {
            if (failure == null) {
                taken.complete(null);
            } else {
                CompletableFuture.delayedExecutor(givenAgainAfter.toNanos(), TimeUnit.NANOSECONDS)
                        .execute(() -> again.add(() -> insist(giving, taken)));
            }
        });
    }

    private long nanosUntilNext(Intake intake) {
        var now = intake.clock().instant();
        return beds.stream()
                .flatMap(bed -> bed.next().stream())
                .min(Comparator.naturalOrder())
                .map(next -> Math.round(Duration.between(now, next).toNanos() / intake.speed()))
                .map(wait -> Math.clamp(wait, 0, LONGEST_WAIT.toNanos()))
                .orElse(LONGEST_WAIT.toNanos());
    }
}
