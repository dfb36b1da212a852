package io.vigil.app.patient;

import io.vigil.glucose.KeptReading;
import io.vigil.glucose.Reading;
import io.vigil.glucose.TimeInRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the last day and the last fortnight were spent.
 *
 * @param since the first reading of the fortnight, which may have begun later
 */
record Shares(Optional<TimeInRange> day, Optional<TimeInRange> fortnight, Optional<Instant> since) {

    static final Duration DAY = Duration.ofHours(24);
    static final Duration FORTNIGHT = Duration.ofDays(14);

    static Shares none() {
        return new Shares(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** @param readings oldest first */
    static Shares of(List<KeptReading> readings, Instant now) {
        var fortnight = after(readings, now.minus(FORTNIGHT), now);
        var day = fortnight.stream()
                .filter(reading -> reading.at().isAfter(now.minus(DAY)))
                .toList();
        return new Shares(
                TimeInRange.of(day),
                TimeInRange.of(fortnight),
                fortnight.isEmpty()
                        ? Optional.empty()
                        : Optional.of(fortnight.getFirst().at()));
    }

    private static List<Reading> after(List<KeptReading> readings, Instant start, Instant now) {
        return readings.stream()
                .map(KeptReading::reading)
                .filter(reading -> reading.at().isAfter(start) && !reading.at().isAfter(now))
                .toList();
    }
}
