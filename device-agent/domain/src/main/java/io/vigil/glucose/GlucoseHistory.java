package io.vigil.glucose;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The readings of one patient, oldest first, each moment once. Immutable.
 *
 * <p>Histories that grew from one another stand on one shelf and see only their own part of it, so that a reading more
 * costs no copy of those before it, and a cut no copy at all.
 */
public final class GlucoseHistory {

    /** How far a sensor's clock may stand before the station's. An alarm does not wait for the difference to pass. */
    public static final Duration AHEAD = Duration.ofMinutes(1);

    private static final int FIRST_SHELF = 16;

    private static final GlucoseHistory EMPTY = new GlucoseHistory(new Shelf(new Reading[0], 0), 0, 0);

    private final Shelf shelf;
    private final int from;
    private final int to;

    private GlucoseHistory(Shelf shelf, int from, int to) {
        this.shelf = shelf;
        this.from = from;
        this.to = to;
    }

    public static GlucoseHistory empty() {
        return EMPTY;
    }

    /** In any order; of readings of one moment the first counts. */
    public static GlucoseHistory of(Collection<? extends Reading> readings) {
        var history = EMPTY;
        for (var reading :
                readings.stream().sorted(Comparator.comparing(Reading::at)).toList()) {
            history = history.with(reading);
        }
        return history;
    }

    /** With one more, at its place in time. A moment that is there already changes nothing. */
    public GlucoseHistory with(Reading reading) {
        var place = firstNotBefore(reading.at());
        if (place == to) {
            return appended(reading);
        }
        return readingAt(place).at().equals(reading.at()) ? this : inserted(place, reading);
    }

    public boolean isEmpty() {
        return from == to;
    }

    public int size() {
        return to - from;
    }

    public Optional<Reading> latest() {
        return isEmpty() ? Optional.empty() : Optional.of(readingAt(to - 1));
    }

    /**
     * The newest reading that is known at that moment, if it is no older than that. What lies further in the future than
     * {@link #AHEAD} is not known yet.
     */
    public Optional<Reading> latestWithin(Duration age, Instant now) {
        return knownAt(now).latest().filter(reading -> !reading.at().isBefore(now.minus(age)));
    }

    /** The newest so many, oldest first; fewer where there are fewer. */
    public List<Reading> newest(int count) {
        return new GlucoseHistory(shelf, Math.max(from, to - count), to).readings();
    }

    /** What is known at that moment: up to it, and {@link #AHEAD} further for a sensor whose clock runs before the station's. */
    public GlucoseHistory knownAt(Instant now) {
        return until(now.plus(AHEAD));
    }

    /** Up to that moment, and the reading of that moment too. */
    public GlucoseHistory until(Instant last) {
        if (isEmpty() || !readingAt(to - 1).at().isAfter(last)) {
            return this;
        }
        var end = firstNotBefore(last);
        return new GlucoseHistory(shelf, from, readingAt(end).at().equals(last) ? end + 1 : end);
    }

    /** From that moment on, and the reading of that moment too. */
    public GlucoseHistory since(Instant first) {
        var begin = firstNotBefore(first);
        return begin == from ? this : new GlucoseHistory(shelf, begin, to);
    }

    /** What lies no further back from the newest reading than that. */
    public GlucoseHistory trimmedTo(Duration span) {
        return latest().map(newest -> since(newest.at().minus(span))).orElse(this);
    }

    /** Oldest first. */
    public List<Reading> readings() {
        return Collections.unmodifiableList(Arrays.asList(shelf.places).subList(from, to));
    }

    private GlucoseHistory appended(Reading reading) {
        if (shelf.takes(to)) {
            shelf.places[to] = reading;
            return new GlucoseHistory(shelf, from, to + 1);
        }
        var places = Arrays.copyOfRange(shelf.places, from, from + Math.max(FIRST_SHELF, size() * 2));
        places[size()] = reading;
        return new GlucoseHistory(new Shelf(places, size() + 1), 0, size() + 1);
    }

    private GlucoseHistory inserted(int place, Reading reading) {
        var places = Arrays.copyOfRange(shelf.places, from, from + Math.max(FIRST_SHELF, size() * 2));
        System.arraycopy(shelf.places, place, places, place - from + 1, to - place);
        places[place - from] = reading;
        return new GlucoseHistory(new Shelf(places, size() + 1), 0, size() + 1);
    }

    /** The place of the first reading that is not before that moment; the end where there is none. */
    private int firstNotBefore(Instant moment) {
        if (isEmpty() || readingAt(to - 1).at().isBefore(moment)) {
            return to;
        }
        var low = from;
        var high = to - 1;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (readingAt(middle).at().isBefore(moment)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Reading readingAt(int place) {
        return shelf.places[place];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GlucoseHistory that && readings().equals(that.readings());
    }

    @Override
    public int hashCode() {
        return readings().hashCode();
    }

    @Override
    public String toString() {
        return readings().toString();
    }

    /**
     * Places for readings, filled from the left. A place is given once: of two histories that would grow on the same
     * place, the second moves to a shelf of its own.
     */
    private static final class Shelf {

        private final Reading[] places;
        private final AtomicInteger given;

        private Shelf(Reading[] places, int given) {
            this.places = places;
            this.given = new AtomicInteger(given);
        }

        private boolean takes(int place) {
            return place < places.length && given.compareAndSet(place, place + 1);
        }
    }
}
