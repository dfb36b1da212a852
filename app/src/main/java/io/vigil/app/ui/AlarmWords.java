package io.vigil.app.ui;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmPriority;
import io.vigil.alarm.Answer.Acknowledged;
import io.vigil.alarm.Answer.Nobody;
import io.vigil.alarm.Evidence;
import io.vigil.alarm.Evidence.ByAmount;
import io.vigil.alarm.Evidence.ByForecast;
import io.vigil.alarm.Evidence.ByMoment;
import io.vigil.alarm.Evidence.ByRate;
import io.vigil.alarm.Evidence.ByReading;
import io.vigil.alarm.Evidence.BySilence;
import io.vigil.alarm.Evidence.ByStation;
import io.vigil.alarm.OpenAlarm;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.Reading;
import io.vigil.glucose.Reading.AboveRange;
import io.vigil.glucose.Reading.BelowRange;
import io.vigil.glucose.Reading.Measured;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** An alarm in words and shapes, the same on every screen. */
// [impl->req~screen.never-colour-alone~1]
public record AlarmWords(Units units, Times times, Texts texts) {

    /** What an alarm rests on, ready to be read. */
    public sealed interface Worst {

        /** In one line. */
        String text();

        /** A value against its limit: {@code 51 ≤ 54}. */
        record Compared(String value, String sign, String limit) implements Worst {
            @Override
            public String text() {
                return value + " " + sign + " " + limit;
            }
        }

        /** No number: {@code No reading since 03:12}. */
        record Said(String text) implements Worst {}
    }

    public static AlarmWords of(Units units, Times times) {
        return new AlarmWords(units, times, Texts.of(AlarmWords.class, times.locale()));
    }

    /** {@code Urgent low}. */
    public String name(AlarmKind kind) {
        return texts.get("alarm." + kind.word());
    }

    /** {@code HIGH}. */
    public String name(AlarmPriority priority) {
        return texts.get("priority." + priority.name().toLowerCase(Locale.ROOT));
    }

    /** The shape of the priority, or of silence where that tells more. */
    public static Icon icon(AlarmKind kind) {
        return kind == AlarmKind.SIGNAL_LOST ? Icon.SIGNAL_LOST : icon(kind.priority());
    }

    public static Icon icon(AlarmPriority priority) {
        return switch (priority) {
            case HIGH -> Icon.HIGH;
            case MEDIUM -> Icon.MEDIUM;
            case LOW -> Icon.LOW;
        };
    }

    /** The style class of a priority: {@code alarm-high}. */
    public static String style(AlarmPriority priority) {
        return "alarm-" + priority.name().toLowerCase(Locale.ROOT);
    }

    /** The worst since the alarm began, against the limit of that alarm. Silence is told with its day where that is not today. */
    public Worst worst(OpenAlarm alarm, Instant now) {
        return worst(alarm.id().kind(), alarm.state().worst(), alarm.limit(), now);
    }

    /** The same of an alarm that may be over. */
    public Worst worst(AlarmKind kind, Evidence worst, int limit, Instant now) {
        return switch (worst) {
            case ByReading(var reading) -> byReading(kind, reading, limit);
            case BySilence(var since) ->
                new Worst.Said(texts.get("alarm.no-reading-since", times.timeOrWeekday(since, now)));
            case ByForecast(var newest, var expected, var percent, var within) ->
                new Worst.Said(texts.get(
                        "alarm.likely",
                        value(newest),
                        units.number(expected, times.locale()),
                        within.toMinutes(),
                        percent));
            case ByRate(var newest, var rate) ->
                new Worst.Said(texts.get("alarm.rate", value(newest), units.rate(rate, times.locale())));
            case ByMoment(var moment) -> new Worst.Said(times.timeOrWeekday(moment, now));
            case ByAmount(var amount) -> byAmount(kind, amount, limit);
            case ByStation(var words) -> new Worst.Said(words);
        };
    }

    /** A reading stands beside a limit of glucose; one that lasts too long beside how long it may. */
    private Worst byReading(AlarmKind kind, Reading reading, int limit) {
        return switch (kind.limitUnit()) {
            case MG_PER_DL -> compared(kind, reading, Glucose.mgPerDl(limit));
            case MINUTES, SECONDS -> new Worst.Said(texts.get("alarm.for-long", value(reading), amount(kind, limit)));
            case TENTHS_OF_MG_PER_DL_PER_MINUTE, PERCENT, NONE -> new Worst.Said(value(reading));
        };
    }

    /** What is left of something is too little, what passes of time too much. */
    private Worst byAmount(AlarmKind kind, int amount, int limit) {
        var said = amount(kind, amount);
        if (limit == 0) {
            return new Worst.Said(said);
        }
        return switch (kind.limitUnit()) {
            case PERCENT -> new Worst.Said(said + " < " + amount(kind, limit));
            case SECONDS, MINUTES -> new Worst.Said(said + " > " + amount(kind, limit));
            case MG_PER_DL, TENTHS_OF_MG_PER_DL_PER_MINUTE, NONE -> new Worst.Said(said);
        };
    }

    private String amount(AlarmKind kind, int amount) {
        return switch (kind.limitUnit()) {
            case PERCENT -> texts.get("amount.percent", amount);
            case SECONDS -> amount < 60 ? texts.get("amount.seconds", amount) : times.span(Duration.ofSeconds(amount));
            case MINUTES -> times.span(Duration.ofMinutes(amount));
            case MG_PER_DL, TENTHS_OF_MG_PER_DL_PER_MINUTE, NONE -> String.valueOf(amount);
        };
    }

    /** {@code since 04:05}. */
    public String since(OpenAlarm alarm, Instant now) {
        return texts.get("alarm.since", times.timeOrWeekday(alarm.state().since(), now));
    }

    /**
     * {@code nobody has answered}, {@code Call 2: nobody has answered for 4 min}, or {@code answered 04:01 · K. Brandt}. The
     * first call is the one at the bedside.
     */
    // [impl->req~alarm.rung-is-told~1]
    public String answer(OpenAlarm alarm, Instant now) {
        return switch (alarm.state().answer()) {
            case Nobody(var since, var _, var rung) ->
                rung == 0
                        ? texts.get("alarm.nobody")
                        : texts.get("alarm.call", rung + 1, times.span(Duration.between(since, now)));
            case Acknowledged(var by, var at, var _, var _) ->
                texts.get("alarm.answered", times.timeOrWeekday(at, now), by);
        };
    }

    /** A reading as a number, or as the word that stands for none: {@code LO}, {@code HI}. */
    public String value(Reading reading) {
        return switch (reading) {
            case Measured(var _, var glucose) -> units.number(glucose, times.locale());
            case BelowRange(var _) -> texts.get("word.below-range");
            case AboveRange(var _) -> texts.get("word.above-range");
        };
    }

    private Worst compared(AlarmKind kind, Reading reading, Glucose limit) {
        var sign = switch (kind) {
            case URGENT_LOW, URGENT_LOW_SOON -> "≤";
            case LOW, SUSPECTED_COMPRESSION -> "<";
            case HIGH, VERY_HIGH -> ">";
            default -> "·";
        };
        return switch (reading) {
            case Measured(var _, var glucose) -> {
                var pair = units.beside(glucose, limit, times.locale());
                yield new Worst.Compared(pair.value(), sign, pair.limit());
            }
            case BelowRange _, AboveRange _ ->
                new Worst.Compared(value(reading), sign, units.number(limit, times.locale()));
        };
    }
}
