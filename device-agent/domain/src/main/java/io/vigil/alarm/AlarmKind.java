package io.vigil.alarm;

import io.vigil.alarm.Evidence.ByReading;
import io.vigil.alarm.Evidence.BySilence;
import io.vigil.alarm.Evidence.ByStation;
import io.vigil.glucose.Reading;
import java.util.Locale;

/** Every alarm the station knows, from the most to the least urgent. */
public enum AlarmKind {
    URGENT_LOW(AlarmPriority.HIGH, Direction.DOWN),
    STORE_FAILING(AlarmPriority.HIGH, Direction.NONE),
    LOW(AlarmPriority.MEDIUM, Direction.DOWN),
    HIGH(AlarmPriority.MEDIUM, Direction.UP),
    SIGNAL_LOST(AlarmPriority.MEDIUM, Direction.NONE),
    DISK_FILLING(AlarmPriority.MEDIUM, Direction.NONE);

    private enum Direction {
        DOWN,
        UP,
        NONE
    }

    private final AlarmPriority priority;
    private final Direction direction;

    AlarmKind(AlarmPriority priority, Direction direction) {
        this.priority = priority;
        this.direction = direction;
    }

    public AlarmPriority priority() {
        return priority;
    }

    /** High priority stays until somebody has answered, even when the condition is over (IEC 60601-1-8, Dräger Infinity). */
    public boolean isLatching() {
        return priority == AlarmPriority.HIGH;
    }

    /** Whether it is the greater of two alarms about glucose going the same way: an urgent low is greater than a low. */
    public boolean isGreaterThan(AlarmKind other) {
        return direction != Direction.NONE && direction == other.direction && priority.compareTo(other.priority) > 0;
    }

    /** The worse of two: for a low the lower, for a high the higher reading. Where neither is, the former. */
    public Evidence worse(Evidence former, Evidence latter) {
        return switch (latter) {
            case ByReading(var reading) ->
                former instanceof ByReading(var worst) && isWorse(reading, worst) ? latter : former;
            case BySilence _, ByStation _ -> former;
        };
    }

    private boolean isWorse(Reading reading, Reading worst) {
        var difference = Reading.BY_GLUCOSE.compare(reading, worst);
        return switch (direction) {
            case DOWN -> difference < 0;
            case UP -> difference > 0;
            case NONE -> false;
        };
    }

    /** The name that other programs read, such as {@code urgent-low}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
