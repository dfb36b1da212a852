package io.vigil.glucose;

import java.util.List;

/** The readings of one patient, oldest first, each moment once. Immutable. */
public final class GlucoseHistory {

    private static final GlucoseHistory EMPTY = new GlucoseHistory(List.of());

    private final List<Reading> readings;

    private GlucoseHistory(List<Reading> readings) {
        this.readings = readings;
    }

    public static GlucoseHistory empty() {
        return EMPTY;
    }

    public List<Reading> readings() {
        return readings;
    }
}
