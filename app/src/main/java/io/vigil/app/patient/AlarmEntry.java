package io.vigil.app.patient;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.Evidence;
import io.vigil.proof.AlarmTale;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An alarm in the list of the last ones, with its proof chain.
 *
 * @param worst against its limit
 * @param when the day, or for how long it has been open
 */
record AlarmEntry(AlarmKind kind, String name, String worst, String when, List<Step> proof) {

    /** One step of the chain; not yet, or never, taken is told too. */
    record Step(boolean taken, String at, String words) {}

    static AlarmEntry of(AlarmTale tale, Instant now, Wording wording) {
        var kind = tale.id().kind();
        return new AlarmEntry(
                kind,
                wording.alarms().name(kind),
                worst(tale, now, wording),
                when(tale, now, wording),
                List.of(raised(tale, wording), answered(tale, wording), recovered(tale, wording)));
    }

    /** Silence has its name beside it already: here only since when. The day of one that is over stands at its end. */
    private static String worst(AlarmTale tale, Instant now, Wording wording) {
        return tale.worst() instanceof Evidence.BySilence(var since)
                ? wording.text(
                        "alarms.silence",
                        tale.isOver()
                                ? wording.times().timeOfDay(since)
                                : wording.times().timeOrWeekday(since, now))
                : wording.alarms()
                        .worst(tale.id().kind(), tale.worst(), tale.limit(), now)
                        .text();
    }

    private static String when(AlarmTale tale, Instant now, Wording wording) {
        var raised = tale.id().raisedAt();
        if (!tale.isOver()) {
            return wording.text("alarms.open", wording.times().span(Duration.between(raised, now)));
        }
        return wording.isToday(raised, now)
                ? wording.text("alarms.today", wording.times().timeOfDay(raised))
                : wording.times().day(raised);
    }

    private static Step raised(AlarmTale tale, Wording wording) {
        return new Step(true, wording.times().timeOfDayToTheSecond(tale.id().raisedAt()), wording.text("proof.raised"));
    }

    private static Step answered(AlarmTale tale, Wording wording) {
        return tale.answer()
                .map(who -> new Step(
                        true,
                        wording.times().timeOfDayToTheSecond(who.at()),
                        who.by().isEmpty() ? wording.text("proof.answered") : who.by()))
                .orElseGet(() -> new Step(
                        false,
                        wording.text("proof.none"),
                        wording.text(tale.isOver() ? "proof.nobody" : "proof.not-answered")));
    }

    private static Step recovered(AlarmTale tale, Wording wording) {
        return tale.recoveredAt()
                .map(at -> new Step(true, wording.times().timeOfDayToTheSecond(at), wording.text("proof.recovered")))
                .orElseGet(() -> new Step(false, wording.text("proof.none"), wording.text("proof.not-recovered")));
    }
}
