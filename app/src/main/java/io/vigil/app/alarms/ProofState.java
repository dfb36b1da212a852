package io.vigil.app.alarms;

import io.vigil.alarm.AlarmId;
import io.vigil.app.agentlink.StationView;
import io.vigil.proof.AlarmTale;
import io.vigil.proof.ProofStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The whole proof chain of one alarm, ready to be read.
 *
 * @param delays the two that monitors disclose, and how long until a person answered
 */
record ProofState(
        AlarmId id,
        String name,
        String who,
        String worst,
        List<Delay> delays,
        List<ProofLine> lines,
        boolean canAnswer) {

    /** One of the delays; without a figure where it is not known. */
    record Delay(String figure, String words) {}

    static ProofState of(AlarmTale tale, StationView station, Instant now, Wording wording) {
        var kind = tale.id().kind();
        return new ProofState(
                tale.id(),
                wording.alarms().name(kind),
                wording.who(station, tale.id().subject()).inOneLine(),
                wording.alarms().worst(kind, tale.worst(), tale.limit(), now).text(),
                List.of(
                        delay(tale.conditionDelay(), "delay.condition", wording),
                        delay(tale.drawnAfter(), "delay.drawn", wording),
                        delay(tale.heardAfter(), "delay.heard", wording),
                        delay(tale.answeredAfter(), "delay.answered", wording)),
                tale.steps().stream().map(step -> line(step, now, wording)).toList(),
                station.alarms().stream()
                        .anyMatch(open ->
                                open.id().equals(tale.id()) && !open.state().isAnswered()));
    }

    private static Delay delay(Optional<Duration> delay, String key, Wording wording) {
        return new Delay(delay.map(wording::delay).orElse("–"), wording.text(key));
    }

    private static ProofLine line(ProofStep step, Instant now, Wording wording) {
        var at = wording.moment(step.at(), now);
        return switch (step) {
            case ProofStep.Raised _ -> new ProofLine(true, at, wording.text("step.raised"), "");
            case ProofStep.Reannounced _ -> new ProofLine(true, at, wording.text("step.reannounced"), "");
            case ProofStep.Escalated(var _, var rung) ->
                new ProofLine(true, at, wording.text("step.escalated", rung + 1), "");
            case ProofStep.Shown(var _, var screen, var heard) ->
                new ProofLine(
                        true,
                        at,
                        wording.text("step.shown", wording.screen(screen)),
                        wording.text(heard ? "step.heard" : "step.not-heard"));
            case ProofStep.Paused(var _, var until, var by) ->
                new ProofLine(true, at, wording.text("step.paused", by), until(until, wording));
            case ProofStep.Shelved(var _, var shelf) ->
                new ProofLine(
                        true,
                        at,
                        wording.text("step.shelved", shelf.by()),
                        shelf.reason() + " · " + until(shelf.until(), wording));
            case ProofStep.Unshelved(var _, var by, var reason) ->
                new ProofLine(true, at, wording.text("step.unshelved", by), reason);
            case ProofStep.Acknowledged(var _, var by, var reason, var _) ->
                new ProofLine(true, at, wording.text("step.answered", by), reason);
            case ProofStep.Recovered _ -> new ProofLine(true, at, wording.text("step.recovered"), "");
            case ProofStep.Cleared _ -> new ProofLine(true, at, wording.text("step.cleared"), "");
        };
    }

    private static String until(Instant moment, Wording wording) {
        return wording.text("shelf.until", wording.times().timeOfDay(moment));
    }
}
