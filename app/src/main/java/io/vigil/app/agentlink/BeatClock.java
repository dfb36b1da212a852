package io.vigil.app.agentlink;

import io.vigil.contract.AgentBeat;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The station's told clock as this screen knows it: set by the agent's beats, and run on between them by the machine's
 * monotonic clock. A beat only ever comes late, so the one that puts the clock furthest ahead was the quickest, and the most
 * right; the clock goes back only when it is wrong by more than a beat can be late.
 */
final class BeatClock implements InstantSource {

    private static final Duration LATEST_BEAT = Duration.ofSeconds(2);

    private final LongSupplier nanos;
    private volatile Set set;

    /** What the clock was set to, and when. */
    private record Set(Instant told, double speed, long atNanos) {

        Instant told(long nanos) {
            return told.plusNanos(Math.round((nanos - atNanos) * speed));
        }
    }

    BeatClock(Instant start, LongSupplier nanos) {
        this.nanos = nanos;
        this.set = new Set(start, 1, nanos.getAsLong());
    }

    /** For one thread only: beats come one after the other. */
    void heard(AgentBeat beat) {
        var now = nanos.getAsLong();
        var ahead = Duration.between(beat.now(), set.told(now));
        var tolerated = Math.round(LATEST_BEAT.toNanos() * beat.speed());
        if (beat.speed() != set.speed() || ahead.isNegative() || ahead.toNanos() > tolerated) {
            set = new Set(beat.now(), beat.speed(), now);
        }
    }

    @Override
    public Instant instant() {
        return set.told(nanos.getAsLong());
    }
}
