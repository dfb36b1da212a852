package io.vigil.policy;

import io.vigil.alarm.AlarmKind;
import io.vigil.glucose.Glucose;
import io.vigil.rule.AlarmRule.HighGlucose;
import io.vigil.rule.AlarmRule.LowGlucose;
import io.vigil.rule.AlarmRule.SignalLost;
import io.vigil.rule.AlarmRule.UrgentLow;
import io.vigil.rule.PolicyRefused;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An alarm policy as settings: a key, and a value with its unit. */
final class PolicyText {

    private static final Pattern GLUCOSE = Pattern.compile("(\\d{1,3})\\s*mg/dL");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,4})([smh])");
    private static final Pattern COUNT = Pattern.compile("(\\d{1,2})");

    private final Map<String, String> untold;

    private PolicyText(Map<String, String> settings) {
        this.untold = new HashMap<>(settings);
    }

    static AlarmPolicy read(Map<String, String> settings) {
        return new PolicyText(settings).policy();
    }

    private AlarmPolicy policy() {
        var standard = AlarmPolicy.standard();
        var trustedFor = duration("alarm.trusted-for", standard.low().trustedFor());
        var urgentLow = new UrgentLow(
                glucose("alarm.urgent-low.at-or-below", standard.urgentLow().atOrBelow()),
                glucose("alarm.urgent-low.recovers-at", standard.urgentLow().recoversAt()),
                count("alarm.urgent-low.recovery-readings", standard.urgentLow().recoveryReadings()),
                trustedFor);
        var low = new LowGlucose(
                glucose("alarm.low.below", standard.low().below()),
                glucose("alarm.low.recovers-at", standard.low().recoversAt()),
                trustedFor);
        var high = new HighGlucose(
                glucose("alarm.high.above", standard.high().above()),
                glucose("alarm.high.recovers-at-or-below", standard.high().recoversAtOrBelow()),
                count("alarm.high.raising-readings", standard.high().raisingReadings()),
                trustedFor);
        var signalLost = new SignalLost(
                duration("alarm.signal-lost.after", standard.signalLost().after()));
        var remindAfter = duration("alarm.remind-after", standard.remindAfter());
        var quietFor = new EnumMap<AlarmKind, Duration>(AlarmKind.class);
        standard.quietFor()
                .forEach((kind, quiet) -> quietFor.put(kind, duration("alarm." + kind.word() + ".quiet-for", quiet)));
        PolicyRefused.unless(
                untold.isEmpty(),
                "There is no setting " + String.join(" and no ", new TreeSet<>(untold.keySet())) + ".");
        return new AlarmPolicy(urgentLow, low, high, signalLost, remindAfter, quietFor);
    }

    /** Limits are whole mg/dL, so that what is shown beside an alarm is the limit it was judged by. */
    private Glucose glucose(String key, Glucose standard) {
        var value = untold.remove(key);
        return value == null
                ? standard
                : Glucose.mgPerDl(number(read(key, value, GLUCOSE, "whole mg/dL, such as 70 mg/dL")));
    }

    private int count(String key, int standard) {
        var value = untold.remove(key);
        return value == null ? standard : number(read(key, value, COUNT, "a number of readings, such as 2"));
    }

    private Duration duration(String key, Duration standard) {
        var value = untold.remove(key);
        if (value == null) {
            return standard;
        }
        var read = read(key, value, DURATION, "a duration, such as 90s, 20m or 2h");
        var amount = number(read);
        return switch (read.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }

    private static Matcher read(String key, String value, Pattern pattern, String wanted) {
        var read = pattern.matcher(value.strip());
        PolicyRefused.unless(read.matches(), key + " = \"" + value + "\" is not " + wanted + ".");
        return read;
    }

    private static int number(Matcher read) {
        return Integer.parseInt(read.group(1));
    }
}
