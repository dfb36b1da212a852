package io.vigil.app.alarms;

import io.vigil.app.agentlink.StationView;
import io.vigil.proof.AlarmTale;
import java.time.Instant;
import java.util.List;

/** An alarm of the past, ready to be read, with the four steps of its proof that everybody looks for. */
record HistoryRow(AlarmTale tale, String name, Wording.Who who, String worst, String answer, List<ProofLine> proof) {

    static HistoryRow of(AlarmTale tale, StationView station, Instant now, Wording wording) {
        var kind = tale.id().kind();
        return new HistoryRow(
                tale,
                wording.alarms().name(kind),
                wording.who(station, tale.id().subject()),
                wording.alarms().worst(kind, tale.worst(), tale.limit(), now).text(),
                answer(tale, wording),
                List.of(
                        raised(tale, now, wording),
                        shown(tale, wording),
                        answered(tale, wording),
                        ended(tale, wording)));
    }

    private static String answer(AlarmTale tale, Wording wording) {
        return tale.answeredAfter()
                .map(after -> wording.text("history.answered", wording.delay(after)))
                .orElseGet(() -> wording.text(tale.isOver() ? "history.never" : "history.open"));
    }

    private static ProofLine raised(AlarmTale tale, Instant now, Wording wording) {
        return new ProofLine(true, begin(tale, now, wording), wording.text("proof.raised"), "");
    }

    /** To the second today; of another day that day matters more. */
    private static String begin(AlarmTale tale, Instant now, Wording wording) {
        var raisedAt = tale.id().raisedAt();
        var isToday = raisedAt.atZone(wording.times().zone())
                .toLocalDate()
                .equals(now.atZone(wording.times().zone()).toLocalDate());
        return isToday
                ? wording.times().timeOfDayToTheSecond(raisedAt)
                : wording.times().timeOrWeekday(raisedAt, now);
    }

    private static ProofLine shown(AlarmTale tale, Wording wording) {
        return tale.drawnAfter()
                .map(after -> new ProofLine(
                        true,
                        wording.times()
                                .timeOfDayToTheSecond(tale.id().raisedAt().plus(after)),
                        wording.text("proof.screens", tale.screens().size()),
                        ""))
                .orElseGet(() ->
                        new ProofLine(false, wording.text("proof.no-word"), wording.text("proof.of-a-screen"), ""));
    }

    private static ProofLine answered(AlarmTale tale, Wording wording) {
        return tale.answer()
                .map(answer -> new ProofLine(
                        true,
                        wording.times().timeOfDayToTheSecond(answer.at()),
                        answer.by().isEmpty() ? wording.text("proof.answered") : answer.by(),
                        ""))
                .orElseGet(() -> new ProofLine(
                        false,
                        wording.text(tale.isOver() ? "proof.never" : "proof.not-yet"),
                        wording.text("proof.answered"),
                        ""));
    }

    private static ProofLine ended(AlarmTale tale, Wording wording) {
        return tale.recoveredAt()
                .or(tale::clearedAt)
                .map(at -> new ProofLine(
                        true, wording.times().timeOfDayToTheSecond(at), wording.text("proof.recovered"), ""))
                .orElseGet(
                        () -> new ProofLine(false, wording.text("proof.not-yet"), wording.text("proof.recovered"), ""));
    }
}
