package io.vigil.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The station's told clock, to the microsecond, which is as fine as store and wire keep it: reads the wall once, when it is
 * started, and from then on runs on the machine's monotonic clock, so that no jump of the wall clock shortens a silence or a
 * pause. At a speed above 1 it tells a recorded night faster. Until it is started it stands still.
 */
final class ToldClock implements InstantSource {

    private static final String STORY = "story-told-from";

    private final double speed;
    private final LongSupplier monotonicNanos;
    private volatile Beginning beginning;

    private record Beginning(Instant told, long nanos, boolean runs) {}

    private ToldClock(Instant told, double speed, LongSupplier monotonicNanos) {
        this.speed = speed;
        this.monotonicNanos = monotonicNanos;
        this.beginning = new Beginning(told, monotonicNanos.getAsLong(), false);
    }

    /** A clock that stands at the present, or at the beginning of the story that the settings name. */
    static ToldClock of(AgentSettings.Clock settings, InstantSource wall, LongSupplier monotonicNanos) {
        return new ToldClock(settings.story().orElseGet(wall::instant), settings.speed(), monotonicNanos);
    }

    /** Lets the clock run from the present on. */
    void start(InstantSource wall) {
        run(wall.instant());
    }

    /** Takes up a story where it would be by now, had it not been interrupted; false when it was never begun. */
    boolean resumeStory(InstantSource wall, Path data) {
        return begunAt(data.resolve(STORY))
                .map(begun -> {
                    var elapsed = Duration.between(begun, wall.instant());
                    run(instant().plus(times(elapsed.isNegative() ? Duration.ZERO : elapsed, speed)));
                    return true;
                })
                .orElse(false);
    }

    /** Begins a story, and notes when, so that a restart can take it up. */
    void beginStory(InstantSource wall, Path data) {
        var note = data.resolve(STORY);
        try {
            Files.createDirectories(data);
            Files.writeString(note, wall.instant().toString());
        } catch (IOException e) {
            throw new CannotStart("It cannot be noted in " + note + " when the story began: " + e.getMessage()
                    + ". See who may write there.");
        }
        run(instant());
    }

    @Override
    public Instant instant() {
        var from = beginning;
        if (!from.runs) {
            return from.told.truncatedTo(ChronoUnit.MICROS);
        }
        var elapsed = Duration.ofNanos(monotonicNanos.getAsLong() - from.nanos);
        return from.told.plus(times(elapsed, speed)).truncatedTo(ChronoUnit.MICROS);
    }

    /** Told seconds in a real second, once it runs. */
    double speed() {
        return speed;
    }

    /** Told seconds in a real second at this moment: none while it stands. */
    double speedNow() {
        return beginning.runs ? speed : 0;
    }

    private void run(Instant from) {
        beginning = new Beginning(from, monotonicNanos.getAsLong(), true);
    }

    private static Optional<Instant> begunAt(Path note) {
        try {
            return Files.exists(note)
                    ? Optional.of(Instant.parse(Files.readString(note).strip()))
                    : Optional.empty();
        } catch (IOException | DateTimeParseException e) {
            throw new CannotStart(
                    note + " does not tell when the story began: " + e.getMessage() + ". Remove it to begin anew.");
        }
    }

    private static Duration times(Duration duration, double speed) {
        return Duration.ofNanos(Math.round(duration.toNanos() * speed));
    }
}
