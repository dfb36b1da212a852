package io.vigil.app.ward;

import io.vigil.alarm.AlarmPriority;
import io.vigil.alarm.AlarmState;
import io.vigil.alarm.Answer.Acknowledged;
import io.vigil.alarm.Answer.Nobody;
import io.vigil.alarm.Condition.Present;
import io.vigil.alarm.Condition.Recovered;
import io.vigil.alarm.Evidence.ByAmount;
import io.vigil.alarm.Evidence.ByForecast;
import io.vigil.alarm.Evidence.ByMoment;
import io.vigil.alarm.Evidence.ByRate;
import io.vigil.alarm.Evidence.ByReading;
import io.vigil.alarm.Evidence.BySilence;
import io.vigil.alarm.Evidence.ByStation;
import io.vigil.alarm.OpenAlarm;
import io.vigil.app.agentlink.StationView.PatientView;
import io.vigil.app.ui.AlarmWords;
import io.vigil.app.ui.AlarmWords.Worst.Compared;
import io.vigil.app.ui.AlarmWords.Worst.Said;
import io.vigil.app.ui.Icon;
import io.vigil.app.ui.Sparkline;
import io.vigil.app.ui.Sparkline.Ground;
import io.vigil.glucose.GlucoseChange;
import io.vigil.glucose.GlucoseRate;
import io.vigil.glucose.Reading;
import io.vigil.glucose.Reading.AboveRange;
import io.vigil.glucose.Reading.BelowRange;
import io.vigil.glucose.Reading.Measured;
import io.vigil.glucose.Trend;
import io.vigil.ward.SensorSession;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes a {@link TileState}: what all its parts are made from, and one method for each.
 *
 * @param alarms the open alarms of this patient, worst first as the agent orders them
 */
// [impl->req~screen.old-is-not-new~1]
record TileMaking(PatientView view, List<OpenAlarm> alarms, Instant now, Manner manner) {

    /** From here on a value is marked as old; the signal-loss limit then takes it away altogether. */
    static final Duration OLD_AFTER = Duration.ofMinutes(10);

    private static final Duration SPARK = Duration.ofHours(3);
    private static final Duration LONG_SPARK = Duration.ofHours(6);
    /** An end beyond midnight is told so long before. */
    private static final Duration ENDS_SOON = Duration.ofHours(6);

    private static final Duration USUAL_INTERVAL = Duration.ofMinutes(5);

    TileState known() {
        var tone = tone();
        var value = value();
        var ground = tone == Tone.HIGH
                ? Ground.HIGH_ALARM
                : isOlderThan(OLD_AFTER) && !isSilent() ? Ground.STALE : Ground.SURFACE;
        return tile(tone, stripe(tone), value, foot(), ground, spokenAlarms());
    }

    /** The agent is gone: alarms of before are told as of before, and no number is shown. */
    TileState unknown() {
        var foot = new Foot("", "", "", "", before(), "");
        return tile(Tone.UNKNOWN, new Stripe.None(), silence(""), foot, Ground.STALE, before() + ".");
    }

    private TileState tile(Tone tone, Stripe stripe, TileValue value, Foot foot, Ground ground, String spokenAlarms) {
        var isLost = value instanceof TileValue.Silence;
        return new TileState(
                view.patient().id(),
                view.patient().bed(),
                name(),
                tone,
                stripe,
                value,
                foot,
                spark(SPARK, isLost),
                spark(LONG_SPARK, isLost),
                ground,
                manner.text("spoken.tile", view.patient().bed(), name(), spokenValue(value), spokenAlarms),
                tone == Tone.FALLING ? toLow() : Optional.empty());
    }

    private String name() {
        return manner.names().of(view.patient().name());
    }

    // What the body does

    private Optional<Reading> newest() {
        return view.recent().knownAt(now).latest();
    }

