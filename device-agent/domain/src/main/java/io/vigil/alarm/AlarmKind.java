package io.vigil.alarm;

import io.vigil.alarm.Evidence.ByAmount;
import io.vigil.alarm.Evidence.ByForecast;
import io.vigil.alarm.Evidence.ByMoment;
import io.vigil.alarm.Evidence.ByRate;
import io.vigil.alarm.Evidence.ByReading;
import io.vigil.alarm.Evidence.BySilence;
import io.vigil.alarm.Evidence.ByStation;
import io.vigil.glucose.Reading;
import java.util.Locale;

/** Every alarm the station knows, from the most to the least urgent. */
public enum AlarmKind {
    URGENT_LOW(AlarmPriority.HIGH, Matter.FALL, LimitUnit.MG_PER_DL),
    /** Glucose is likely to be dangerously low soon, though it is not yet. */
    URGENT_LOW_SOON(AlarmPriority.HIGH, Matter.FALL, LimitUnit.MG_PER_DL),
    /** The agent was away and judged nothing meanwhile. */
    AGENT_LOST(AlarmPriority.HIGH, Matter.STATION, LimitUnit.SECONDS),
    /** No screen watches: an alarm would reach nobody. */
    NO_SCREEN(AlarmPriority.HIGH, Matter.STATION, LimitUnit.SECONDS),
    STORE_FAILING(AlarmPriority.HIGH, Matter.STATION, LimitUnit.NONE),

    LOW(AlarmPriority.MEDIUM, Matter.FALL, LimitUnit.MG_PER_DL),
    FALLING_FAST(AlarmPriority.MEDIUM, Matter.FALL, LimitUnit.TENTHS_OF_MG_PER_DL_PER_MINUTE),
    VERY_HIGH(AlarmPriority.MEDIUM, Matter.RISE, LimitUnit.MG_PER_DL),
    PERSISTENT_HIGH(AlarmPriority.MEDIUM, Matter.RISE, LimitUnit.MINUTES),
    HIGH(AlarmPriority.MEDIUM, Matter.RISE, LimitUnit.MG_PER_DL),
    SIGNAL_LOST(AlarmPriority.MEDIUM, Matter.SENSOR, LimitUnit.MINUTES),
    SENSOR_FAULT(AlarmPriority.MEDIUM, Matter.SENSOR, LimitUnit.NONE),
    SENSOR_EXPIRED(AlarmPriority.MEDIUM, Matter.SENSOR, LimitUnit.NONE),
    /** The same value again and again: the sensor repeats itself and measures no more. */
    STUCK_VALUE(AlarmPriority.MEDIUM, Matter.SENSOR, LimitUnit.MINUTES),
    /** Two readings further apart than glucose can go. */
    IMPLAUSIBLE_JUMP(AlarmPriority.MEDIUM, Matter.SENSOR, LimitUnit.TENTHS_OF_MG_PER_DL_PER_MINUTE),
    /** A screen watches that cannot make a sound. */
    NO_SOUND(AlarmPriority.MEDIUM, Matter.STATION, LimitUnit.NONE),
    DISK_FILLING(AlarmPriority.MEDIUM, Matter.STATION, LimitUnit.PERCENT),
    CLOCK_JUMPED(AlarmPriority.MEDIUM, Matter.STATION, LimitUnit.SECONDS),
    CLOUD_SILENT(AlarmPriority.MEDIUM, Matter.STATION, LimitUnit.MINUTES),
    SELF_TEST_FAILED(AlarmPriority.MEDIUM, Matter.STATION, LimitUnit.NONE),

    RISING_FAST(AlarmPriority.LOW, Matter.RISE, LimitUnit.TENTHS_OF_MG_PER_DL_PER_MINUTE),
    /** A low at night that looks like somebody lying on the sensor. It takes nothing from the low itself. */
    SUSPECTED_COMPRESSION(AlarmPriority.LOW, Matter.SENSOR, LimitUnit.MG_PER_DL),
    /** A sensor's clock and the station's do not agree. */
    CLOCK_SKEWED(AlarmPriority.LOW, Matter.SENSOR, LimitUnit.SECONDS),
    SENSOR_EXPIRING(AlarmPriority.LOW, Matter.SENSOR, LimitUnit.MINUTES),
    WARM_UP(AlarmPriority.LOW, Matter.SENSOR, LimitUnit.NONE),
    CALIBRATION_DUE(AlarmPriority.LOW, Matter.SENSOR, LimitUnit.NONE),
    SENSOR_BATTERY_LOW(AlarmPriority.LOW, Matter.SENSOR, LimitUnit.PERCENT),
    CLOUD_BACKLOG(AlarmPriority.LOW, Matter.STATION, LimitUnit.MINUTES),
    SETTINGS_CHANGED(AlarmPriority.LOW, Matter.STATION, LimitUnit.NONE),
    MODEL_MISSING(AlarmPriority.LOW, Matter.STATION, LimitUnit.NONE),
    SELF_TEST_DUE(AlarmPriority.LOW, Matter.STATION, LimitUnit.NONE);

