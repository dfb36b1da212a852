package io.vigil.app.limits;

import io.vigil.app.ui.PatientNames;
import io.vigil.app.ui.Times;
import io.vigil.app.ui.Units;
import io.vigil.glucose.Glucose;
import io.vigil.policy.Setting;
import io.vigil.policy.SettingValue;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How the values of one setting are written, typed and stepped on this screen. What is typed as it is shown is what is
 * shown: 3.9 mmol/L stays 3.9, whatever whole mg/dL lies beneath.
 */
record SettingScale(Setting setting, Units units, Times times) {

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,4})(?:[.,](\\d{1,2}))?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?::(\\d{2}))?");
    /** Beyond it nothing is a concentration of glucose. */
    private static final double MOST_MG_PER_DL = 1000;

    private static final int HALF_AN_HOUR = 30;
    private static final int DAY = 24 * 60;

    /** {@code 70}, {@code 3.9}, {@code 20}, {@code 22:00}; a switch is written by its words. */
    String text(SettingValue value) {
        return switch (value.unit()) {
            case MG_PER_DL -> units.number(value.glucose(), times.locale());
            case TENTHS_OF_MG_PER_DL_PER_MINUTE ->
                format(perMinutePattern()).format(value.amount() / 10.0 / mgPerDlInOne());
            case SECONDS -> format("0.##").format((double) value.amount() / secondsInOne());
            case READINGS, PERCENT -> Integer.toString(value.amount());
            case SWITCH -> texts().text(value.isOn() ? "switch.on" : "switch.off");
            case TIME_OF_DAY -> value.timeOfDay().toString();
        };
    }

    /** {@code mg/dL}, {@code min}; none for what needs none. */
    String sign() {
        return switch (setting.unit()) {
            case MG_PER_DL -> units.sign();
            case TENTHS_OF_MG_PER_DL_PER_MINUTE -> texts().text("sign.a-minute", units.sign());
            case SECONDS -> texts().text("sign.seconds-" + secondsInOne());
            case READINGS -> texts().text("sign.readings");
            case PERCENT -> "%";
            case SWITCH, TIME_OF_DAY -> "";
        };
    }

    /** With its sign: {@code 70 mg/dL}. */
    String signed(SettingValue value) {
        return sign().isEmpty() ? text(value) : text(value) + " " + sign();
    }

    /**
     * What was typed, with its sign or without; none where it is no value of this setting.
     *
     * @param shown what stood there before
     */
    Optional<SettingValue> typed(String words, SettingValue shown) {
        var bare = words.strip();
        if (!sign().isEmpty() && bare.endsWith(sign())) {
            bare = bare.substring(0, bare.length() - sign().length()).strip();
        }
        var rail = setting.guardrail();
        var typed = bare.replace(',', '.');
        return Stream.of(shown, rail.least(), rail.leastRecommended(), rail.mostRecommended(), rail.most())
                .filter(known -> text(known).replace(',', '.').equals(typed))
                .findFirst()
                .or(() -> read(typed));
    }

    /** A step up or down from there; it may lie outside the bounds. */
    SettingValue stepped(SettingValue from, int steps) {
        return switch (from.unit()) {
            case MG_PER_DL ->
                switch (units) {
                    case MG_PER_DL -> of(from.amount() + steps);
                    case MMOL_PER_L -> of(Math.max(0, mgPerDl(tenths(from) + steps)));
                };
            case TENTHS_OF_MG_PER_DL_PER_MINUTE ->
                switch (units) {
                    case MG_PER_DL -> of(from.amount() + steps);
                    case MMOL_PER_L ->
                        of((int) Math.round(
                                (Math.round(from.amount() * 10 / mgPerDlInOne()) + steps) * mgPerDlInOne() / 10));
                };
            case SECONDS -> of(from.amount() + steps * secondsInAStep());
            case READINGS, PERCENT, SWITCH -> of(from.amount() + steps);
            case TIME_OF_DAY -> of(Math.floorMod(from.amount() + steps * HALF_AN_HOUR, DAY));
        };
    }

    private Optional<SettingValue> read(String typed) {
        return switch (setting.unit()) {
            case MG_PER_DL ->
                number(typed, units == Units.MG_PER_DL ? 0 : 1)
                        .map(amount -> amount * mgPerDlInOne())
                        .filter(amount -> amount <= MOST_MG_PER_DL)
                        .map(amount -> of((int) Math.round(amount)));
            case TENTHS_OF_MG_PER_DL_PER_MINUTE ->
                number(typed, units == Units.MG_PER_DL ? 1 : 2)
                        .map(amount -> of((int) Math.round(amount * mgPerDlInOne() * 10)));
            case SECONDS -> number(typed, 2).map(amount -> of((int) Math.round(amount * secondsInOne())));
            case READINGS, PERCENT -> number(typed, 0).map(amount -> of(amount.intValue()));
            case SWITCH -> Optional.empty();
            case TIME_OF_DAY -> timeOfDay(typed);
        };
    }

    private Optional<SettingValue> timeOfDay(String typed) {
        var read = TIME.matcher(typed);
        if (!read.matches()) {
            return Optional.empty();
        }
        try {
            var minute = read.group(2) == null ? 0 : Integer.parseInt(read.group(2));
            return Optional.of(SettingValue.of(LocalTime.of(Integer.parseInt(read.group(1)), minute)));
        } catch (DateTimeException _) {
            return Optional.empty(); // 25:00 is no time
        }
    }

    private static Optional<Double> number(String typed, int decimals) {
        var read = NUMBER.matcher(typed);
        if (!read.matches() || (read.group(2) != null && read.group(2).length() > decimals)) {
            return Optional.empty();
        }
        return Optional.of(Double.parseDouble(typed));
    }

    private SettingValue of(int amount) {
        return new SettingValue(setting.unit(), amount);
    }

    private double mgPerDlInOne() {
        return switch (units) {
            case MG_PER_DL -> 1;
            case MMOL_PER_L -> Glucose.MG_PER_DL_IN_ONE_MMOL_PER_L;
        };
    }

    private String perMinutePattern() {
        return switch (units) {
            case MG_PER_DL -> "0.0";
            case MMOL_PER_L -> "0.00";
        };
    }

    private static int tenths(SettingValue value) {
        return (int) Math.round(value.glucose().mmolPerL() * 10);
    }

    private static int mgPerDl(int tenthsOfMmolPerL) {
        return SettingValue.mmolPerL(tenthsOfMmolPerL / 10.0).amount();
    }

    /** Written in seconds, minutes or hours, as its bounds are round. */
    private int secondsInOne() {
        var rail = setting.guardrail();
        return Stream.of(Duration.ofHours(1), Duration.ofMinutes(1))
                .map(Duration::toSeconds)
                .filter(one -> Stream.of(rail.least(), rail.leastRecommended(), rail.mostRecommended(), rail.most())
                        .allMatch(bound -> bound.amount() % one == 0))
                .findFirst()
                .map(Math::toIntExact)
                .orElse(1);
    }

    /** Of long spans longer steps. */
    private int secondsInAStep() {
        var one = secondsInOne();
        if (one == 1) {
            return 15;
        }
        return one * (setting.guardrail().most().amount() / one > 60 ? 15 : 1);
    }

    private DecimalFormat format(String pattern) {
        var format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(times.locale()));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    private Wording texts() {
        return new Wording(units, times, PatientNames.FULL);
    }
}
