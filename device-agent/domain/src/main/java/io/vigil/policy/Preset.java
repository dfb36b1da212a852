package io.vigil.policy;

import static io.vigil.policy.Setting.HIGH_ABOVE;
import static io.vigil.policy.Setting.HIGH_RECOVERS_AT_OR_BELOW;
import static io.vigil.policy.Setting.LOW_BELOW;
import static io.vigil.policy.Setting.LOW_RECOVERS_AT;
import static io.vigil.policy.Setting.URGENT_LOW_AT_OR_BELOW;
import static io.vigil.policy.Setting.URGENT_LOW_RECOVERS_AT;
import static io.vigil.policy.SettingValue.mgPerDl;

import io.vigil.rule.PolicyRefused;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Limits to begin with for people who are alike. Each says all of the same settings, so that one can stand in place of
 * another.
 */
public enum Preset {
    /** Targets 70-180 mg/dL (Battelino 2019); alarms at 70 and 250 as the Dexcom G7 begins with. */
    ADULT(54, 60, 70, 75, 250, 240),

    /**
     * Target 63-140 mg/dL, under 63 less than 4 % of the time (Battelino 2019). The high rings at 180, not at 140: a target
     * that a quarter of the day may lie above is no alarm.
     */
    PREGNANCY(54, 60, 63, 68, 180, 170),

    /**
     * Under 70 mg/dL less than 1 % of the time, over 250 less than 10 % (Battelino 2019): a low that must hardly ever be is
     * called before it is one.
     */
    OLDER_OR_HIGH_RISK(54, 65, 80, 85, 250, 240),

    /** Small children fall fast and cannot tell it: called at 80; a choice of ours that a ward must look at. */
    PAEDIATRIC(54, 65, 80, 85, 250, 240),

    /** A hospital's glucose telemetry rings at 85 mg/dL (PMID 29237288). */
    INPATIENT(54, 65, 85, 90, 250, 240);

    private final int urgentLow;
    private final int urgentLowOver;
    private final int low;
    private final int lowOver;
    private final int high;
    private final int highOver;

    /** All in mg/dL: each limit, and where its alarm is over. */
    Preset(int urgentLow, int urgentLowOver, int low, int lowOver, int high, int highOver) {
        this.urgentLow = urgentLow;
        this.urgentLowOver = urgentLowOver;
        this.low = low;
        this.lowOver = lowOver;
        this.high = high;
        this.highOver = highOver;
    }

    public Map<Setting, SettingValue> settings() {
        return Map.of(
                URGENT_LOW_AT_OR_BELOW, mgPerDl(urgentLow),
                URGENT_LOW_RECOVERS_AT, mgPerDl(urgentLowOver),
                LOW_BELOW, mgPerDl(low),
                LOW_RECOVERS_AT, mgPerDl(lowOver),
                HIGH_ABOVE, mgPerDl(high),
                HIGH_RECOVERS_AT_OR_BELOW, mgPerDl(highOver));
    }

    /** The name that files and the wire read, such as {@code older-or-high-risk}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Throws {@link PolicyRefused} with a sentence where there is no such preset. */
    public static Preset read(String word) {
        return Arrays.stream(values())
                .filter(preset -> preset.word().equals(word.strip()))
                .findFirst()
                .orElseThrow(() -> PolicyRefused.because("There is no preset \"" + word + "\"; there are "
                        + Arrays.stream(values()).map(Preset::word).collect(Collectors.joining(", ")) + "."));
    }
}
