package io.vigil.policy;

import io.vigil.rule.PolicyRefused;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a setting is counted in, and how it is written: {@code 70 mg/dL}, {@code 20m}, {@code 2}, {@code on}, {@code 22:00}. */
public enum SettingUnit {
    /** Whole ones, so that what is shown beside an alarm is the limit it was judged by. */
    MG_PER_DL("(\\d{1,3})\\s*mg/dL", "whole mg/dL, such as 70 mg/dL"),
    TENTHS_OF_MG_PER_DL_PER_MINUTE(
            "(\\d{1,2})(?:\\.(\\d))?\\s*mg/dL/min", "mg/dL in a minute, such as 3 mg/dL/min or 2.5 mg/dL/min"),
    SECONDS("(\\d{1,4})([smh])", "a duration, such as 90s, 20m or 2h"),
    READINGS("(\\d{1,2})", "a number of readings, such as 2"),
    PERCENT("(\\d{1,3})\\s*%", "a percentage, such as 20 %"),
    /** 1 is on. */
    SWITCH("(on|off)", "on or off"),
    /** Counted in minutes from midnight, by the clock on the station's wall. */
    TIME_OF_DAY("(\\d{2}:\\d{2})", "a time of day, such as 22:00");

    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;

    private final Pattern written;
    private final String wanted;

    SettingUnit(String written, String wanted) {
        this.written = Pattern.compile(written);
        this.wanted = wanted;
    }

    /** Refused in one sentence, which names the key, when it is not written so. */
    SettingValue read(String key, String text) {
        var read = written.matcher(text.strip());
        PolicyRefused.unless(read.matches(), sentence(key, text));
        try {
            return new SettingValue(this, amount(read));
        } catch (DateTimeException _) {
            throw PolicyRefused.because(sentence(key, text));
        }
    }

    String write(int amount) {
        return switch (this) {
            case MG_PER_DL -> amount + " mg/dL";
            case TENTHS_OF_MG_PER_DL_PER_MINUTE ->
                amount % 10 == 0
                        ? amount / 10 + " mg/dL/min"
                        : String.format(Locale.ROOT, "%.1f mg/dL/min", amount / 10.0);
            case SECONDS -> duration(amount);
            case READINGS -> Integer.toString(amount);
            case PERCENT -> amount + " %";
            case SWITCH -> amount == 0 ? "off" : "on";
            case TIME_OF_DAY -> LocalTime.MIN.plusMinutes(amount).toString();
        };
    }

    private int amount(Matcher read) {
        return switch (this) {
            case MG_PER_DL, READINGS, PERCENT -> Integer.parseInt(read.group(1));
            case TENTHS_OF_MG_PER_DL_PER_MINUTE ->
                Integer.parseInt(read.group(1)) * 10 + (read.group(2) == null ? 0 : Integer.parseInt(read.group(2)));
            case SECONDS ->
                Integer.parseInt(read.group(1))
                        * switch (read.group(2)) {
                            case "s" -> 1;
                            case "m" -> MINUTE;
                            default -> HOUR;
                        };
            case SWITCH -> "on".equals(read.group(1)) ? 1 : 0;
            case TIME_OF_DAY -> LocalTime.parse(read.group(1)).toSecondOfDay() / MINUTE;
        };
    }

    private static String duration(int seconds) {
        if (seconds % HOUR == 0 && seconds > 0) {
            return seconds / HOUR + "h";
        }
        return seconds % MINUTE == 0 ? seconds / MINUTE + "m" : seconds + "s";
    }

    private String sentence(String key, String text) {
        return key + " = \"" + text + "\" is not " + wanted + ".";
    }
}
