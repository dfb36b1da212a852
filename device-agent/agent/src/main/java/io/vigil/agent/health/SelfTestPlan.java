package io.vigil.agent.health;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When the way of the alarms is to be tested: twice a shift, when it begins and halfway. By the ward's own clock, through
 * every change of its hour.
 *
 * @param shifts when each begins, in order; none: no test is planned
 */
public record SelfTestPlan(List<LocalTime> shifts, ZoneId zone) {

    public SelfTestPlan {
        shifts = shifts.stream().sorted().distinct().toList();
    }

    /** The newest moment at which a test was to be made. */
    Optional<Instant> lastBefore(Instant now) {
        var begins = new ArrayList<Instant>();
        var today = now.atZone(zone).toLocalDate();
        for (var day = today.minusDays(2); !day.isAfter(today.plusDays(1)); day = day.plusDays(1)) {
            for (var shift : shifts) {
                begins.add(day.atTime(shift).atZone(zone).toInstant());
            }
        }
        var planned = new ArrayList<>(begins);
        for (var i = 1; i < begins.size(); i++) {
            var length = Duration.between(begins.get(i - 1), begins.get(i));
            planned.add(begins.get(i - 1).plus(length.dividedBy(2)));
        }
        return planned.stream().filter(moment -> !moment.isAfter(now)).max(Instant::compareTo);
    }
}
