package io.vigil.policy;

import static io.vigil.policy.Setting.CLOCK_SKEWED_FROM;
import static io.vigil.policy.Setting.FALLING_FAST_AHEAD;
import static io.vigil.policy.Setting.FALLING_FAST_RATE;
import static io.vigil.policy.Setting.HIGH_ABOVE;
import static io.vigil.policy.Setting.HIGH_PRIORITY_GOES_UP_AFTER;
import static io.vigil.policy.Setting.HIGH_RAISING_READINGS;
import static io.vigil.policy.Setting.HIGH_RECOVERS_AT_OR_BELOW;
import static io.vigil.policy.Setting.LOW_BELOW;
import static io.vigil.policy.Setting.LOW_RECOVERS_AT;
import static io.vigil.policy.Setting.MEDIUM_PRIORITY_GOES_UP_AFTER;
import static io.vigil.policy.Setting.NIGHT_FROM;
import static io.vigil.policy.Setting.NIGHT_UNTIL;
import static io.vigil.policy.Setting.PERSISTENT_HIGH_AFTER;
import static io.vigil.policy.Setting.REMIND_AFTER;
import static io.vigil.policy.Setting.RISING_FAST_AHEAD;
import static io.vigil.policy.Setting.RISING_FAST_RATE;
import static io.vigil.policy.Setting.SENSOR_BATTERY_AT_OR_BELOW;
import static io.vigil.policy.Setting.SENSOR_EXPIRING_BEFORE;
import static io.vigil.policy.Setting.SENSOR_GRACE;
import static io.vigil.policy.Setting.SIGNAL_LOST_AFTER;
import static io.vigil.policy.Setting.STUCK_VALUE_AFTER;
import static io.vigil.policy.Setting.TRUSTED_FOR;
import static io.vigil.policy.Setting.URGENT_LOW_AT_OR_BELOW;
import static io.vigil.policy.Setting.URGENT_LOW_RECOVERS_AT;
import static io.vigil.policy.Setting.URGENT_LOW_RECOVERY_READINGS;
import static io.vigil.policy.Setting.URGENT_LOW_SOON_LIKELY_FROM;
import static io.vigil.policy.Setting.VERY_HIGH_ABOVE;
import static io.vigil.policy.Setting.VERY_HIGH_RAISING_READINGS;
import static io.vigil.policy.Setting.VERY_HIGH_RECOVERS_AT_OR_BELOW;
import static java.time.Duration.ofMinutes;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmManner;
import io.vigil.alarm.AlarmPriority;
import io.vigil.alarm.Ladder;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseRate;
import io.vigil.rule.AlarmRule;
import io.vigil.rule.AlarmRule.HighGlucose;
import io.vigil.rule.AlarmRule.LowGlucose;
import io.vigil.rule.AlarmRule.SignalLost;
import io.vigil.rule.AlarmRule.UrgentLow;
import io.vigil.rule.AlarmRule.VeryHigh;
import io.vigil.rule.FallingFast;
import io.vigil.rule.ImplausibleJump;
import io.vigil.rule.PersistentHigh;
import io.vigil.rule.PolicyRefused;
import io.vigil.rule.RisingFast;
import io.vigil.rule.SensorLife;
import io.vigil.rule.SensorRule.CalibrationDue;
import io.vigil.rule.SensorRule.ClockSkewed;
import io.vigil.rule.SensorRule.SensorBatteryLow;
import io.vigil.rule.SensorRule.SensorExpired;
import io.vigil.rule.SensorRule.SensorExpiring;
import io.vigil.rule.SensorRule.SensorFault;
import io.vigil.rule.SensorRule.WarmUp;
import io.vigil.rule.StuckValue;
import io.vigil.rule.SuspectedCompression;
import io.vigil.rule.UrgentLowSoon;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every rule with its limits, and how alarms behave. What would not be safe cannot be made. */
public final class AlarmPolicy {

    /** Findings of a fast change that must agree. */
    private static final int AGREEING = 2;

    /** A sensor that speaks every 15 minutes gives four readings alike in a calm hour. */
    private static final int ALIKE = 10;

    private static final int BATTERY_RISEN_BY = 5;

    private static final AlarmPolicy STANDARD = of(Map.of());

    private final Map<Setting, SettingValue> values;
    private final List<AlarmRule> rules;
    private final Map<AlarmKind, AlarmRule> byKind;
    private final Set<AlarmKind> off;
    private final Map<AlarmKind, AlarmManner> manners;

