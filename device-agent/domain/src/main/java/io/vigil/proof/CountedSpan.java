package io.vigil.proof;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How many alarms were raised in a stretch of time.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record CountedSpan(Instant from, Instant to, int alarms) {

    /** Clock hours, the first and the last as whole ones, those without an alarm too. */
    public static List<CountedSpan> hours(Collection<AlarmTale> tales, Instant from, Instant to, ZoneId zone) {
        // Hours pass one after the other, also through the night in which the clock is set.
        var first = from.atZone(zone).truncatedTo(ChronoUnit.HOURS);
        return count(tales, first, to, hour -> hour.plusHours(1));
    }

    /** Days of the calendar, the first and the last as whole ones, those without an alarm too. */
    public static List<CountedSpan> days(Collection<AlarmTale> tales, Instant from, Instant to, ZoneId zone) {
        var first = from.atZone(zone).toLocalDate().atStartOfDay(zone);
        return count(tales, first, to, day -> day.toLocalDate().plusDays(1).atStartOfDay(zone));
    }

    private static List<CountedSpan> count(
            Collection<AlarmTale> tales, ZonedDateTime first, Instant end, UnaryOperator<ZonedDateTime> next) {
        var raised = tales.stream().map(tale -> tale.id().raisedAt()).sorted().toList();
        var spans = new ArrayList<CountedSpan>();
        var i = 0;
        while (i < raised.size() && raised.get(i).isBefore(first.toInstant())) {
            i++;
        }
        for (var begin = first; begin.toInstant().isBefore(end); begin = next.apply(begin)) {
            var after = next.apply(begin).toInstant();
            var alarms = 0;
            while (i < raised.size() && raised.get(i).isBefore(after)) {
                alarms++;
                i++;
            }
            spans.add(new CountedSpan(begin.toInstant(), after, alarms));
        }
        return List.copyOf(spans);
    }
}
