package io.vigil.app.patient.chart;

import java.time.Duration;
import java.time.Instant;

/** The stretch of time between the chart's left and right edge. */
public record ChartWindow(Instant from, Instant to) {

    static final Duration SHORTEST = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofDays(400);

    private static final Duration HOURS_24 = Duration.ofHours(24);
    private static final Duration FORECAST = Duration.ofMinutes(30);

    public ChartWindow {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A window must end after it begins: " + from + " to " + to);
        }
    }

    /** Ends a little after now, so that the newest reading does not stick to the edge and a forecast has its room. */
    static ChartWindow live(Duration past, Instant now) {
        var room = past.compareTo(HOURS_24) > 0
                ? past.multipliedBy(3).dividedBy(100)
                : atLeast(FORECAST, past.dividedBy(20));
        return new ChartWindow(now.minus(past), now.plus(room));
    }

    /**
     * How much of a window this long may lie right of now: the half hour of a forecast or a twentieth of the past, 3 % beyond
     * a day, where none is drawn; never more than half.
     */
    static Duration room(Duration length) {
        if (length.compareTo(HOURS_24.multipliedBy(21).dividedBy(20)) > 0) {
            return length.multipliedBy(3).dividedBy(103);
        }
        var room = atLeast(FORECAST, length.dividedBy(21));
        var half = length.dividedBy(2);
        return room.compareTo(half) > 0 ? half : room;
    }

    private static Duration atLeast(Duration least, Duration wanted) {
        return wanted.compareTo(least) < 0 ? least : wanted;
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    boolean contains(Instant moment) {
        return !moment.isBefore(from) && !moment.isAfter(to);
    }

    ChartWindow shifted(Duration later) {
        return new ChartWindow(from.plus(later), to.plus(later));
    }

    ChartWindow endingAt(Instant end) {
        return new ChartWindow(end.minus(length()), end);
    }

    /** Shorter for a factor under 1; what lies at the pivot stays where it is. */
    ChartWindow zoomed(double factor, Instant pivot) {
        var length = length().toMillis();
        var wanted = Math.clamp(Math.round(length * factor), SHORTEST.toMillis(), LONGEST.toMillis());
        var share = (double) Duration.between(from, pivot).toMillis() / length;
        var start = pivot.minusMillis(Math.round(wanted * share));
        return new ChartWindow(start, start.plusMillis(wanted));
    }
}
