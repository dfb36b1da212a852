package io.vigil.app.patient.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How complete the readings in sight are.
 *
 * @param expected how many there would be, had the sensor never been silent
 * @param gaps how many stretches without a reading
 * @param longest of them
 */
public record Coverage(int readings, int expected, int gaps, Optional<Duration> longest) {

    /** Of the past that is in sight: nobody expects readings of the future. */
    public static Coverage of(ChartWindow window, Trace trace, Instant now) {
        var readings = trace.endOf(window) - trace.firstIn(window);
        var end = now.isBefore(window.to()) ? now : window.to();
        var past = Duration.between(window.from(), end);
        if (past.isNegative()) {
            return new Coverage(readings, readings, 0, Optional.empty());
        }
        var gaps = Gap.in(window, trace, now);
        var expected = (int) (past.toMillis() / trace.cadence().at(end).toMillis());
        var longest = gaps.stream().map(Gap::length).max(Duration::compareTo);
        return new Coverage(readings, Math.max(expected, readings), gaps.size(), longest);
    }

    public int percent() {
        return expected == 0 ? 0 : (int) Math.floor(100.0 * readings / expected);
    }
}
