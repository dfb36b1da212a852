package io.vigil.policy;

import static io.vigil.policy.SettingValue.mgPerDl;
import static io.vigil.policy.SettingValue.percent;
import static io.vigil.policy.SettingValue.readings;
import static io.vigil.policy.SettingValue.tenthsOfMgPerDlPerMinute;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmPriority;
import io.vigil.rule.PolicyRefused;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One thing about alarms that can be set: its key and unit, what it begins with, how far it may be moved, and by whom. All
 * that is known of a setting stands here; the policy, the file of settings, the rights and the screens follow from it. A key
 * that was once kept is never taken away: events name it for good.
 */
public final class Setting {

    // An urgent low: consensus level 2. It has no switch, and its limit no way down.
    public static final Setting URGENT_LOW_AT_OR_BELOW = new Setting(
            "alarm.urgent-low.at-or-below",
            "the urgent low limit",
            Realm.GLUCOSE,
            Safer.HIGHER,
            mgPerDl(54),
            new Guardrail(mgPerDl(54), mgPerDl(54), mgPerDl(60), mgPerDl(70)));
    public static final Setting URGENT_LOW_RECOVERS_AT = new Setting(
            "alarm.urgent-low.recovers-at",
            "where an urgent low is over",
            Realm.GLUCOSE,
            Safer.HIGHER,
            mgPerDl(60),
            new Guardrail(mgPerDl(55), mgPerDl(58), mgPerDl(70), mgPerDl(90)));
    public static final Setting URGENT_LOW_RECOVERY_READINGS = new Setting(
            "alarm.urgent-low.recovery-readings",
            "the readings that end an urgent low",
            Realm.GLUCOSE,
            Safer.HIGHER,
            readings(2),
            new Guardrail(readings(1), readings(2), readings(3), readings(3)));

    // An urgent low soon has no switch either; its figures were weighed for a low of 70 (decision 0018).
    public static final Setting URGENT_LOW_SOON_LIKELY_FROM = new Setting(
            "alarm.urgent-low-soon.likely-from",
            "how likely a low must be to be called before it is one",
            Realm.GLUCOSE,
            Safer.LOWER,
            percent(25),
            new Guardrail(percent(10), percent(15), percent(35), percent(50)));

    // A low: consensus level 1; a hospital's telemetry rings at 85 (PMID 29237288). Over 100 it would ring at people
    // who are
    // well, and teach everybody to ignore the next.
    public static final Setting LOW_BELOW = new Setting(
            "alarm.low.below",
            "the low limit",
            Realm.GLUCOSE,
            Safer.HIGHER,
            mgPerDl(70),
            new Guardrail(mgPerDl(55), mgPerDl(63), mgPerDl(90), mgPerDl(100)));
    public static final Setting LOW_RECOVERS_AT = new Setting(
            "alarm.low.recovers-at",
            "where a low is over",
            Realm.GLUCOSE,
            Safer.HIGHER,
            mgPerDl(75),
            new Guardrail(mgPerDl(55), mgPerDl(65), mgPerDl(100), mgPerDl(120)));

    // A high: 250 as the Dexcom G7 begins with, 180 is where the target ends.
    public static final Setting HIGH_ABOVE = new Setting(
            "alarm.high.above",
            "the high limit",
            Realm.GLUCOSE,
            Safer.LOWER,
            mgPerDl(250),
            new Guardrail(mgPerDl(120), mgPerDl(160), mgPerDl(300), mgPerDl(400)));
    public static final Setting HIGH_RECOVERS_AT_OR_BELOW = new Setting(
            "alarm.high.recovers-at-or-below",
            "where a high is over",
            Realm.GLUCOSE,
            Safer.LOWER,
            mgPerDl(240),
            new Guardrail(mgPerDl(100), mgPerDl(140), mgPerDl(300), mgPerDl(400)));
    public static final Setting HIGH_RAISING_READINGS = new Setting(
            "alarm.high.raising-readings",
            "the readings that raise a high",
            Realm.GLUCOSE,
            Safer.LOWER,
            readings(2),
            Guardrail.within(readings(1), readings(3)));

