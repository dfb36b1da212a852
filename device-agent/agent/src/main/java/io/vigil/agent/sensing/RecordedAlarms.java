package io.vigil.agent.sensing;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmStep;
import io.vigil.alarm.Evidence;
import io.vigil.alarm.Evidence.ByAmount;
import io.vigil.alarm.Evidence.ByForecast;
import io.vigil.alarm.Evidence.ByMoment;
import io.vigil.alarm.Evidence.ByRate;
import io.vigil.alarm.Evidence.ByReading;
import io.vigil.alarm.Evidence.BySilence;
import io.vigil.alarm.Evidence.ByStation;
import io.vigil.authority.Replay;
import io.vigil.glucose.Reading;
import io.vigil.glucose.Reading.AboveRange;
import io.vigil.glucose.Reading.BelowRange;
import io.vigil.glucose.Reading.Measured;
import io.vigil.policy.AlarmPolicy;
import io.vigil.ward.PatientId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The alarms that a recording would have raised, had nobody answered them: a line each for programs, a table for people.
 * Times are the wearer's clock and bear no zone, as the recording has none.
 */
public final class RecordedAlarms {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Recording recording;
    private final List<AlarmChange> changes;

    private RecordedAlarms(Recording recording, List<AlarmChange> changes) {
        this.recording = recording;
        this.changes = changes;
    }

    public static RecordedAlarms of(Recording recording, AlarmPolicy policy) {
        return new RecordedAlarms(recording, Replay.play(patient(recording), recording.readings(), policy));
    }

    /** One JSON object a step, without line ends: {@code {at, patient, alarm, priority, to, value, limit, reading_at}}. */
    public List<String> jsonLines() {
        return changes.stream().map(RecordedAlarms::json).toList();
    }

    /** The recording as a story: what happened, day by day, and how many alarms there were. */
    public List<String> table() {
        var lines = new ArrayList<String>();
        lines.add(heading());
        var day = LocalDate.MIN;
        for (var change : changes) {
            var at = wornClock(change.at());
            if (!at.toLocalDate().equals(day)) {
                day = at.toLocalDate();
                lines.add("");
                lines.add(DAY.format(day));
            }
            lines.add("  %s  %-6s  %-11s  %-11s  %s"
                    .formatted(
                            TIME.format(at),
                            word(change.alarm().kind().priority().name()),
                            word(change.alarm().kind().name()),
                            change.to().word(),
                            evidence(change)));
        }
        lines.add("");
        lines.add(summary());
        return List.copyOf(lines);
    }

    private String heading() {
        var readings = recording.readings();
        return switch (readings.size()) {
            case 0 -> recording.name() + ": no readings";
            case 1 -> recording.name() + ": 1 reading, " + full(readings.getFirst());
            default ->
                recording.name() + ": " + readings.size() + " readings, " + full(readings.getFirst()) + " to "
                        + full(readings.getLast());
        };
    }

    private static String full(Reading reading) {
        var at = wornClock(reading.at());
        return DAY.format(at) + " " + TIME.format(at);
    }

    private String summary() {
        var raised = new EnumMap<AlarmKind, Integer>(AlarmKind.class);
        changes.stream()
                .filter(change -> change.to() == AlarmStep.RAISED)
                .forEach(change -> raised.merge(change.alarm().kind(), 1, Integer::sum));
        return raised.isEmpty()
                ? "No alarm"
                : "Raised: "
                        + raised.entrySet().stream()
                                .map(entry -> entry.getValue() + " "
                                        + word(entry.getKey().name()))
                                .collect(Collectors.joining(", "));
    }

