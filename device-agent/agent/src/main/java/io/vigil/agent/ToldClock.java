package io.vigil.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
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

    /**
     * Lets the clock run from now on.
     *
     * @param data where it is noted when a story was first told, so that after a restart it goes on as if never interrupted
     */
    void start(AgentSettings.Clock settings, InstantSource wall, Path data) {
        var now = wall.instant();
        var told = settings.story()
                .map(story -> story.plus(times(Duration.between(toldFrom(data.resolve(STORY), now), now), speed)))
                .orElse(now);
        beginning = new Beginning(told, monotonicNanos.getAsLong(), true);
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

    /** Told seconds in a real second. */
    double speed() {
        return speed;
    }

    private static Instant toldFrom(Path note, Instant now) {
        try {
            if (Files.exists(note)) {
                return Instant.parse(Files.readString(note).strip());
            }
            Files.createDirectories(note.getParent());
            Files.writeString(note, now.toString());
            return now;
        } catch (IOException e) {
            throw new CannotStart("It cannot be noted in " + note + " when the story began: " + e.getMessage()
                    + ". See who may write there.");
        }
    }

    private static Duration times(Duration duration, double speed) {
        return Duration.ofNanos(Math.round(duration.toNanos() * speed));
    }
}
