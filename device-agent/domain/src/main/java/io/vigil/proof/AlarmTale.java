package io.vigil.proof;

import io.vigil.alarm.AlarmId;
import io.vigil.alarm.Evidence;
import io.vigil.alarm.OpenAlarm;
import io.vigil.journal.NumberedEvent;
import io.vigil.proof.ProofStep.Acknowledged;
import io.vigil.proof.ProofStep.Cleared;
import io.vigil.proof.ProofStep.Escalated;
import io.vigil.proof.ProofStep.Paused;
import io.vigil.proof.ProofStep.Raised;
import io.vigil.proof.ProofStep.Reannounced;
import io.vigil.proof.ProofStep.Recovered;
import io.vigil.proof.ProofStep.Shelved;
import io.vigil.proof.ProofStep.Shown;
import io.vigil.proof.ProofStep.Unshelved;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One alarm from its raising to its end, as the numbered events of the log tell it: the proof chain.
 *
 * @param worst the worst that is known of it
 * @param limit in the unit of its kind
 * @param steps in the order in which they were kept; without the raising where the log was read from later on
 */
// [impl->req~alarm.proof-chain~1]
public record AlarmTale(AlarmId id, Evidence worst, int limit, List<ProofStep> steps) {

    public AlarmTale {
        steps = List.copyOf(steps);
    }

    /**
     * The tale of every alarm that the events or the present tell of, newest first. What the log does not tell yet of an open
     * alarm, the alarm itself tells: it is shown before it is durable.
     */
    public static List<AlarmTale> of(Collection<NumberedEvent> events, Collection<OpenAlarm> open) {
        return new TaleTelling().of(events, open);
    }

    public boolean isOver() {
        return all(Cleared.class).findAny().isPresent();
    }

    /** When it was over and answered, or over and of no need of an answer. */
    public Optional<Instant> clearedAt() {
        return all(Cleared.class).findFirst().map(Cleared::at);
    }

    /** When its condition was over, unless it came back since. */
    public Optional<Instant> recoveredAt() {
        var at = Optional.<Instant>empty();
        for (var step : steps) {
            at = switch (step) {
                case Recovered(var recovered) -> Optional.of(recovered);
                case Raised _, Reannounced _, Escalated _ -> Optional.empty();
                case Shown _, Paused _, Shelved _, Unshelved _, Acknowledged _, Cleared _ -> at;
            };
        }
        return at;
    }

    /** Who answered first. */
    public Optional<Acknowledged> answer() {
        return all(Acknowledged.class).findFirst();
    }

    /** Whether it ended, and nobody had answered it. */
    public boolean isNeverAnswered() {
        return isOver() && answer().isEmpty();
    }

    /** The names of the screens that drew it, each once, the first first. */
    public List<String> screens() {
        return all(Shown.class).map(Shown::screen).distinct().toList();
    }

    /** How far up the ladder the call ever went. */
    public int highestRung() {
        return all(Escalated.class).mapToInt(Escalated::rung).max().orElse(0);
    }

    /**
     * The condition delay: from when it was so, by the reading's own time or the end of the silence that is allowed, until it
     * was an alarm. Told by monitors beside the other one (Masimo). Unknown where a clock runs ahead, and where the evidence
     * bears no time.
     */
    public Optional<Duration> conditionDelay() {
        return all(Raised.class)
                .findFirst()
                .flatMap(raised -> soAt(raised.evidence()).map(soAt -> Duration.between(soAt, raised.at())))
                .filter(delay -> !delay.isNegative());
    }

    /** The signal-generation delay for the eye: from raised to first drawn on any screen. */
    public Optional<Duration> drawnAfter() {
        return all(Shown.class).findFirst().map(this::after);
    }

    /** The signal-generation delay for the ear: from raised to first heard at any screen. */
    public Optional<Duration> heardAfter() {
        return all(Shown.class).filter(Shown::heard).findFirst().map(this::after);
    }

    public Optional<Duration> answeredAfter() {
        return answer().map(this::after);
    }

    /** How long it has been open, or was. */
    public Duration openFor(Instant now) {
        return Duration.between(id.raisedAt(), clearedAt().orElse(now));
    }

    private Optional<Instant> soAt(Evidence evidence) {
        return switch (evidence) {
            case Evidence.ByReading(var reading) -> Optional.of(reading.at());
            case Evidence.ByForecast(var newest, var _, var _, var _) -> Optional.of(newest.at());
            case Evidence.ByRate(var newest, var _) -> Optional.of(newest.at());
            case Evidence.BySilence(var since) -> Optional.of(since.plus(Duration.ofMinutes(limit)));
            case Evidence.ByMoment _, Evidence.ByAmount _, Evidence.ByStation _ -> Optional.empty();
        };
    }

    private Duration after(ProofStep step) {
        return Duration.between(id.raisedAt(), step.at());
    }

    private <T extends ProofStep> Stream<T> all(Class<T> type) {
        return steps.stream().filter(type::isInstance).map(type::cast);
    }
}
