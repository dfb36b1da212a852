package io.vigil.agent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * The station's told clock, to the microsecond, which is as fine as store and wire keep it: reads the wall once, when it is made, and from then on runs on the machine's monotonic clock, so
 * that no jump of the wall clock shortens a silence or a pause. At a speed above 1 it tells a recorded night faster.
 */
public final class ToldClock implements InstantSource {

    private final Instant start;
    private final double speed;
    private final LongSupplier monotonicNanos;
    private final long startedAtNanos;

    ToldClock(Instant start, double speed, LongSupplier monotonicNanos) {
        this.start = start;
        this.speed = speed;
        this.monotonicNanos = monotonicNanos;
        this.startedAtNanos = monotonicNanos.getAsLong();
    }

    /** A clock that tells the real time, or the story of the settings as far as it has come by the wall's time. */
    static ToldClock of(AgentSettings.Clock settings, InstantSource wall) {
        var now = wall.instant();
        var start = settings.story()
                .map(story -> story.startsAt().plus(times(Duration.between(story.toldFrom(), now), settings.speed())))
                .orElse(now);
        return new ToldClock(start, settings.speed(), System::nanoTime);
    }

    @Override
    public Instant instant() {
        var elapsed = Duration.ofNanos(monotonicNanos.getAsLong() - startedAtNanos);
        return start.plus(times(elapsed, speed)).truncatedTo(ChronoUnit.MICROS);
    }

    /** Told seconds in a real second. */
    double speed() {
        return speed;
    }

    private static Duration times(Duration duration, double speed) {
        return Duration.ofNanos(Math.round(duration.toNanos() * speed));
    }
}