    private AlarmPolicy(Map<Setting, SettingValue> values) {
        this.values = values;
        requireThatAllTogetherIsSafe();
        this.rules = List.of(
                urgentLow(),
                UrgentLowSoon.standard()
                        .likelyFrom(value(URGENT_LOW_SOON_LIKELY_FROM).percent()),
                low(),
                new FallingFast(
                        new GlucoseRate(-value(FALLING_FAST_RATE).rate().mgPerDlPerMinute()),
                        low().below(),
                        value(FALLING_FAST_AHEAD).duration(),
                        AGREEING),
                new VeryHigh(
                        value(VERY_HIGH_ABOVE).glucose(),
                        value(VERY_HIGH_RECOVERS_AT_OR_BELOW).glucose(),
                        value(VERY_HIGH_RAISING_READINGS).count(),
                        trustedFor()),
                new PersistentHigh(
                        high().above(),
                        high().recoversAtOrBelow(),
                        value(PERSISTENT_HIGH_AFTER).duration(),
                        trustedFor()),
                high(),
                new RisingFast(
                        value(RISING_FAST_RATE).rate(),
                        high().above(),
                        value(RISING_FAST_AHEAD).duration(),
                        AGREEING),
                signalLost(),
                new SensorFault(),
                new SensorExpired(sensorLife()),
                new StuckValue(value(STUCK_VALUE_AFTER).duration(), ALIKE, trustedFor()),
                new ImplausibleJump(new GlucoseRate(10), Glucose.mgPerDl(40), ofMinutes(30)),
                new SuspectedCompression(
                        low().below(),
                        new GlucoseRate(2),
                        Glucose.mgPerDl(20),
                        ofMinutes(90),
                        value(NIGHT_FROM).timeOfDay(),
                        value(NIGHT_UNTIL).timeOfDay()),
                new ClockSkewed(
                        value(CLOCK_SKEWED_FROM).duration(),
                        value(CLOCK_SKEWED_FROM).duration().dividedBy(2)),
                new SensorExpiring(value(SENSOR_EXPIRING_BEFORE).duration(), sensorLife()),
                new WarmUp(sensorLife()),
                new CalibrationDue(),
                new SensorBatteryLow(
                        value(SENSOR_BATTERY_AT_OR_BELOW).percent(),
                        value(SENSOR_BATTERY_AT_OR_BELOW).percent() + BATTERY_RISEN_BY));
        this.off = Arrays.stream(AlarmKind.values())
                .filter(kind -> Setting.switchOf(kind)
                        .filter(ringing -> !value(ringing).isOn())
                        .isPresent())
                .collect(Collectors.toUnmodifiableSet());
        this.manners = Arrays.stream(AlarmKind.values())
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        kind -> new AlarmManner(
                                kind,
                                true,
                                value(REMIND_AFTER).duration(),
                                value(Setting.quietFor(kind)).duration(),
                                ladder(kind.priority()))));
        this.byKind = rules.stream().collect(Collectors.toUnmodifiableMap(AlarmRule::kind, Function.identity()));
    }

    /** The standard of every setting, with these in place of their own. */
    public static AlarmPolicy of(Map<Setting, SettingValue> changed) {
        return new AlarmPolicy(Setting.values().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        setting -> Optional.ofNullable(changed.get(setting))
                                .map(setting::allowed)
                                .orElse(setting.standard()))));
    }

    /** What a ward begins with. */
    public static AlarmPolicy standard() {
        return STANDARD;
    }

    /** {@link #standard()} with what the settings change, such as {@code alarm.low.below = 85 mg/dL}. */
    public static AlarmPolicy read(Map<String, String> settings) {
        return PolicyText.read(settings).policy();
    }

    /** The greater before the lesser of the same direction. Those that are switched off too: see {@link #rings}. */
    public List<AlarmRule> rules() {
        return rules;
    }

    public UrgentLow urgentLow() {
        return new UrgentLow(
                value(URGENT_LOW_AT_OR_BELOW).glucose(),
                value(URGENT_LOW_RECOVERS_AT).glucose(),
                value(URGENT_LOW_RECOVERY_READINGS).count(),
                trustedFor());
    }

    public LowGlucose low() {
        return new LowGlucose(value(LOW_BELOW).glucose(), value(LOW_RECOVERS_AT).glucose(), trustedFor());
    }

    public HighGlucose high() {
        return new HighGlucose(
                value(HIGH_ABOVE).glucose(),
                value(HIGH_RECOVERS_AT_OR_BELOW).glucose(),
                value(HIGH_RAISING_READINGS).count(),
                trustedFor());
    }

    public SignalLost signalLost() {
        return new SignalLost(value(SIGNAL_LOST_AFTER).duration(), sensorLife());
    }

    public SettingValue value(Setting setting) {
        return values.getOrDefault(setting, setting.standard());
    }

    /**
     * Whether alarms of that kind are raised. One that is open when its kind is switched off stays open until its condition
     * is over: it gives no more reminders, and who has answered it is not called again.
     */
    // [impl->req~policy.off-drops-nothing~1]
    public boolean rings(AlarmKind kind) {
        return !off.contains(kind);
    }

    public Limits limits(String setBy, Instant setAt) {
        return new Limits(
                urgentLow().atOrBelow(),
                low().below(),
                high().above(),
                signalLost().after(),
                setBy,
                setAt);
    }

    /** In the unit of the kind's limit; 0 where there is none. */
    public int limit(AlarmKind kind) {
        return Optional.ofNullable(byKind.get(kind)).map(AlarmRule::limit).orElse(0);
    }

    /** How alarms of a kind behave; they call but while a greater one speaks for them, or a shelf holds them. */
    public AlarmManner manner(AlarmKind kind, boolean calls) {
        var manner = Objects.requireNonNull(manners.get(kind));
        return calls && rings(kind)
                ? manner
                : new AlarmManner(kind, false, manner.remindAfter(), manner.quietFor(), manner.ladder());
    }

    /**
     * Whether alarms ring at least as readily under this policy as under the other, and somewhere more readily. What is not
     * stricter is never taken from afar without a person at the station.
     */
    // [impl->req~policy.never-loosened-from-afar~1]
    public boolean isStricterThan(AlarmPolicy other) {
        return !equals(other)
                && Setting.values().stream()
                        .allMatch(setting -> setting.isKeptSafe(other.value(setting), value(setting)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AlarmPolicy policy && values.equals(policy.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** What differs from the standard. */
    @Override
    public String toString() {
        return Setting.values().stream()
                .filter(setting -> !value(setting).equals(setting.standard()))
                .map(setting -> setting + " = " + value(setting))
                .collect(Collectors.joining(", ", "AlarmPolicy[", "]"));
    }

    /** Rungs as far apart as is set; what nobody can have seen goes up in half the time. */
    private Ladder ladder(AlarmPriority priority) {
        return switch (priority) {
            case HIGH -> rungs(value(HIGH_PRIORITY_GOES_UP_AFTER).duration());
            case MEDIUM -> rungs(value(MEDIUM_PRIORITY_GOES_UP_AFTER).duration());
            case LOW -> Ladder.NONE;
        };
    }

    private static Ladder rungs(Duration apart) {
        var unshown = apart.dividedBy(2);
        return new Ladder(
                List.of(apart, apart.multipliedBy(2), apart.multipliedBy(3)),
                List.of(unshown, unshown.multipliedBy(2), unshown.multipliedBy(3)));
    }

    private Duration trustedFor() {
        return value(TRUSTED_FOR).duration();
    }

    private SensorLife sensorLife() {
        return new SensorLife(value(SENSOR_GRACE).duration(), SensorLife.STANDARD.longestWarmUp());
    }

    /** Each alone lies within its bounds; together they must not contradict each other. */
    private void requireThatAllTogetherIsSafe() {
        PolicyRefused.unless(
                low().below().isAbove(urgentLow().atOrBelow()),
                "The low limit must lie above the urgent low limit, "
                        + urgentLow().atOrBelow() + " mg/dL; it cannot be " + low().below() + " mg/dL.");
        PolicyRefused.unless(
                high().recoversAtOrBelow().isAbove(low().recoversAt()),
                "A high must be over above " + low().recoversAt() + " mg/dL, where a low is; it cannot be over at "
                        + high().recoversAtOrBelow() + " mg/dL.");
        PolicyRefused.unless(
                value(VERY_HIGH_ABOVE).amount() >= value(HIGH_ABOVE).amount(),
                "The very high limit must not lie under the high limit, " + value(HIGH_ABOVE) + "; it cannot be "
                        + value(VERY_HIGH_ABOVE) + ".");
        PolicyRefused.unless(
                value(TRUSTED_FOR).amount() <= value(SIGNAL_LOST_AFTER).amount(),
                "A reading is trusted no longer than until the signal counts as lost, after " + value(SIGNAL_LOST_AFTER)
                        + "; it cannot be " + value(TRUSTED_FOR) + ".");
    }
}
