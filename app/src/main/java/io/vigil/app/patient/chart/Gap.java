package io.vigil.app.patient.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A stretch without a reading. Nothing is drawn over it but that nothing is known. */
record Gap(Instant from, Instant to) {

    private static final Duration WORTH_WORDS = Duration.ofMinutes(45);
    private static final double WIDE = 40;
    private static final double NARROWEST_HATCH = 3;

    /** Those in sight, oldest first; also the silence since the last reading, up to now. */
    static List<Gap> in(ChartWindow window, Trace trace, Instant now) {
        var gaps = new ArrayList<Gap>();
        var end = Math.min(trace.endOf(window) + 1, trace.size());
        for (var i = Math.max(1, trace.firstIn(window)); i < end; i++) {
            if (trace.hasGapBefore(i)) {
                gaps.add(new Gap(trace.moment(i - 1), trace.moment(i)));
            }
        }
        var last = trace.size() - 1;
        if (last >= 0
                && trace.moment(last).isBefore(window.to())
                && now.isAfter(window.from())
                && trace.cadence().isGap(trace.millis(last), now.toEpochMilli())) {
            gaps.add(new Gap(trace.moment(last), now));
        }
        return gaps;
    }

    Duration length() {
        return Duration.between(from, to);
    }

    /** Long enough, or drawn wide enough, to be hatched and told in words; a shorter one is told by its emptiness. */
    boolean isTold(double pixels) {
        return pixels >= NARROWEST_HATCH && (length().compareTo(WORTH_WORDS) >= 0 || pixels > WIDE);
    }
}
