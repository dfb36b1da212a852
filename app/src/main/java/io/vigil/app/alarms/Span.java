package io.vigil.app.alarms;

import io.vigil.app.ui.Shift;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** How far back the room tells. */
enum Span {
    SHIFT,
    DAY,
    WEEK,
    MONTH;

    Instant from(Instant now, ZoneId zone) {
        return switch (this) {
            case SHIFT -> Shift.began(now, zone);
            case DAY -> now.minus(Duration.ofDays(1));
            case WEEK -> now.minus(Duration.ofDays(7));
            case MONTH -> now.minus(Duration.ofDays(30));
        };
    }
}