    // A very high: ketoacidosis is near. Whoever switches the high off has this one still.
    public static final Setting VERY_HIGH_ABOVE = new Setting(
            "alarm.very-high.above",
            "the very high limit",
            Realm.GLUCOSE,
            Safer.LOWER,
            mgPerDl(300),
            new Guardrail(mgPerDl(180), mgPerDl(250), mgPerDl(350), mgPerDl(400)));
    public static final Setting VERY_HIGH_RECOVERS_AT_OR_BELOW = new Setting(
            "alarm.very-high.recovers-at-or-below",
            "where a very high is over",
            Realm.GLUCOSE,
            Safer.LOWER,
            mgPerDl(290),
            new Guardrail(mgPerDl(160), mgPerDl(230), mgPerDl(350), mgPerDl(400)));
    public static final Setting VERY_HIGH_RAISING_READINGS = new Setting(
            "alarm.very-high.raising-readings",
            "the readings that raise a very high",
            Realm.GLUCOSE,
            Safer.LOWER,
            readings(2),
            Guardrail.within(readings(1), readings(3)));
    public static final Setting PERSISTENT_HIGH_AFTER = new Setting(
            "alarm.persistent-high.after",
            "how long a high may last",
            Realm.GLUCOSE,
            Safer.LOWER,
            minutes(120),
            new Guardrail(minutes(30), minutes(60), minutes(240), minutes(360)));

    // Fast changes: 3 mg/dL a minute, or 2 (Dexcom), that lead to the low or the high limit.
    public static final Setting FALLING_FAST_RATE = new Setting(
            "alarm.falling-fast.rate",
            "how fast a fall is fast",
            Realm.GLUCOSE,
            Safer.LOWER,
            tenthsOfMgPerDlPerMinute(30),
            new Guardrail(
                    tenthsOfMgPerDlPerMinute(10),
                    tenthsOfMgPerDlPerMinute(20),
                    tenthsOfMgPerDlPerMinute(40),
                    tenthsOfMgPerDlPerMinute(50)));
    public static final Setting FALLING_FAST_AHEAD = new Setting(
            "alarm.falling-fast.ahead",
            "how soon a fast fall must reach the low limit",
            Realm.GLUCOSE,
            Safer.HIGHER,
            minutes(30),
            new Guardrail(minutes(10), minutes(20), minutes(45), minutes(60)));
    public static final Setting RISING_FAST_RATE = new Setting(
            "alarm.rising-fast.rate",
            "how fast a rise is fast",
            Realm.GLUCOSE,
            Safer.LOWER,
            tenthsOfMgPerDlPerMinute(30),
            new Guardrail(
                    tenthsOfMgPerDlPerMinute(10),
                    tenthsOfMgPerDlPerMinute(20),
                    tenthsOfMgPerDlPerMinute(40),
                    tenthsOfMgPerDlPerMinute(50)));
    public static final Setting RISING_FAST_AHEAD = new Setting(
            "alarm.rising-fast.ahead",
            "how soon a fast rise must reach the high limit",
            Realm.GLUCOSE,
            Safer.HIGHER,
            minutes(30),
            new Guardrail(minutes(10), minutes(20), minutes(45), minutes(60)));

    // Under two intervals of most sensors a reading would never be trusted, and an alarm be off.
    public static final Setting TRUSTED_FOR = new Setting(
            "alarm.trusted-for",
            "how long a reading is trusted",
            Realm.SENSOR,
            Safer.NEITHER,
            minutes(20),
            new Guardrail(minutes(10), minutes(15), minutes(30), minutes(60)));
    public static final Setting SIGNAL_LOST_AFTER = new Setting(
            "alarm.signal-lost.after",
            "how long no reading may come",
            Realm.SENSOR,
            Safer.LOWER,
            minutes(20),
            new Guardrail(minutes(10), minutes(10), minutes(30), minutes(60)));

    public static final Setting STUCK_VALUE_AFTER = new Setting(
            "alarm.stuck-value.after",
            "how long a value may stay the very same",
            Realm.SENSOR,
            Safer.LOWER,
            minutes(60),
            new Guardrail(minutes(30), minutes(45), minutes(120), minutes(360)));
    public static final Setting SENSOR_EXPIRING_BEFORE = new Setting(
            "alarm.sensor-expiring.before",
            "how long before its end a sensor is told to expire",
            Realm.SENSOR,
            Safer.HIGHER,
            minutes(120),
            new Guardrail(minutes(30), minutes(60), minutes(24 * 60), minutes(48 * 60)));
    public static final Setting SENSOR_GRACE = new Setting(
            "alarm.sensor-expired.grace",
            "how long a sensor is trusted beyond its end",
            Realm.SENSOR,
            Safer.NEITHER,
            minutes(12 * 60),
            new Guardrail(minutes(0), minutes(0), minutes(12 * 60), minutes(24 * 60)));
    public static final Setting SENSOR_BATTERY_AT_OR_BELOW = new Setting(
            "alarm.sensor-battery-low.at-or-below",
            "when a sensor's battery is low",
            Realm.SENSOR,
            Safer.HIGHER,
            percent(20),
            new Guardrail(percent(5), percent(10), percent(30), percent(50)));
    public static final Setting CLOCK_SKEWED_FROM = new Setting(
            "alarm.clock-skewed.from",
            "how far a sensor's clock may be off",
            Realm.SENSOR,
            Safer.LOWER,
            minutes(1),
            new Guardrail(seconds(30), minutes(1), minutes(3), minutes(5)));

