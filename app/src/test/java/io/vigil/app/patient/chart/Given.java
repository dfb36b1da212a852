package io.vigil.app.patient.chart;

import io.vigil.glucose.Glucose;
import io.vigil.glucose.KeptReading;
import io.vigil.glucose.Origin;
import io.vigil.glucose.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Readings for the chart's tests, told in minutes after a midnight. */
final class Given {

    static final Instant MIDNIGHT = Instant.parse("2022-05-16T00:00:00Z");

    private Given() {}

    static Instant at(long minute) {
        return MIDNIGHT.plus(Duration.ofMinutes(minute));
    }

    static KeptReading reading(long minute, double mgPerDl) {
        return new KeptReading(new Reading.Measured(at(minute), Glucose.mgPerDl(mgPerDl)), Origin.LIVE);
    }

    /** One each five minutes, all at 120. */
    static List<KeptReading> calm(int fromMinute, int toMinute) {
        return IntStream.iterate(fromMinute, minute -> minute < toMinute, minute -> minute + 5)
                .mapToObj(minute -> reading(minute, 120))
                .toList();
    }

    static Trace trace(List<KeptReading> readings) {
        return Trace.of(readings, Cadence.of(List.of(), calm(0, 60)));
    }

    static ChartWindow window(long fromMinute, long toMinute) {
        return new ChartWindow(at(fromMinute), at(toMinute));
    }
}
