package io.vigil.policy;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmManner;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Every rule with its limits, and how alarms behave. What would not be safe cannot be made.
 *
 * @param remindAfter how long nobody may answer before an alarm sounds anew
 * @param quietFor how long an answer keeps each kind quiet while its condition lasts
 */
public record AlarmPolicy(
        UrgentLow urgentLow,
        LowGlucose low,
        HighGlucose high,
        SignalLost signalLost,
        Duration remindAfter,
        Map<AlarmKind, Duration> quietFor) {

    /** Above it a low would ring at people who are well, and teach everybody to ignore the next. */
    private static final Glucose HIGHEST_LOW = Glucose.mgPerDl(100);

    private static final Duration SHORTEST_UNANSWERED = ofMinutes(1);
    private static final Duration LONGEST_UNANSWERED = ofMinutes(5);

    /** Two intervals of most sensors. A reading that is never trusted would be an alarm that is off. */
    private static final Duration SHORTEST_TRUST = ofMinutes(10);

    private static final Duration TRUSTED_FOR = ofMinutes(20);

    private static final FallingFast FALLING_FAST =
            new FallingFast(new GlucoseRate(-3), Glucose.mgPerDl(70), ofMinutes(30), 2);
    private static final VeryHigh VERY_HIGH = new VeryHigh(Glucose.mgPerDl(300), Glucose.mgPerDl(290), 2, TRUSTED_FOR);
    private static final PersistentHigh PERSISTENT_HIGH =
            new PersistentHigh(Glucose.mgPerDl(250), Glucose.mgPerDl(240), ofHours(2), TRUSTED_FOR);
    private static final RisingFast RISING_FAST =
            new RisingFast(new GlucoseRate(3), Glucose.mgPerDl(250), ofMinutes(30), 2);
    private static final SensorFault SENSOR_FAULT = new SensorFault();
    private static final SensorExpired SENSOR_EXPIRED = new SensorExpired(SensorLife.STANDARD);
    private static final StuckValue STUCK_VALUE = new StuckValue(ofHours(1), 10, TRUSTED_FOR);
    private static final ImplausibleJump IMPLAUSIBLE_JUMP =
            new ImplausibleJump(new GlucoseRate(10), Glucose.mgPerDl(40), ofMinutes(30));
    private static final SuspectedCompression SUSPECTED_COMPRESSION = new SuspectedCompression(
            Glucose.mgPerDl(70),
            new GlucoseRate(2),
            Glucose.mgPerDl(20),
            ofMinutes(90),
            LocalTime.of(22, 0),
            LocalTime.of(7, 0));
    private static final ClockSkewed CLOCK_SKEWED = new ClockSkewed(ofSeconds(60), ofSeconds(30));
    private static final SensorExpiring SENSOR_EXPIRING = new SensorExpiring(ofHours(2), SensorLife.STANDARD);
    private static final WarmUp WARM_UP = new WarmUp(SensorLife.STANDARD);
    private static final CalibrationDue CALIBRATION_DUE = new CalibrationDue();
    private static final SensorBatteryLow SENSOR_BATTERY_LOW = new SensorBatteryLow(20, 25);

    // [impl->req~alarm.limits-have-floors~1]
    public AlarmPolicy {
        quietFor = Map.copyOf(quietFor);
        PolicyRefused.unless(
                low.below().isAbove(urgentLow.atOrBelow()) && !low.below().isAbove(HIGHEST_LOW),
                "The low limit must lie above the urgent low limit, " + urgentLow.atOrBelow() + " mg/dL, and not above "
                        + HIGHEST_LOW + " mg/dL; it cannot be " + low.below() + " mg/dL.");
        PolicyRefused.unless(
                high.recoversAtOrBelow().isAbove(low.recoversAt())
                        && !high.above().isAbove(Glucose.MOST_MEASURED),
                "A high must be over above " + low.recoversAt() + " mg/dL, where a low is, and begin at "
                        + Glucose.MOST_MEASURED + " mg/dL at the latest; it cannot begin over " + high.above()
                        + " mg/dL and be over at " + high.recoversAtOrBelow() + " mg/dL.");
        PolicyRefused.unless(
                remindAfter.compareTo(SHORTEST_UNANSWERED) >= 0 && remindAfter.compareTo(LONGEST_UNANSWERED) <= 0,
                "An alarm that nobody answers sounds anew after 1 to 5 minutes, not after " + remindAfter.toSeconds()
                        + " seconds.");
        for (var trustedFor : List.of(urgentLow.trustedFor(), low.trustedFor(), high.trustedFor())) {
            PolicyRefused.unless(
                    trustedFor.compareTo(SHORTEST_TRUST) >= 0 && trustedFor.compareTo(signalLost.after()) <= 0,
                    "A reading is trusted for at least " + SHORTEST_TRUST.toMinutes()
                            + " minutes and no longer than until the signal counts as lost, after "
                            + signalLost.after().toMinutes() + "; it cannot be " + trustedFor.toMinutes() + ".");
        }
        for (var kind : AlarmKind.values()) {
            var quiet = quietFor.getOrDefault(kind, Duration.ZERO);
            PolicyRefused.unless(
                    quiet.isPositive() && quiet.compareTo(longestQuiet(kind)) <= 0,
                    "An answered " + kind.word() + " alarm stays quiet for at most "
                            + longestQuiet(kind).toMinutes() + " minutes, not for " + quiet.toMinutes() + ".");
        }
    }

    /** What a ward begins with. */
    public static AlarmPolicy standard() {
        var trustedFor = ofMinutes(20);
        var quietFor = new EnumMap<AlarmKind, Duration>(AlarmKind.class);
        for (var kind : AlarmKind.values()) {
            quietFor.put(kind, standardQuiet(kind));
        }
        return new AlarmPolicy(
                new UrgentLow(Glucose.mgPerDl(54), Glucose.mgPerDl(60), 2, trustedFor),
                new LowGlucose(Glucose.mgPerDl(70), Glucose.mgPerDl(75), trustedFor),
                new HighGlucose(Glucose.mgPerDl(250), Glucose.mgPerDl(240), 2, trustedFor),
                new SignalLost(ofMinutes(20)),
                LONGEST_UNANSWERED,
                quietFor);
    }

    /** {@link #standard()} with what the settings change, such as {@code alarm.low.below = 85 mg/dL}. */
    public static AlarmPolicy read(Map<String, String> settings) {
        return PolicyText.read(settings);
    }

    /** The greater before the lesser of the same direction. */
    public List<AlarmRule> rules() {
        return List.of(
                urgentLow,
                low,
                FALLING_FAST,
                VERY_HIGH,
                PERSISTENT_HIGH,
                high,
                RISING_FAST,
                signalLost,
                SENSOR_FAULT,
                SENSOR_EXPIRED,
                STUCK_VALUE,
                IMPLAUSIBLE_JUMP,
                SUSPECTED_COMPRESSION,
                CLOCK_SKEWED,
                SENSOR_EXPIRING,
                WARM_UP,
                CALIBRATION_DUE,
                SENSOR_BATTERY_LOW);
    }

    public Limits limits(String setBy, Instant setAt) {
        return new Limits(urgentLow.atOrBelow(), low.below(), high.above(), signalLost.after(), setBy, setAt);
    }

    /** In the unit of the kind, 0 where there is none. */
    public int limit(AlarmKind kind) {
        return rules().stream()
                .filter(rule -> rule.kind() == kind)
                .mapToInt(AlarmRule::limit)
                .findAny()
                .orElse(0);
    }

    /** How alarms of a kind behave; they call but while a greater one speaks for them, or a shelf holds them. */
    public AlarmManner manner(AlarmKind kind, boolean calls) {
        return new AlarmManner(
                kind, calls, remindAfter, quietFor.getOrDefault(kind, Duration.ZERO), Ladder.standard(kind.priority()));
    }

    private static Duration standardQuiet(AlarmKind kind) {
        return switch (kind) {
            case URGENT_LOW -> ofMinutes(15);
            case HIGH -> ofMinutes(90);
            case VERY_HIGH, PERSISTENT_HIGH -> ofHours(2);
            case FALLING_FAST, RISING_FAST -> ofMinutes(30);
            // For the next shift to be told anew; G4 Pro tells of its battery once a day.
            case SENSOR_EXPIRING, CALIBRATION_DUE, SENSOR_BATTERY_LOW, CLOCK_SKEWED -> ofHours(8);
            default -> ofMinutes(20);
        };
    }

    private static Duration longestQuiet(AlarmKind kind) {
        return switch (kind) {
            case URGENT_LOW -> ofMinutes(30);
            case HIGH, VERY_HIGH, PERSISTENT_HIGH -> ofHours(2);
            case SENSOR_EXPIRING, CALIBRATION_DUE, SENSOR_BATTERY_LOW, CLOCK_SKEWED -> ofHours(12);
            default -> ofHours(1);
        };
    }
}
