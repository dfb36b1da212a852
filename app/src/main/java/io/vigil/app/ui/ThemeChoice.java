package io.vigil.app.ui;

import java.time.LocalTime;

/** How the theme is chosen: one for good, or dark by night. */
public enum ThemeChoice {
    LIGHT,
    DARK,
    BY_SCHEDULE;

    private static final LocalTime DUSK = LocalTime.of(21, 0);
    private static final LocalTime DAWN = LocalTime.of(6, 30);

    /**
     * The theme that follows.
     *
     * @param time of day at the station
     */
    public Theme at(LocalTime time) {
        return switch (this) {
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
            case BY_SCHEDULE -> time.isBefore(DAWN) || !time.isBefore(DUSK) ? Theme.DARK : Theme.LIGHT;
        };
    }
}