    /** What an alarm is about. */
    public enum Matter {
        /** Glucose that is or goes too low. */
        FALL,
        /** Glucose that is or goes too high. */
        RISE,
        /** A sensor of which, for now, little or nothing can be known. */
        SENSOR,
        /** The station itself. */
        STATION
    }

    private final AlarmPriority priority;
    private final Matter matter;
    private final LimitUnit limitUnit;

    AlarmKind(AlarmPriority priority, Matter matter, LimitUnit limitUnit) {
        this.priority = priority;
        this.matter = matter;
        this.limitUnit = limitUnit;
    }

    public AlarmPriority priority() {
        return priority;
    }

    public Matter matter() {
        return matter;
    }

    public LimitUnit limitUnit() {
        return limitUnit;
    }

    /** Whether it is told of the body; the others are technical. */
    public boolean isOfGlucose() {
        return matter == Matter.FALL || matter == Matter.RISE;
    }

    /** Whether it tells that glucose, which may be anything by now, is not known: no sensor speaks, or none that can be believed. */
    public boolean isOfNotKnowing() {
        return switch (this) {
            case SIGNAL_LOST, SENSOR_FAULT, SENSOR_EXPIRED, STUCK_VALUE, WARM_UP -> true;
            case URGENT_LOW,
                    URGENT_LOW_SOON,
                    AGENT_LOST,
                    NO_SCREEN,
                    STORE_FAILING,
                    LOW,
                    FALLING_FAST,
                    VERY_HIGH,
                    PERSISTENT_HIGH,
                    HIGH,
                    IMPLAUSIBLE_JUMP,
                    NO_SOUND,
                    DISK_FILLING,
                    CLOCK_JUMPED,
                    CLOUD_SILENT,
                    SELF_TEST_FAILED,
                    RISING_FAST,
                    SUSPECTED_COMPRESSION,
                    CLOCK_SKEWED,
                    SENSOR_EXPIRING,
                    CALIBRATION_DUE,
                    SENSOR_BATTERY_LOW,
                    CLOUD_BACKLOG,
                    SETTINGS_CHANGED,
                    MODEL_MISSING,
                    SELF_TEST_DUE -> false;
        };
    }

    /** High priority stays until somebody has answered, even when the condition is over (IEC 60601-1-8, Dräger Infinity). */
    public boolean isLatching() {
        return priority == AlarmPriority.HIGH;
    }

    /** Whether it is the greater of two alarms about glucose going the same way: an urgent low is greater than a low. */
    public boolean isGreaterThan(AlarmKind other) {
        return isOfGlucose() && matter == other.matter && compareTo(other) < 0;
    }

    /** The worse of two: for a fall the lower, for a rise the higher reading. Where neither is, the former. */
    public Evidence worse(Evidence former, Evidence latter) {
        return isWorse(former, latter) ? latter : former;
    }

    private boolean isWorse(Evidence former, Evidence latter) {
        return switch (latter) {
            case ByReading(var reading) -> former instanceof ByReading(var worst) && isFurther(reading, worst);
            case ByForecast forecast -> former instanceof ByForecast worst && forecast.percent() > worst.percent();
            case ByRate(var _, var rate) ->
                former instanceof ByRate(var _, var worst)
                        && switch (matter) {
                            case FALL -> rate.compareTo(worst) < 0;
                            case RISE -> rate.compareTo(worst) > 0;
                            case SENSOR, STATION -> false;
                        };
            case ByAmount _, ByMoment _, BySilence _, ByStation _ -> false;
        };
    }

    private boolean isFurther(Reading reading, Reading worst) {
        var difference = Reading.BY_GLUCOSE.compare(reading, worst);
        return switch (matter) {
            case FALL -> difference < 0;
            case RISE -> difference > 0;
            case SENSOR, STATION -> false;
        };
    }

    /** The name that other programs read, such as {@code urgent-low}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
