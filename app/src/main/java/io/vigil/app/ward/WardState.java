package io.vigil.app.ward;

import static io.vigil.app.ward.Figure.large;
import static io.vigil.app.ward.Figure.small;

import io.vigil.alarm.Answer.Acknowledged;
import io.vigil.alarm.Answer.Nobody;
import io.vigil.alarm.OpenAlarm;
import io.vigil.app.agentlink.StationView;
import io.vigil.app.agentlink.StationView.Contact.InContact;
import io.vigil.app.agentlink.StationView.Contact.Lost;
import io.vigil.app.agentlink.StationView.Contact.NotYet;
import io.vigil.app.agentlink.StationView.PatientView;
import io.vigil.app.ui.Shift;
import io.vigil.app.ui.TileOrder;
import io.vigil.glucose.GlucoseRange;
import io.vigil.ward.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that the ward's screen shows, ready to be read.
 *
 * @param figures the numbers of the whole ward
 * @param tiles one a patient, in the order in which they are read
 * @param isSortable whether there is an order to choose; without contact nobody is known to be more urgent
 * @param notice what stands there instead of tiles
 */
record WardState(List<Figure> figures, List<TileState> tiles, boolean isSortable, Notice notice) {

    static final WardState NOTHING = new WardState(List.of(), List.of(), false, Notice.NONE);

    private static final String NOT_KNOWN = "—";

    /**
     * Two to low in the same five minutes stand by their beds: a tile does not change its place with each reading.
     */
    private static final Duration TO_LOW_STEP = Duration.ofMinutes(5);

    /** What is said when there is no tile; empty when there are. */
    record Notice(String title, String more) {
        static final Notice NONE = new Notice("", "");
    }

    /** @param tiles one a patient, in the order of their beds */
    static WardState of(StationView view, List<TileState> tiles, AnswerTimes answers, Instant now, Manner manner) {
        return switch (view.contact()) {
            case NotYet _ -> new WardState(List.of(), List.of(), false, notice("not-yet", manner));
            case Lost lost -> new WardState(unknown(lost, now, manner), tiles, false, Notice.NONE);
            case InContact _ ->
                tiles.isEmpty()
                        ? new WardState(List.of(), tiles, false, notice("no-patient", manner))
                        : new WardState(
                                figures(view, answers, now, manner),
                                ordered(tiles, view.alarms(), manner.order()),
                                true,
                                Notice.NONE);
        };
    }

    /** How many tiles stand under an alarm, answered or not. */
    int alarmed() {
        return (int) tiles.stream().filter(tile -> tile.tone().isAlarm()).count();
    }

    /** Whether some number takes four places, as 12.4 does. */
    boolean hasLongNumbers() {
        return tiles.stream()
                .anyMatch(tile -> tile.value() instanceof TileValue.Newest newest
                        && newest.number().length() > 3);
    }

    /** The tiles with those under an alarm before the others, else in their order. */
    // [impl->req~screen.nobody-is-out-of-sight~1]
    List<TileState> alarmsFirst() {
        return Stream.concat(
                        tiles.stream().filter(tile -> tile.tone().isAlarm()),
                        tiles.stream().filter(tile -> !tile.tone().isAlarm()))
                .toList();
    }

    private static Notice notice(String key, Manner manner) {
        return new Notice(manner.text("empty." + key), manner.text("empty." + key + ".more"));
    }

    /** Alarms as the agent orders them, then who is soonest at the low limit, then by bed. */
    private static List<TileState> ordered(List<TileState> byBed, List<OpenAlarm> alarms, TileOrder order) {
        return switch (order) {
            case BY_BED -> byBed;
            case MOST_URGENT_FIRST -> {
                var place = new HashMap<Subject, Integer>();
                alarms.forEach(alarm -> place.putIfAbsent(alarm.id().subject(), place.size()));
                yield byBed.stream()
                        .sorted(Comparator.comparingInt(
                                        (TileState tile) -> place.getOrDefault(tile.patient(), Integer.MAX_VALUE))
                                .thenComparingLong(tile -> tile.toLow()
                                        .map(toLow -> toLow.toSeconds() / TO_LOW_STEP.toSeconds())
                                        .orElse(Long.MAX_VALUE)))
                        .toList();
            }
        };
    }

    private static List<Figure> figures(StationView view, AnswerTimes answers, Instant now, Manner manner) {
        return List.of(
                inRange(view.patients(), now, manner),
                alarms(view.alarms(), manner),
                expiring(view.patients(), now, manner),
                answering(answers, now, manner));
    }

    private static Figure inRange(List<PatientView> patients, Instant now, Manner manner) {
        var reporting = patients.stream()
                .flatMap(patient ->
                        patient.recent().latestWithin(patient.limits().signalLostAfter(), now).stream())
                .toList();
        var inRange = reporting.stream()
                .filter(reading -> GlucoseRange.of(reading) == GlucoseRange.IN_RANGE)
                .count();
        return new Figure(
                List.of(
                        large(manner.text("figure.count", inRange)),
                        small(manner.text("figure.in-range.of", reporting.size()))),
                manner.text("figure.in-range.words"));
    }

    private static Figure alarms(List<OpenAlarm> alarms, Manner manner) {
        var answered = alarms.stream().filter(WardState::isAnswered).count();
        return new Figure(
                List.of(large(manner.text("figure.count", alarms.size()))),
                alarms.isEmpty()
                        ? manner.text("figure.no-alarm.words")
                        : manner.text("figure.alarms.words", alarms.size(), answered));
    }

    private static Figure expiring(List<PatientView> patients, Instant now, Manner manner) {
        var count = patients.stream()
                .flatMap(patient -> patient.sensor().stream())
                .filter(sensor -> TileState.endsToday(sensor, now, manner))
                .count();
        return new Figure(
                List.of(large(manner.text("figure.count", count))), manner.text("figure.expiring.words", count));
    }

    private static Figure answering(AnswerTimes answers, Instant now, Manner manner) {
        return answers.medianSince(Shift.began(now, manner.times().zone()))
                .map(median -> new Figure(span(median, manner), manner.text("figure.answer.words")))
                .orElseGet(() -> new Figure(List.of(small(NOT_KNOWN)), manner.text("figure.answer.none")));
    }

    private static List<Figure.Piece> span(Duration span, Manner manner) {
        var seconds = span.toSeconds();
        var pieces = new ArrayList<Figure.Piece>();
        if (seconds >= 60) {
            pieces.add(large(manner.text("figure.count", seconds / 60)));
            pieces.add(small(manner.text("figure.minutes")));
        }
        pieces.add(large(manner.text("figure.count", seconds % 60)));
        pieces.add(small(manner.text("figure.seconds")));
        return List.copyOf(pieces);
    }

    private static List<Figure> unknown(Lost lost, Instant now, Manner manner) {
        return List.of(
                new Figure(List.of(small(NOT_KNOWN)), manner.text("figure.in-range.unknown")),
                new Figure(List.of(small(NOT_KNOWN)), manner.text("figure.alarms.unknown")),
                new Figure(
                        List.of(),
                        manner.text(
                                "figure.trying", lost.tries(), manner.times().timeOfDayToTheSecond(now))));
    }

    private static boolean isAnswered(OpenAlarm alarm) {
        return switch (alarm.state().answer()) {
            case Acknowledged _ -> true;
            case Nobody _ -> false;
        };
    }
}
