package io.vigil.alarm;

import io.vigil.alarm.AlarmInput.Acknowledge;
import io.vigil.alarm.AlarmInput.Judged;
import io.vigil.alarm.AlarmInput.Shown;
import io.vigil.alarm.AlarmInput.Unshelved;
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
import java.util.ArrayList;

/** The one place where an alarm changes its state. */
public final class AlarmMachine {

    private AlarmMachine() {}

    /**
     * The state that follows, and the steps that lead there.
     *
     * <pre>
     *                          PRESENT            ABSENT                 UNDETERMINED      Acknowledge            Unshelved
     * Clear                    RAISED             .                      .                 .                      .
     * Present, nobody          remind, climb      RECOVERED, then        remind, climb     ACKNOWLEDGED           REANNOUNCED
     *                                             CLEARED unless latching
     * Present, acknowledged    resume             RECOVERED, CLEARED     resume            ACKNOWLEDGED, a new    .
     *                                                                                      quiet
     * Recovered, nobody        CLEARED, RAISED    .                      .                 ACKNOWLEDGED, CLEARED  REANNOUNCED
     *
     * remind   REANNOUNCED once nobody has answered for so long
     * climb    ESCALATED once nobody has answered for as long as the ladder says
     * resume   REANNOUNCED once the quiet is over; it is unanswered again, and its ladder begins anew
     * </pre>
     *
     * <p>Shown takes no step: it is kept beside the answer that is still missing, and the ladder's longer waits then count.
     *
     * <p>Where the last sounding or the answer lies in the future, the clock was set back, and nobody knows how much of the
     * wait or of the quiet is left: none is. An alarm that was itself raised in the future is not ended by readings, which are
     * then those that came before it; it waits for its time to come again, and can be answered meanwhile.
     *
     * <p>What is not known raises nothing and ends nothing, and stops no reminder: a sensor that fell silent after a low
     * leaves a low that still needs somebody.
     *
     * <p>An alarm that had recovered, and whose condition comes back before anybody answered, ends and a new one is raised
     * in the same moment. Nothing falls quiet between them, and an answer meant for the old one cannot silence the new. Since
     * when nobody has answered is carried over, so that a condition that comes and goes cannot keep its call from going up.
     * While it is over the call stays on the rung it reached: it still sounds, but danger that is past calls nobody else.
     */
    // [impl->req~alarm.no-silence-without-data~1]
    // [impl->req~alarm.latching~1]
    // [impl->req~alarm.remind~1]
    // [impl->req~alarm.escalates~1]
    // [impl->req~alarm.quiet-ends~1]
    // [impl->req~alarm.clock-set-back~1]
    public static AlarmTurn next(AlarmState state, AlarmInput input, AlarmManner manner) {
        return switch (state) {
            case Clear clear ->
                switch (input) {
                    case Judged judged ->
                        judged.finding() == Finding.PRESENT
                                ? AlarmTurn.of(raised(judged, judged.raisedWith()))
                                : AlarmTurn.still(clear);
                    case Acknowledge _, Shown _, Unshelved _ -> AlarmTurn.still(clear);
                };
            case Open open ->
                switch (input) {
                    case Judged judged -> judged(open.worse(judged.evidence(), manner.kind()), judged, manner);
                    case Acknowledge answer -> acknowledged(open, answer, manner);
                    case Shown shown -> AlarmTurn.still(shown(open, shown));
                    case Unshelved unshelved -> unshelved(open, unshelved.at());
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
                    case PRESENT ->
                        AlarmTurn.of(new Step(AlarmStep.CLEARED, new Clear()), raised(judged, goingOn(open, judged)));
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

    private static Step raised(Judged judged, Answer answer) {
        return new Step(
                AlarmStep.RAISED, new Open(judged.raisesAt(), judged.at(), new Present(), judged.evidence(), answer));
    }

    /** Who has answered an alarm that takes the place of one that nobody had: nobody yet, since then. */
    private static Answer goingOn(Open before, Judged judged) {
        return judged.raisedWith() instanceof Nobody && before.answer() instanceof Nobody nobody
                ? nobody.still(judged.at())
                : judged.raisedWith();
    }

    private static AlarmTurn goesOn(Open open, Instant now, AlarmManner manner) {
        if (!manner.calls()) {
            return AlarmTurn.still(open);
        }
        var steps = new ArrayList<Step>();
        var next = open;
        if (!isStill(open, now, manner)) {
            next = open.announced(now);
            steps.add(new Step(AlarmStep.REANNOUNCED, next));
        }
        if (open.answer() instanceof Nobody nobody && next.answer() instanceof Nobody unanswered) {
            var rung = nobody.rungBy(now, manner.ladder());
            if (rung > unanswered.rung()) {
                next = next.answered(unanswered.upTo(rung));
                steps.add(new Step(AlarmStep.ESCALATED, next));
            }
        }
        return new AlarmTurn(next, steps);
    }

    private static boolean isStill(Open open, Instant now, AlarmManner manner) {
        return switch (open.answer()) {
            case Nobody _ ->
                !now.isBefore(open.announcedAt())
                        && now.isBefore(open.announcedAt().plus(manner.remindAfter()));
            case Acknowledged answer -> answer.isQuiet(now);
        };
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

    // [impl->req~alarm.answer-is-for-what-was-seen~1]
    private static AlarmTurn acknowledged(Open open, Acknowledge answer, AlarmManner manner) {
        if (!isForThisSounding(open, answer)) {
            return AlarmTurn.still(open);
        }
        var acknowledged = new Step(
                AlarmStep.ACKNOWLEDGED,
                open.answered(new Acknowledged(
                        answer.by(), answer.givenAt(), answer.givenAt().plus(manner.quietFor()), answer.reason())));
        return switch (open.condition()) {
            case Present _ -> AlarmTurn.of(acknowledged);
            case Recovered _ -> AlarmTurn.of(acknowledged, new Step(AlarmStep.CLEARED, new Clear()));
        };
    }

    /**
     * Whether its giver saw how the alarm last sounded. A mere reminder that came between an answer's being given and its
     * being durable says nothing new, and takes nothing from it.
     */
    private static boolean isForThisSounding(Open open, Acknowledge answer) {
        var sounded = open.announcedAt();
        return sounded.equals(answer.announcedAt())
                || (sounded.isAfter(answer.givenAt())
                        && !sounded.isAfter(answer.at())
                        && open.answer() instanceof Nobody nobody
                        && !nobody.since().isAfter(answer.announcedAt()));
    }

    private static Open shown(Open open, Shown shown) {
        return open.answer() instanceof Nobody nobody && open.announcedAt().equals(shown.announcedAt())
                ? open.answered(nobody.wasShown())
                : open;
    }

    private static AlarmTurn unshelved(Open open, Instant now) {
        return switch (open.answer()) {
            case Nobody _ -> AlarmTurn.of(new Step(AlarmStep.REANNOUNCED, open.calledAnew(now)));
            case Acknowledged _ -> AlarmTurn.still(open);
        };
    }
}