    public static final Setting REMIND_AFTER = new Setting(
            "alarm.remind-after",
            "after how long an alarm that nobody answers sounds anew",
            Realm.WARD,
            Safer.LOWER,
            minutes(5),
            new Guardrail(minutes(1), minutes(2), minutes(5), minutes(5)));
    public static final Setting HIGH_PRIORITY_GOES_UP_AFTER = new Setting(
            "alarm.high-priority.goes-up-after",
            "after how long the call of a high-priority alarm goes up a rung",
            Realm.WARD,
            Safer.LOWER,
            minutes(4),
            new Guardrail(minutes(2), minutes(2), minutes(6), minutes(10)));
    public static final Setting MEDIUM_PRIORITY_GOES_UP_AFTER = new Setting(
            "alarm.medium-priority.goes-up-after",
            "after how long the call of a medium-priority alarm goes up a rung",
            Realm.WARD,
            Safer.LOWER,
            minutes(10),
            new Guardrail(minutes(4), minutes(5), minutes(20), minutes(30)));
    public static final Setting NIGHT_FROM = new Setting(
            "alarm.night.from",
            "when the night begins",
            Realm.WARD,
            Safer.NEITHER,
            SettingValue.of(LocalTime.of(22, 0)),
            Guardrail.within(SettingValue.of(LocalTime.MIN), SettingValue.of(LocalTime.of(23, 59))));
    public static final Setting NIGHT_UNTIL = new Setting(
            "alarm.night.until",
            "when the night ends",
            Realm.WARD,
            Safer.NEITHER,
            SettingValue.of(LocalTime.of(7, 0)),
            Guardrail.within(SettingValue.of(LocalTime.MIN), SettingValue.of(LocalTime.of(23, 59))));

    /**
     * What may be switched off: what is told by another alarm as well, or is a notice. Whoever has no low, no very high and no
     * lost signal has no monitor.
     */
    private static final Set<AlarmKind> MAY_BE_OFF = Collections.unmodifiableSet(EnumSet.of(
            AlarmKind.FALLING_FAST,
            AlarmKind.PERSISTENT_HIGH,
            AlarmKind.HIGH,
            AlarmKind.RISING_FAST,
            AlarmKind.SUSPECTED_COMPRESSION,
            AlarmKind.SENSOR_EXPIRING,
            AlarmKind.CALIBRATION_DUE));

