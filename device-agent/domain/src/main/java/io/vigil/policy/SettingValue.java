package io.vigil.policy;

import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseRate;
import java.time.Duration;
import java.time.LocalTime;

/** What a setting is set to, with its unit. Within one setting the greater amount is the greater value. */
public record SettingValue(SettingUnit unit, int amount) {

    public static final SettingValue ON = new SettingValue(SettingUnit.SWITCH, 1);
    public static final SettingValue OFF = new SettingValue(SettingUnit.SWITCH, 0);

    public static SettingValue mgPerDl(int amount) {
        return new SettingValue(SettingUnit.MG_PER_DL, amount);
    }

    /**
     * Typed in mmol/L: to the nearest whole mg/dL. A tenth of a mmol/L is 1.8 mg/dL, so what was typed with one decimal is
     * shown with the same one again.
     */
    public static SettingValue mmolPerL(double amount) {
        return mgPerDl((int) Math.round(amount * Glucose.MG_PER_DL_IN_ONE_MMOL_PER_L));
    }

    public static SettingValue tenthsOfMgPerDlPerMinute(int amount) {
        return new SettingValue(SettingUnit.TENTHS_OF_MG_PER_DL_PER_MINUTE, amount);
    }

    public static SettingValue of(Duration duration) {
        return new SettingValue(SettingUnit.SECONDS, Math.toIntExact(duration.toSeconds()));
    }

    public static SettingValue readings(int count) {
        return new SettingValue(SettingUnit.READINGS, count);
    }

    public static SettingValue percent(int amount) {
        return new SettingValue(SettingUnit.PERCENT, amount);
    }

    public static SettingValue of(LocalTime time) {
        return new SettingValue(SettingUnit.TIME_OF_DAY, time.toSecondOfDay() / 60);
    }

    public Glucose glucose() {
        return Glucose.mgPerDl(as(SettingUnit.MG_PER_DL));
    }

    public GlucoseRate rate() {
        return new GlucoseRate(as(SettingUnit.TENTHS_OF_MG_PER_DL_PER_MINUTE) / 10.0);
    }

    public Duration duration() {
        return Duration.ofSeconds(as(SettingUnit.SECONDS));
    }

    public int count() {
        return as(SettingUnit.READINGS);
    }

    public int percent() {
        return as(SettingUnit.PERCENT);
    }

    public boolean isOn() {
        return as(SettingUnit.SWITCH) != 0;
    }

    public LocalTime timeOfDay() {
        return LocalTime.MIN.plusMinutes(as(SettingUnit.TIME_OF_DAY));
    }

    /** As it is written in a file of settings, with its unit. */
    @Override
    public String toString() {
        return unit.write(amount);
    }

    private int as(SettingUnit wanted) {
        if (unit != wanted) {
            throw new IllegalStateException(this + " is not counted in " + wanted);
        }
        return amount;
    }
}