    private Duration age(Reading reading) {
        var age = Duration.between(reading.at(), now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    private boolean isOlderThan(Duration limit) {
        return newest().map(reading -> age(reading).compareTo(limit) > 0).orElse(true);
    }

    private boolean isSilent() {
        return newest().map(reading -> age(reading).compareTo(view.limits().signalLostAfter()) >= 0)
                .orElse(true);
    }

    private Optional<Trend> trend() {
        return GlucoseRate.of(view.recent(), now).map(Trend::of);
    }

    /** How long until the low limit, while the arrow points down and the limit is not reached. */
    private Optional<Duration> toLow() {
        var limit = view.limits().lowBelow();
        var isFalling = trend().map(trend -> trend.compareTo(Trend.STEADY) > 0).orElse(false);
        var isAboveLow = newest().map(reading -> !reading.isBelow(limit)).orElse(false);
        return isFalling && isAboveLow ? GlucoseRate.timeTo(limit, view.recent(), now) : Optional.empty();
    }

    private boolean endsSoon() {
        return view.sensor()
                .map(sensor -> TileState.endsToday(sensor, now, manner)
                        || !sensor.endsAt().isAfter(now.plus(ENDS_SOON)))
                .orElse(false);
    }

    // How it stands out

    private Tone tone() {
        var unanswered = alarms.stream().filter(TileMaking::isUnanswered).findFirst();
        if (unanswered.isPresent()) {
            return switch (unanswered.get().id().kind().priority()) {
                case HIGH -> Tone.HIGH;
                case MEDIUM -> Tone.MEDIUM;
                case LOW -> Tone.LOW;
            };
        }
        if (!alarms.isEmpty()) {
            var isHigh = alarms.stream().anyMatch(alarm -> alarm.id().kind().priority() == AlarmPriority.HIGH);
            return isHigh ? Tone.ANSWERED_HIGH : Tone.ANSWERED;
        }
        if (toLow().isPresent()) {
            return Tone.FALLING;
        }
        return endsSoon() ? Tone.SENSOR_ENDS : Tone.CALM;
    }

    private Stripe stripe(Tone tone) {
        return switch (tone) {
            case LOW, MEDIUM, HIGH, ANSWERED, ANSWERED_HIGH -> alarmStripe();
            case FALLING -> new Stripe.Falling(manner.text("stripe.falling"), fallingAside());
            case SENSOR_ENDS -> view.sensor().<Stripe>map(this::sensorStripe).orElseGet(Stripe.None::new);
            case CALM, UNKNOWN -> new Stripe.None();
        };
    }

    private Stripe alarmStripe() {
        var worst = alarms.stream().filter(TileMaking::isUnanswered).findFirst().orElseGet(alarms::getFirst);
        var others =
                alarms.size() == 1 ? Stream.<String>empty() : Stream.of(manner.text("stripe.more", alarms.size() - 1));
        return new Stripe.Said(
                isUnanswered(worst) ? AlarmWords.icon(worst.id().kind()) : Icon.ANSWERED,
                words(worst),
                Stream.concat(aside(worst).stream(), others).toList());
    }

    private String words(OpenAlarm alarm) {
        var name = manner.alarms().name(alarm.id().kind()).toUpperCase(manner.locale());
        return switch (manner.alarms().worst(alarm, now)) {
            case Compared compared -> name + " " + compared.text();
            case Said _ -> name;
        };
    }

    /** The most telling first. */
    private List<String> aside(OpenAlarm alarm) {
        return switch (alarm.state().answer()) {
            case Acknowledged(var by, var at, var _, var _) ->
                List.of(manner.text("stripe.answered", time(at)), initialed(by));
            case Nobody _ -> List.of(unansweredAside(alarm.state()));
        };
    }

    private String unansweredAside(AlarmState.Open alarm) {
        return switch (alarm.condition()) {
            case Recovered(var at) -> manner.text("stripe.over", time(at));
            case Present() ->
                switch (alarm.worst()) {
                    case BySilence(var since) -> manner.text("stripe.for", span(Duration.between(since, now)));
                    case ByReading _, ByForecast _, ByRate _, ByMoment _, ByAmount _, ByStation _ ->
                        manner.text("stripe.since", time(alarm.since()));
                };
        };
    }

    private String fallingAside() {
        var limit = manner.units().number(view.limits().lowBelow(), manner.locale());
        var minutes = toLow().map(Duration::toMinutes).orElse(0L);
        return minutes == 0
                ? manner.text("stripe.falling.now", limit)
                : manner.text("stripe.falling.aside", limit, minutes);
    }

    private Stripe sensorStripe(SensorSession sensor) {
        if (!sensor.endsAt().isAfter(now)) {
            var since = manner.text("stripe.since", time(sensor.endsAt()));
            return new Stripe.Said(Icon.EXPIRING, manner.text("stripe.ended"), since);
        }
        var day = TileState.endsToday(sensor, now, manner) ? "today" : "tomorrow";
        return new Stripe.Said(
                Icon.EXPIRING,
                manner.text("stripe.expires"),
                manner.text("stripe.expires." + day, manner.times().timeOfDay(sensor.endsAt())));
    }

    // The middle and the foot

    private TileValue value() {
        return isSilent()
                ? silence(newest().isPresent() ? manner.text("silence.look") : "")
                : newest().<TileValue>map(this::number).orElseGet(() -> silence(""));
    }

    private TileValue number(Reading reading) {
        var oldWord = isOlderThan(OLD_AFTER) ? manner.text("number.old") : "";
        return new TileValue.Newest(manner.alarms().value(reading), trend(), oldWord);
    }

    private TileValue silence(String advice) {
        var since = newest().map(reading -> manner.text("silence.since", time(reading.at())))
                .orElseGet(() -> manner.text("silence.yet"));
        return new TileValue.Silence(manner.text("silence.none"), since, advice);
    }

    private Foot foot() {
        if (isSilent()) {
            var remark = newest().map(reading -> manner.text("silence.span", span(age(reading))))
                    .orElseGet(() -> manner.text("silence.span.none"));
            return new Foot("", "", "", "", remark, sensorLeft());
        }
        var change =
                GlucoseChange.of(view.recent(), now).map(by -> manner.units().change(by.mgPerDl(), manner.locale()));
        return new Foot(
                change.orElse(""),
                change.isPresent() ? manner.text("number.in-five") : "",
                newest().map(this::age).map(this::minutes).orElse(""),
                manner.text("number.age.old"),
                "",
                sensorLeft());
    }

    private String minutes(Duration age) {
        var minutes = age.toMinutes();
        return minutes == 0 ? manner.text("number.age.under") : manner.text("number.age", minutes);
    }

    private String sensorLeft() {
        return view.sensor()
                .map(sensor -> sensor.endsAt().isAfter(now)
                        ? manner.text("sensor.left", manner.times().left(Duration.between(now, sensor.endsAt())))
                        : manner.text("sensor.ended"))
                .orElseGet(() -> manner.text("sensor.none"));
    }

    private String before() {
        return alarms.stream()
                .findFirst()
                .map(alarm -> switch (alarm.state().answer()) {
                    case Nobody _ ->
                        manner.text(
                                "before.open", called(alarm), time(alarm.state().since()));
                    case Acknowledged(var _, var at, var _, var _) ->
                        manner.text("before.answered", called(alarm), time(at));
                })
                .orElseGet(() -> manner.text("before.none"));
    }

    private Sparkline spark(Duration span, boolean isLost) {
        // To the whole minute: a tile is drawn anew when a minute or a reading has come, not every second.
        var to = now.truncatedTo(ChronoUnit.MINUTES);
        var end = newest().map(Reading::at).filter(at -> at.isAfter(to)).orElse(to);
        var from = end.minus(span);
        return new Sparkline(
                view.recent().knownAt(now).since(from).readings(),
                from,
                end,
                view.sensor().map(SensorSession::interval).orElse(USUAL_INTERVAL),
                isLost);
    }

    // Aloud

    private String spokenValue(TileValue value) {
        return switch (value) {
            case TileValue.Silence _ ->
                newest().map(reading -> manner.text("spoken.silence", time(reading.at())))
                        .orElseGet(() -> manner.text("spoken.silence.yet"));
            case TileValue.Newest shown ->
                newest().map(reading -> manner.text(
                                shown.isOld() ? "spoken.number.old" : "spoken.number",
                                spokenNumber(reading, shown),
                                spokenUnit(reading),
                                spokenTrend(shown.trend()),
                                manner.text("spoken.minutes", age(reading).toMinutes())))
                        .orElse("");
        };
    }

    private String spokenNumber(Reading reading, TileValue.Newest shown) {
        return switch (reading) {
            case Measured _ -> shown.number();
            case BelowRange _ -> manner.text("spoken.below-range");
            case AboveRange _ -> manner.text("spoken.above-range");
        };
    }

    private String spokenUnit(Reading reading) {
        return switch (reading) {
            case Measured _ -> manner.units().sign();
            case BelowRange _, AboveRange _ -> "";
        };
    }

    private String spokenTrend(Optional<Trend> trend) {
        return manner.text("spoken.trend."
                + trend.map(known -> switch (known) {
                            case RISING_VERY_FAST -> "rising-fast";
                            case RISING_FAST -> "rising";
                            case RISING -> "rising-slowly";
                            case STEADY -> "steady";
                            case FALLING -> "falling-slowly";
                            case FALLING_FAST -> "falling";
                            case FALLING_VERY_FAST -> "falling-fast";
                        })
                        .orElse("unknown"));
    }

    private String spokenAlarms() {
        if (alarms.isEmpty()) {
            return switch (stripe(tone())) {
                case Stripe.None _ -> manner.text("spoken.calm");
                case Stripe.Said(var _, var words, var aside) ->
                    manner.text("spoken.alarm", words, oneAfterAnother(aside));
                case Stripe.Falling(var words, var aside) -> manner.text("spoken.alarm", words, aside);
            };
        }
        return String.join(
                " ",
                alarms.stream()
                        .map(alarm -> manner.text(
                                "spoken.alarm",
                                called(alarm) + " "
                                        + manner.alarms().worst(alarm, now).text(),
                                oneAfterAnother(aside(alarm))))
                        .toList());
    }

    // Small words

    private String called(OpenAlarm alarm) {
        return manner.alarms().name(alarm.id().kind());
    }

    private static String oneAfterAnother(List<String> words) {
        return String.join(" · ", words);
    }

    private String time(Instant moment) {
        return manner.times().timeOrWeekday(moment, now);
    }

    private String span(Duration span) {
        return manner.times().span(span);
    }

    private static boolean isUnanswered(OpenAlarm alarm) {
        return switch (alarm.state().answer()) {
            case Nobody _ -> true;
            case Acknowledged _ -> false;
        };
    }

    /** {@code K. Brandt} of {@code Katrin Brandt}: a tile has room for one name, not two. */
    private static String initialed(String name) {
        var space = name.indexOf(' ');
        return space < 1 ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + ". " + name.substring(space + 1);
    }
}
