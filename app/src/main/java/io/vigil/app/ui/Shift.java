package io.vigil.app.ui;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** The three shifts of a hospital's day, by the station's clock. */
public enum Shift {
    EARLY(LocalTime.of(6, 30)),
    LATE(LocalTime.of(14, 30)),
    NIGHT(LocalTime.of(22, 30));

    private final LocalTime begins;

    Shift(LocalTime begins) {
        this.begins = begins;
    }

    public LocalTime begins() {
        return begins;
    }

    public LocalTime ends() {
        return switch (this) {
            case EARLY -> LATE.begins;
            case LATE -> NIGHT.begins;
            case NIGHT -> EARLY.begins;
        };
    }

    public static Shift at(LocalTime time) {
        if (time.isBefore(EARLY.begins) || !time.isBefore(NIGHT.begins)) {
            return NIGHT;
        }
        return time.isBefore(LATE.begins) ? EARLY : LATE;
    }

    /** When the shift of a moment began. */
    public static Instant began(Instant moment, ZoneId zone) {
        var local = moment.atZone(zone);
        var begins = at(local.toLocalTime()).begins;
        var day = local.toLocalTime().isBefore(begins) ? local.toLocalDate().minusDays(1) : local.toLocalDate();
        return day.atTime(begins).atZone(zone).toInstant();
    }
}
