package io.vigil.app.patient.chart;

import java.time.Duration;

/** How much of the past a person can choose to see with one touch. */
public enum ChartSpan {
    HOURS_3(Duration.ofHours(3)),
    HOURS_6(Duration.ofHours(6)),
    HOURS_12(Duration.ofHours(12)),
    HOURS_24(Duration.ofHours(24)),
    DAYS_3(Duration.ofDays(3)),
    DAYS_7(Duration.ofDays(7)),
    DAYS_14(Duration.ofDays(14)),
    DAYS_90(Duration.ofDays(90));

    private final Duration past;

    ChartSpan(Duration past) {
        this.past = past;
    }

    /** From the left edge to now. */
    public Duration past() {
        return past;
    }
}
