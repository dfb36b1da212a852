package io.vigil.app.patient.chart;

import io.vigil.alarm.AlarmPriority;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What stands in the lane of the alarms: each alarm while there is room, how many a day from three days on. */
sealed interface AlarmLane {

    /** Each by itself, or a few that stand too close under the mark of the most urgent. */
    record Marks(List<Placed> marks) implements AlarmLane {}

    /** How many of each priority, a day where there is room for that. */
    record Counts(List<Bin> bins, boolean isCompact) implements AlarmLane {}

    /** At its moment, which is the first one's where there are several. */
    record Placed(double x, AlarmPriority priority, int count, boolean answered, String initials) {

        private static final double MARK = 22;
        private static final double TICK = 20;
        private static final double LETTER = 9;

        double end() {
            var words = count > 1 ? LETTER * Integer.toString(count).length() + 4 : 0;
            var answer = answered ? TICK + LETTER * initials.length() : 0;
            return x + MARK / 2 + 2 + words + answer;
        }

        /** Answered only when all are; whose initials only when they are one's. */
        private Placed with(AlarmMark other) {
            return new Placed(
                    x,
                    priority.compareTo(other.priority()) >= 0 ? priority : other.priority(),
                    count + 1,
                    answered && other.answered(),
                    initials.equals(other.initials()) ? initials : "");
        }

        private boolean touches(double otherX) {
            return otherX - MARK / 2 < end();
        }

        private Placed withoutInitials() {
            return new Placed(x, priority, count, answered, "");
        }
    }

    /** The alarms of one day, or of what is counted instead. */
    record Bin(double centre, int high, int medium, int low) {

        private Bin with(AlarmPriority priority) {
            return switch (priority) {
                case HIGH -> new Bin(centre, high + 1, medium, low);
                case MEDIUM -> new Bin(centre, high, medium + 1, low);
                case LOW -> new Bin(centre, high, medium, low + 1);
            };
        }
    }

    Duration COUNTED_FROM = Duration.ofDays(3);

    /** Narrower than this a day's counts would run into the next day's. */
    double ROOMY = 68;

    double COMPACT = 42;

    static AlarmLane of(List<AlarmMark> alarms, PlotArea area, ZoneId zone) {
        var seen = alarms.stream()
                .filter(alarm -> area.window().contains(alarm.at()))
                .sorted((one, other) -> one.at().compareTo(other.at()))
                .toList();
        return area.window().length().compareTo(COUNTED_FROM) < 0 ? marks(seen, area) : counts(seen, area, zone);
    }

    private static AlarmLane marks(List<AlarmMark> alarms, PlotArea area) {
        var placed = new ArrayList<Placed>();
        for (var alarm : alarms) {
            var x = area.x(alarm.at());
            if (!placed.isEmpty() && placed.getLast().touches(x)) {
                // First a name gives way, then one mark stands for both.
                var before = placed.removeLast();
                var shorter = before.withoutInitials();
                if (shorter.touches(x)) {
                    placed.add(before.with(alarm));
                    continue;
                }
                placed.add(shorter);
            }
            placed.add(new Placed(x, alarm.priority(), 1, alarm.answered(), alarm.initials()));
        }
        return new Marks(List.copyOf(placed));
    }

    private static AlarmLane counts(List<AlarmMark> alarms, PlotArea area, ZoneId zone) {
        var counted = Counted.fitting(area);
        var bins = new TreeMap<LocalDate, Bin>();
        for (var alarm : alarms) {
            var first = counted.firstDay(LocalDate.ofInstant(alarm.at(), zone));
            var bin = bins.computeIfAbsent(first, start -> bin(start, counted.end(start), area, zone));
            bins.put(first, bin.with(alarm.priority()));
        }
        return new Counts(List.copyOf(bins.values()), counted.width(area) < ROOMY);
    }

    private static Bin bin(LocalDate first, LocalDate end, PlotArea area, ZoneId zone) {
        var left = Math.max(PlotArea.LEFT, area.x(first.atStartOfDay(zone).toInstant()));
        var right = Math.min(area.right(), area.x(end.atStartOfDay(zone).toInstant()));
        return new Bin((left + right) / 2, 0, 0, 0);
    }

    /** Over what is counted: a day while there is room for its counts, else what is next longer. */
    enum Counted {
        DAY(1),
        WEEK(7),
        MONTH(30),
        YEAR(365);

        private final int days;

        Counted(int days) {
            this.days = days;
        }

        static Counted fitting(PlotArea area) {
            for (var each : values()) {
                if (each.width(area) >= COMPACT) {
                    return each;
                }
            }
            return YEAR;
        }

        double width(PlotArea area) {
            return Duration.ofDays(days).toMillis() / area.millisPerPixel();
        }

        LocalDate firstDay(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        LocalDate end(LocalDate first) {
            return switch (this) {
                case DAY -> first.plusDays(1);
                case WEEK -> first.plusWeeks(1);
                case MONTH -> first.plusMonths(1);
                case YEAR -> first.plusYears(1);
            };
        }
    }
}
