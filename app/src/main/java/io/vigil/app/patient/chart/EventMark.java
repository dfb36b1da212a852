package io.vigil.app.patient.chart;

import java.time.Instant;

/** Something other than an alarm that happened, in a word or two. */
public record EventMark(Instant at, Kind kind, String words) {

    /** What happened; each has its own icon. */
    public enum Kind {
        SENSOR_STARTED,
        SENSOR_CHANGED
    }
}
