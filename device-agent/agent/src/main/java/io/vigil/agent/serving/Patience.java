package io.vigil.agent.serving;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How long somebody who failed to sign in must wait for the next try: three tries are free, then one second, two, four, up to
 * half a minute. By person, so that nobody can be guessed at, and short enough that nobody is kept from an alarm for long.
 */
final class Patience {

    private static final int FREE_TRIES = 3;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Names that nobody has can be made up without end; the oldest are forgotten first. */
    private static final int MOST_NAMES = 10_000;

    private final LongSupplier nanos;
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    private record Failures(int count, long lastAtNanos) {

        long waitUntil() {
            return lastAtNanos + wait(count).toNanos();
        }

        private static Duration wait(int count) {
            var doublings = count - FREE_TRIES;
            if (doublings < 0) {
                return Duration.ZERO;
            }
            return doublings >= 5 ? LONGEST : Duration.ofSeconds(1L << doublings);
        }
    }

    Patience(LongSupplier monotonicNanos) {
        nanos = monotonicNanos;
    }

    /** How long to wait before the next try; none: it may be made now, and counts as failed until it succeeds. */
    // [impl->req~people.guessing-is-slow~1]
    synchronized Optional<Duration> beforeNextTry(String person) {
        var now = nanos.getAsLong();
        var before = failures.getOrDefault(person, new Failures(0, now));
        var left = before.waitUntil() - now;
        if (left > 0) {
            return Optional.of(Duration.ofNanos(left));
        }
        failures.remove(person);
        failures.put(person, new Failures(before.count() + 1, now));
        if (failures.size() > MOST_NAMES) {
            failures.remove(failures.keySet().iterator().next());
        }
        return Optional.empty();
    }

    synchronized void succeeded(String person) {
        failures.remove(person);
    }
}
