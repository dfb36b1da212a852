package io.vigil.app.patient;

import io.vigil.policy.Limits;
import io.vigil.ward.SensorSession;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A card of plain facts: names with values, and a line or two beneath. What is not told is not shown. */
record FactRows(String head, List<Row> rows, List<String> lines) {

    private static final Duration A_DAY = Duration.ofDays(1);

    record Row(String name, String value) {}

    static FactRows of(Limits limits, Wording wording) {
        return new FactRows(
                wording.text("limits"),
                List.of(
                        new Row(wording.text("limits.urgent-low"), "≤ " + wording.number(limits.urgentLowAtOrBelow())),
                        new Row(wording.text("limits.low"), "< " + wording.number(limits.lowBelow())),
                        new Row(wording.text("limits.high"), "> " + wording.number(limits.highAbove())),
                        new Row(
                                wording.text("limits.signal-lost"),
                                wording.times().span(limits.signalLostAfter()))),
                List.of(limits.setBy(), setAt(limits, wording)));
    }

    static FactRows of(Optional<SensorSession> sensor, Instant now, Wording wording) {
        var head = wording.text("sensor");
        if (sensor.isEmpty()) {
            return new FactRows(head, List.of(), List.of(wording.text("sensor.none")));
        }
        var worn = sensor.get();
        var lines = new ArrayList<String>();
        if (!worn.serial().isBlank()) {
            lines.add(wording.text("sensor.serial", worn.serial()));
        }
        if (!worn.site().isBlank()) {
            lines.add(worn.site());
        }
        return new FactRows(
                head,
                List.of(
                        left(worn, now, wording),
                        new Row(wording.text("sensor.interval"), wording.times().span(worn.interval())),
                        new Row(wording.text("sensor.since"), wording.times().day(worn.startedAt()))),
                List.copyOf(lines));
    }

    private static Row left(SensorSession worn, Instant now, Wording wording) {
        var left = Duration.between(now, worn.endsAt());
        if (left.isNegative()) {
            return new Row(wording.text("sensor.ended"), wording.times().timeOrDay(worn.endsAt(), now));
        }
        if (left.compareTo(A_DAY) < 0) {
            return new Row(wording.text("sensor.left.hours"), wording.times().span(left));
        }
        // Cut, never rounded up.
        var days = NumberFormat.getNumberInstance(wording.locale());
        days.setMinimumFractionDigits(1);
        return new Row(wording.text("sensor.left"), days.format(Math.floor(left.toMinutes() / 144.0) / 10));
    }

    private static String setAt(Limits limits, Wording wording) {
        return wording.times().day(limits.setAt()) + " " + wording.times().timeOfDay(limits.setAt());
    }
}
