package io.vigil.alarm;

import io.vigil.alarm.AlarmInput.Acknowledge;
import io.vigil.alarm.AlarmInput.Judged;
import io.vigil.alarm.AlarmState.Clear;
import io.vigil.alarm.AlarmState.Open;
import io.vigil.alarm.AlarmTurn.Step;
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
import java.time.Instant;

/** The one place where an alarm changes its state. */
public final class AlarmMachine {

    private AlarmMachine() {}

    /**
     * The state that follows, and the steps that lead there.
     *
     * <pre>
     *                          PRESENT            ABSENT                 UNDETERMINED      Acknowledge
     * Clear                    RAISED             .                      .                 .
     * Present, nobody          remind             RECOVERED, then        remind            ACKNOWLEDGED
     *                                             CLEARED unless latching
     * Present, acknowledged    resume             RECOVERED, CLEARED     resume            ACKNOWLEDGED, a new quiet
     * Recovered, nobody        CLEARED, RAISED    .                      .                 ACKNOWLEDGED, CLEARED
     *
     * remind   REANNOUNCED once nobody has answered for so long
     * resume   REANNOUNCED once the quiet is over; it is unanswered again
     * </pre>
     *
     * <p>Where the last sounding or the answer lies in the future, the clock was set back, and nobody knows how much of the
     * wait or of the quiet is left: none is. An alarm that was itself raised in the future is not ended by readings, which are
     * then those that came before it; it waits for its time to come again, and can be answered meanwhile.
     *
     * <p>What is not known raises nothing and ends nothing, and stops no reminder: a sensor that fell silent after a low
     * leaves a low that still needs somebody.
     *
     * <p>An alarm that had recovered, and whose condition comes back before anybody answered, ends and a new one is raised
     * in the same moment. Nothing falls quiet between them, and an answer meant for the old one cannot silence the new.
     */
    // [impl->req~alarm.no-silence-without-data~1]
    // [impl->req~alarm.latching~1]
    // [impl->req~alarm.remind~1]
    // [impl->req~alarm.quiet-ends~1]
    // [impl->req~alarm.clock-set-back~1]
    public static AlarmTurn next(AlarmState state, AlarmInput input, AlarmManner manner) {
        return switch (state) {
            case Clear clear ->
                switch (input) {
                    case Judged judged ->
                        judged.finding() == Finding.PRESENT ? AlarmTurn.of(raised(judged)) : AlarmTurn.still(clear);
                    case Acknowledge _ -> AlarmTurn.still(clear);
                };
            case Open open ->
                switch (input) {
                    case Judged judged -> judged(open.worse(judged.evidence(), manner.kind()), judged, manner);
                    case Acknowledge answer -> acknowledged(open, answer, manner);
                };
        };
    }

    private static AlarmTurn judged(Open open, Judged judged, AlarmManner manner) {
        return switch (open.condition()) {
            case Present _ ->
                switch (judged.finding()) {
                    case PRESENT, UNDETERMINED -> goesOn(open, judged.at(), manner);
                    case ABSENT ->
                        isFromBefore(open, judged)
                                ? goesOn(open, judged.at(), manner)
                                : recovered(open, judged.at(), manner);
                };
            case Recovered _ ->
                switch (judged.finding()) {
                    case PRESENT -> AlarmTurn.of(new Step(AlarmStep.CLEARED, new Clear()), raised(judged));
                    case ABSENT, UNDETERMINED -> AlarmTurn.still(open);
                };
        };
    }

    /** What the station finds of itself, without readings, is of the present whatever the clock says. */
    private static boolean isFromBefore(Open open, Judged judged) {
        return switch (judged.evidence()) {
            case ByReading _, ByForecast _, ByRate _, BySilence _ ->
                open.since().isAfter(judged.at().plus(AlarmId.ONE_MOMENT));
            case ByMoment _, ByAmount _, ByStation _ -> false;
        };
    }

    private static Step raised(Judged judged) {
        return new Step(
                AlarmStep.RAISED,
                new Open(judged.raisesAt(), judged.at(), new Present(), judged.evidence(), Nobody.yet(judged.at())));
    }

    private static AlarmTurn goesOn(Open open, Instant now, AlarmManner manner) {
        return manner.calls() && !isStill(open, now, manner)
                ? AlarmTurn.of(new Step(AlarmStep.REANNOUNCED, open.announced(now)))
                : AlarmTurn.still(open);
    }

    private static boolean isStill(Open open, Instant now, AlarmManner manner) {
        return switch (open.answer()) {
            case Nobody _ -> isWithin(open.announcedAt(), open.announcedAt().plus(manner.remindAfter()), now);
            case Acknowledged quiet -> isWithin(quiet.at(), quiet.quietUntil(), now);
        };
    }

    private static boolean isWithin(Instant begin, Instant end, Instant now) {
        return !now.isBefore(begin) && now.isBefore(end);
    }

    private static AlarmTurn recovered(Open open, Instant now, AlarmManner manner) {
        var recovered = new Step(AlarmStep.RECOVERED, open.recovered(now));
        var waitsForAnswer = switch (open.answer()) {
            case Nobody _ -> manner.kind().isLatching();
            case Acknowledged _ -> false;
        };
        return waitsForAnswer
                ? AlarmTurn.of(recovered)
                : AlarmTurn.of(recovered, new Step(AlarmStep.CLEARED, new Clear()));
    }

    private static AlarmTurn acknowledged(Open open, Acknowledge answer, AlarmManner manner) {
        var acknowledged = new Step(
                AlarmStep.ACKNOWLEDGED,
                open.answered(new Acknowledged(
                        answer.by(), answer.at(), answer.at().plus(manner.quietFor()), answer.reason())));
        return switch (open.condition()) {
            case Present _ -> AlarmTurn.of(acknowledged);
            case Recovered _ -> AlarmTurn.of(acknowledged, new Step(AlarmStep.CLEARED, new Clear()));
        };
    }
}
