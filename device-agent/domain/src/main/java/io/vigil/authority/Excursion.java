package io.vigil.authority;

import io.vigil.glucose.GlucoseHistory;
import java.time.Duration;
import java.time.Instant;

/** The time an alarm was told of, by the clock of its readings: the first and the last that it rests on. */
record Excursion(Instant from, Instant to) {

    static Excursion begunAt(Instant at) {
        return new Excursion(at, at);
    }

    Excursion joinedBy(Excursion other) {
        return new Excursion(other.from.isBefore(from) ? other.from : from, other.to.isAfter(to) ? other.to : to);
    }

    /** Zero within. */
    Duration distanceTo(Instant at) {
        return Duration.between(edgeTowards(at), at).abs();
    }

    /** What is known of the time from its nearer edge to that moment, both included. */
    GlucoseHistory between(Instant at, GlucoseHistory history) {
        var edge = edgeTowards(at);
        return edge.isBefore(at)
                ? history.since(edge).until(at)
                : history.since(at).until(edge);
    }

    private Instant edgeTowards(Instant at) {
        if (at.isBefore(from)) {
            return from;
        }
        return at.isAfter(to) ? to : at;
    }
}
