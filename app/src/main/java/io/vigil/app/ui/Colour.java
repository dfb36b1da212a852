package io.vigil.app.ui;

import java.util.Locale;

/** What a colour means. A theme fills them in, in its style sheet; {@link Palette} reads them there for drawing. */
public enum Colour {
    /** Behind everything. */
    SURFACE_SUNKEN,
    /** Cards, tiles. */
    SURFACE,
    /** Pop-ups, crosshair. */
    SURFACE_RAISED,
    /** Hover, chosen tab. */
    SURFACE_HOVER,
    /** Card edges. */
    BORDER,
    /** Control edges. */
    BORDER_STRONG,
    /** Text. */
    TEXT,
    /** Labels. */
    TEXT_MUTED,
    /** Primary button, focus. */
    ACCENT,
    /** Text on it. */
    ON_ACCENT,
    /** High fill. */
    ALARM_HIGH,
    /** Text on it. */
    ON_ALARM_HIGH,
    /** Dark half of the flash. */
    ALARM_HIGH_REST,
    /** Row of an open high alarm. */
    ALARM_HIGH_SOFT,
    /** Red words on surface. */
    ALARM_HIGH_TEXT,
    /** Medium fill. */
    ALARM_MEDIUM,
    /** Text on it. */
    ON_ALARM_MEDIUM,
    /** Rest half of the flash. */
    ALARM_MEDIUM_REST,
    /** Edge of it. */
    ALARM_MEDIUM_EDGE,
    /** Amber words on surface. */
    ALARM_MEDIUM_TEXT,
    /** Low fill. */
    ALARM_LOW,
    /** Text on it. */
    ON_ALARM_LOW,
    /** Edge of it. */
    ALARM_LOW_EDGE,
    /** Cyan words on surface. */
    ALARM_LOW_TEXT,
    /** Under 54. */
    VERY_LOW,
    /** 54 to 69. */
    BELOW,
    /** 70 to 180. */
    IN_RANGE,
    /** 181 to 250. */
    ABOVE,
    /** Over 250. */
    VERY_HIGH,
    /** Old values, old traces. */
    STALE,
    /** 70 to 180. */
    TARGET_BAND,
    /** Limit lines. */
    LIMIT,
    /** Grid lines. */
    GRID,
    /** Median line. */
    FORECAST,
    /** Middle half. */
    FORECAST_50,
    /** Nine tenths. */
    FORECAST_90,
    /** Success words, marks. */
    GOOD;

    /** The name in style sheets, such as {@code -alarm-high}. */
    public String token() {
        return "-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
