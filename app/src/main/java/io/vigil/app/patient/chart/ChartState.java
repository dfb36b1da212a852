package io.vigil.app.patient.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where in time the chart stands. It follows the present as long as now is in sight; whoever pans it away reads in peace,
 * and nothing but a wish of theirs brings it back.
 */
public record ChartState(ChartWindow window, Instant now) {

    public static ChartState live(ChartSpan span, Instant now) {
        return new ChartState(ChartWindow.live(span.past(), now), now);
    }

    /** Whether the newest readings are in sight and stay there. */
    public boolean isFollowing() {
        return window.to().isAfter(now);
    }

    /** The same chart at a later, or a corrected, moment. */
    public ChartState at(Instant moment) {
        var moved = isFollowing() ? window.shifted(Duration.between(now, moment)) : window;
        return new ChartState(moved, moment);
    }

    ChartState zoomed(double factor, Instant pivot) {
        return within(window.zoomed(factor, pivot));
    }

    ChartState panned(Duration later) {
        return within(window.shifted(later));
    }

    /** What keys zoom about: now, while it is in sight; else the middle. */
    Instant keyboardPivot() {
        return isFollowing() ? now : window.from().plus(window.length().dividedBy(2));
    }

    /** Back to now, as wide as it is. */
    ChartState backToLive() {
        return new ChartState(window.endingAt(latestEnd(window.length())), now);
    }

    /** The span that a person chose and has not left by zooming. */
    public Optional<ChartSpan> span() {
        var length = window.length();
        return Arrays.stream(ChartSpan.values())
                .filter(span -> ChartWindow.live(span.past(), now).length().equals(length))
                .findFirst();
    }

    private ChartState within(ChartWindow wanted) {
        var end = latestEnd(wanted.length());
        var start = now.minus(ChartWindow.LONGEST);
        if (wanted.to().isAfter(end)) {
            return new ChartState(wanted.endingAt(end), now);
        }
        if (wanted.to().isBefore(start.plus(ChartWindow.SHORTEST))) {
            return new ChartState(wanted.endingAt(start.plus(ChartWindow.SHORTEST)), now);
        }
        return new ChartState(wanted, now);
    }

    private Instant latestEnd(Duration length) {
        return now.plus(ChartWindow.room(length));
    }
}