    private static final List<Setting> ALL = all();
    private static final Map<String, Setting> BY_KEY =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Setting::key, Function.identity()));

    /** Limits whose alarm ends at another one: who moves the first alone takes the other along. */
    private static final Map<Setting, Setting> TAKES_ALONG = Map.of(
            URGENT_LOW_AT_OR_BELOW, URGENT_LOW_RECOVERS_AT,
            LOW_BELOW, LOW_RECOVERS_AT,
            HIGH_ABOVE, HIGH_RECOVERS_AT_OR_BELOW,
            VERY_HIGH_ABOVE, VERY_HIGH_RECOVERS_AT_OR_BELOW);

    private final String key;
    private final String words;
    private final Realm realm;
    private final Safer safer;
    private final SettingValue standard;
    private final Guardrail guardrail;

    private Setting(String key, String words, Realm realm, Safer safer, SettingValue standard, Guardrail guardrail) {
        this.key = key;
        this.words = words;
        this.realm = realm;
        this.safer = safer;
        this.standard = standard;
        this.guardrail = guardrail;
    }

    /** Every setting, in the order in which they are read. */
    public static List<Setting> values() {
        return ALL;
    }

    public static Optional<Setting> of(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** How long an answer keeps an alarm of that kind quiet while its condition lasts. */
    public static Setting quietFor(AlarmKind kind) {
        return of("alarm." + kind.word() + ".quiet-for").orElseThrow();
    }

    /** Whether alarms of that kind are raised at all; none for those that cannot be switched off. */
    public static Optional<Setting> switchOf(AlarmKind kind) {
        return of("alarm." + kind.word() + ".rings");
    }

    /** As in a file of settings, such as {@code alarm.low.below}. */
    public String key() {
        return key;
    }

    /** What it is, as it stands in a sentence, such as {@code the low limit}. */
    public String words() {
        return words;
    }

    public SettingUnit unit() {
        return standard.unit();
    }

    public Realm realm() {
        return realm;
    }

    /** Whether it may be set for one patient, and for the night; what is of the ward is the same for all and always. */
    public boolean isOfPatients() {
        return realm != Realm.WARD;
    }

    public Guardrail guardrail() {
        return guardrail;
    }

    /** What it is where nobody has set it. */
    public SettingValue standard() {
        return standard;
    }

    /** Reads {@code 85 mg/dL}; throws {@link PolicyRefused} with a sentence where that is not how it is written. */
    public SettingValue read(String text) {
        return unit().read(key, text);
    }

    /** The same value, where it is one of this setting and within its bounds. */
    // [impl->req~alarm.limits-have-floors~1]
    public SettingValue allowed(SettingValue value) {
        PolicyRefused.unless(value.unit() == unit(), key + " is written as " + standard + ", not as " + value + ".");
        PolicyRefused.unless(
                guardrail.place(value) != Guardrail.Place.REFUSED,
                key + " cannot be " + value + ": it lies between " + guardrail.least() + " and " + guardrail.most()
                        + ".");
        return value;
    }

    /** Whether alarms ring at least as readily under the latter as under the former. */
    boolean isKeptSafe(SettingValue former, SettingValue latter) {
        return safer.isKept(former, latter);
    }

    /** The limit that keeps its distance when this one is moved alone. */
    public Optional<Setting> takesAlong() {
        return Optional.ofNullable(TAKES_ALONG.get(this));
    }

    @Override
    public String toString() {
        return key;
    }

    private static List<Setting> all() {
        var all = new ArrayList<>(List.of(
                URGENT_LOW_AT_OR_BELOW,
                URGENT_LOW_RECOVERS_AT,
                URGENT_LOW_RECOVERY_READINGS,
                URGENT_LOW_SOON_LIKELY_FROM,
                LOW_BELOW,
                LOW_RECOVERS_AT,
                HIGH_ABOVE,
                HIGH_RECOVERS_AT_OR_BELOW,
                HIGH_RAISING_READINGS,
                VERY_HIGH_ABOVE,
                VERY_HIGH_RECOVERS_AT_OR_BELOW,
                VERY_HIGH_RAISING_READINGS,
                PERSISTENT_HIGH_AFTER,
                FALLING_FAST_RATE,
                FALLING_FAST_AHEAD,
                RISING_FAST_RATE,
                RISING_FAST_AHEAD,
                SIGNAL_LOST_AFTER,
                TRUSTED_FOR,
                STUCK_VALUE_AFTER,
                SENSOR_EXPIRING_BEFORE,
                SENSOR_GRACE,
                SENSOR_BATTERY_AT_OR_BELOW,
                CLOCK_SKEWED_FROM,
                REMIND_AFTER,
                HIGH_PRIORITY_GOES_UP_AFTER,
                MEDIUM_PRIORITY_GOES_UP_AFTER,
                NIGHT_FROM,
                NIGHT_UNTIL));
        MAY_BE_OFF.stream().map(Setting::ringing).forEach(all::add);
        Arrays.stream(AlarmKind.values()).map(Setting::quiet).forEach(all::add);
        return List.copyOf(all);
    }

    private static Setting ringing(AlarmKind kind) {
        return new Setting(
                "alarm." + kind.word() + ".rings",
                "whether " + inWords(kind) + " rings",
                realm(kind),
                Safer.HIGHER,
                SettingValue.ON,
                kind.priority() == AlarmPriority.LOW
                        ? Guardrail.within(SettingValue.OFF, SettingValue.ON)
                        : new Guardrail(SettingValue.OFF, SettingValue.ON, SettingValue.ON, SettingValue.ON));
    }

    private static Setting quiet(AlarmKind kind) {
        return new Setting(
                "alarm." + kind.word() + ".quiet-for",
                "the quiet after an answered " + inWords(kind),
                realm(kind),
                Safer.LOWER,
                SettingValue.of(standardQuiet(kind)),
                Guardrail.within(minutes(1), SettingValue.of(longestQuiet(kind))));
    }

    private static Realm realm(AlarmKind kind) {
        return switch (kind.matter()) {
            case FALL, RISE -> Realm.GLUCOSE;
            case SENSOR -> Realm.SENSOR;
            case STATION -> Realm.WARD;
        };
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

    private static String inWords(AlarmKind kind) {
        return kind.word().replace('-', ' ');
    }

    private static SettingValue seconds(int seconds) {
        return SettingValue.of(ofSeconds(seconds));
    }

    private static SettingValue minutes(int minutes) {
        return SettingValue.of(ofMinutes(minutes));
    }
}
