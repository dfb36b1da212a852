package io.vigil.policy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The ward's night, by the clock on its wall. Its two ends are moments of a calendar: when clocks are turned while it lasts,
 * it is an hour shorter or longer, and it neither begins nor ends twice.
 *
 * @param from when it begins; equal to its end where there is no night
 * @param until when it is over, on the next day where it begins later in the day than it ends
 */
public record Night(LocalTime from, LocalTime until) {

    // [impl->req~policy.night-by-the-wall~1]
    public boolean holds(Instant now, ZoneId zone) {
        var today = now.atZone(zone).toLocalDate();
        for (var evening = today.minusDays(1); !evening.isAfter(today); evening = evening.plusDays(1)) {
            var begin = evening.atTime(from).atZone(zone).toInstant();
            var morning = from.isAfter(until) ? evening.plusDays(1) : evening;
            var end = morning.atTime(until).atZone(zone).toInstant();
            if (!now.isBefore(begin) && now.isBefore(end)) {
                return true;
            }
        }
        return false;
    }
}
