package io.vigil.glucose;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How many of a span's readings lie in each range. Each reading counts the same, however far from the next. */
public record TimeInRange(Map<GlucoseRange, Integer> counts) {

    public TimeInRange {
        counts = Map.copyOf(counts);
    }

    /** None of no readings: not knowing is not zero. */
    public static Optional<TimeInRange> of(Collection<? extends Reading> readings) {
        if (readings.isEmpty()) {
            return Optional.empty();
        }
        var counts = new EnumMap<GlucoseRange, Integer>(GlucoseRange.class);
        readings.forEach(reading -> counts.merge(GlucoseRange.of(reading), 1, Integer::sum));
        return Optional.of(new TimeInRange(counts));
    }

    public int readings() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Of all readings, from 0 to 1. */
    public double share(GlucoseRange range) {
        return (double) counts.getOrDefault(range, 0) / readings();
    }
}