    private static String evidence(AlarmChange change) {
        return switch (change.evidence()) {
            case ByReading(var reading) -> value(reading) + limit(change);
            case BySilence(var since) ->
                "no reading since " + TIME.format(wornClock(since)) + ", "
                        + Duration.between(since, change.at()).toMinutes() + " min" + limit(change);
            case ByForecast(var newest, var expected, var percent, var within) ->
                value(newest) + ", likely " + expected + " in " + within.toMinutes() + " min (" + percent + " %)"
                        + limit(change);
            case ByRate(var newest, var rate) ->
                value(newest)
                        + String.format(Locale.ROOT, ", %+.1f mg/dL a minute", rate.mgPerDlPerMinute())
                        + limit(change);
            case ByMoment(var moment) -> TIME.format(wornClock(moment));
            case ByAmount(var amount) -> amount + limit(change);
            case ByStation(var words) -> words;
        };
    }

    private static String limit(AlarmChange change) {
        var kind = change.alarm().kind();
        return switch (kind.limitUnit()) {
            case MG_PER_DL ->
                switch (kind) {
                    case URGENT_LOW -> " (limit at or below " + change.limit() + ")";
                    case LOW, URGENT_LOW_SOON -> " (limit below " + change.limit() + ")";
                    default -> " (limit above " + change.limit() + ")";
                };
            case TENTHS_OF_MG_PER_DL_PER_MINUTE -> " (limit " + change.limit() / 10.0 + " mg/dL a minute)";
            case SECONDS -> " (limit " + change.limit() + " s)";
            case MINUTES -> " (limit " + change.limit() + " min)";
            case PERCENT -> " (limit " + change.limit() + " %)";
            case NONE -> "";
        };
    }

    private static String value(Reading reading) {
        return switch (reading) {
            case Measured(var _, var glucose) -> glucose.toString();
            case BelowRange _ -> "LO";
            case AboveRange _ -> "HI";
        };
    }

    private static String json(AlarmChange change) {
        var line = new JsonObject();
        line.addProperty("at", MOMENT.format(wornClock(change.at())));
        line.addProperty("patient", change.alarm().subject().key());
        line.addProperty("alarm", change.alarm().kind().word());
        line.addProperty("priority", change.alarm().kind().priority().name().toLowerCase(Locale.ROOT));
        line.addProperty("to", change.to().word());
        line.add("value", jsonValue(change.evidence()));
        line.addProperty("limit", change.limit());
        line.add("reading_at", jsonReadingAt(change.evidence()));
        return line.toString();
    }

    /** A number in mg/dL; {@code "LO"} or {@code "HI"} where the sensor gave none; null where there was no reading. */
    private static JsonElement jsonValue(Evidence evidence) {
        return switch (evidence) {
            case ByReading(Measured(var _, var glucose)) -> new JsonPrimitive(new BigDecimal(glucose.toString()));
            case ByReading(var reading) -> new JsonPrimitive(value(reading));
            case ByForecast(var newest, var _, var _, var _) -> jsonValue(new ByReading(newest));
            case ByRate(var newest, var _) -> jsonValue(new ByReading(newest));
            case ByAmount(var amount) -> new JsonPrimitive(amount);
            case BySilence _, ByMoment _, ByStation _ -> JsonNull.INSTANCE;
        };
    }

    /** For silence: the last reading before it. */
    private static JsonElement jsonReadingAt(Evidence evidence) {
        return switch (evidence) {
            case ByReading(var reading) -> new JsonPrimitive(MOMENT.format(wornClock(reading.at())));
            case BySilence(var since) -> new JsonPrimitive(MOMENT.format(wornClock(since)));
            case ByForecast(var newest, var _, var _, var _) ->
                new JsonPrimitive(MOMENT.format(wornClock(newest.at())));
            case ByRate(var newest, var _) -> new JsonPrimitive(MOMENT.format(wornClock(newest.at())));
            case ByMoment _, ByAmount _, ByStation _ -> JsonNull.INSTANCE;
        };
    }

    private static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static LocalDateTime wornClock(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    /** A recording names nobody: its file's name stands for the patient. */
    private static PatientId patient(Recording recording) {
        var key = recording
                .name()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("(\\.csv)?(\\.gz)?$", "")
                .replaceAll("[^a-z0-9-]+", "-")
                .replaceFirst("^-+", "");
        return new PatientId(
                key.isEmpty() || key.equals("station") ? "recording" : key.substring(0, Math.min(40, key.length())));
    }
}
