package io.vigil.app.patient.chart;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the time axis is ruled and what stands beneath.
 *
 * @param lines from left to right
 * @param labels what to write beneath, and where
 * @param days midnights in sight, where the day is not told beneath
 */
record TimeTicks(List<Line> lines, List<Label> labels, List<Instant> days) {

    /** How strong a line is drawn. */
    enum Weight {
        PLAIN,
        MIDNIGHT,
        MONDAY
    }

    /** What a label tells. */
    enum Tells {
        TIME,
        DAY,
        DATE,
        MONTH
    }

    record Line(Instant at, Weight weight) {}

    record Label(Instant at, Tells tells) {}

    /** How often, by how much time is in sight. */
    private enum Rule {
        MINUTES_10(Duration.ofMinutes(90), 10),
        MINUTES_30(Duration.ofHours(4), 30),
        HOUR(Duration.ofHours(8), 60),
        HOURS_2(Duration.ofHours(30), 120),
        HOURS_6(Duration.ofHours(100), 360),
        DAY(Duration.ofDays(20), 0),
        WEEK(Duration.ofDays(140), 0),
        MONTH(Duration.ofDays(100_000), 0);

        private final Duration upTo;
        private final int minutes;

        Rule(Duration upTo, int minutes) {
            this.upTo = upTo;
            this.minutes = minutes;
        }

        static Rule of(Duration length) {
            for (var rule : values()) {
                if (length.compareTo(rule.upTo) <= 0) {
                    return rule;
                }
            }
            return MONTH;
        }

        LocalDateTime first(LocalDateTime from) {
            var midnight = from.truncatedTo(ChronoUnit.DAYS);
            return switch (this) {
                case MINUTES_10, MINUTES_30, HOUR, HOURS_2, HOURS_6, DAY -> midnight;
                case WEEK -> midnight.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> midnight.withDayOfMonth(1);
            };
        }

        LocalDateTime next(LocalDateTime tick) {
            return switch (this) {
                case MINUTES_10, MINUTES_30, HOUR, HOURS_2, HOURS_6 -> tick.plusMinutes(minutes);
                case DAY -> tick.plusDays(1);
                case WEEK -> tick.plusWeeks(1);
                case MONTH -> tick.plusMonths(1);
            };
        }

        Weight weight(LocalDateTime tick) {
            if (!tick.toLocalTime().equals(LocalTime.MIDNIGHT) || this == WEEK || this == MONTH) {
                return Weight.PLAIN;
            }
            return tick.getDayOfWeek() == DayOfWeek.MONDAY ? Weight.MONDAY : Weight.MIDNIGHT;
        }
    }

    /** In local time, so that a tick stands at 06:00 also on the day when the clocks change. */
    static TimeTicks of(ChartWindow window, ZoneId zone) {
        var rule = Rule.of(window.length());
        var end = LocalDateTime.ofInstant(window.to(), zone);
        var lines = new ArrayList<Line>();
        var labels = new ArrayList<Label>();
        var days = new ArrayList<Instant>();

        for (var tick = rule.first(LocalDateTime.ofInstant(window.from(), zone));
                !tick.isAfter(end);
                tick = rule.next(tick)) {
            var at = tick.atZone(zone).toInstant();
            var weight = rule.weight(tick);
            if (window.contains(at)) {
                lines.add(new Line(at, weight));
            }
            switch (rule) {
                case MINUTES_10, MINUTES_30, HOUR, HOURS_2, HOURS_6 -> {
                    if (window.contains(at)) {
                        labels.add(new Label(at, Tells.TIME));
                        if (weight != Weight.PLAIN) {
                            days.add(at);
                        }
                    }
                }
                case DAY -> {
                    var noon = tick.plusHours(12).atZone(zone).toInstant();
                    if (window.contains(noon)) {
                        labels.add(new Label(noon, Tells.DAY));
                    }
                }
                case WEEK -> {
                    if (window.contains(at)) {
                        labels.add(new Label(at, Tells.DATE));
                    }
                }
                case MONTH -> {
                    if (window.contains(at)) {
                        labels.add(new Label(at, Tells.MONTH));
                    }
                }
            }
        }
        return new TimeTicks(List.copyOf(lines), List.copyOf(labels), List.copyOf(days));
    }
}
