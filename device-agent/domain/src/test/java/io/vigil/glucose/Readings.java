package io.vigil.glucose;

import io.vigil.glucose.Reading.AboveRange;
import io.vigil.glucose.Reading.BelowRange;
import io.vigil.glucose.Reading.Measured;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Readings around one moment, for stories. */
public final class Readings {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Readings() {}

    public static Measured reading(double minutesAfterNoon, double mgPerDl) {
        return new Measured(minute(minutesAfterNoon), Glucose.mgPerDl(mgPerDl));
    }

    public static BelowRange lo(double minutesAfterNoon) {
        return new BelowRange(minute(minutesAfterNoon));
    }

    public static AboveRange hi(double minutesAfterNoon) {
        return new AboveRange(minute(minutesAfterNoon));
    }

    public static Instant minute(double minutesAfterNoon) {
        return NOON.plus(Duration.ofMillis(Math.round(minutesAfterNoon * 60_000)));
    }

    /** So many minutes apart, the last at noon. */
    static GlucoseHistory every(int minutes, double... mgPerDl) {
        return GlucoseHistory.of(IntStream.range(0, mgPerDl.length)
                .mapToObj(i -> reading((i - mgPerDl.length + 1) * minutes, mgPerDl[i]))
                .toList());
    }

    static GlucoseHistory history(Reading... readings) {
        return GlucoseHistory.of(List.of(readings));
    }
}
