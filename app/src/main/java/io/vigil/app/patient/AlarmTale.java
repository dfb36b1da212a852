package io.vigil.app.patient;

import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmState;
import io.vigil.alarm.Answer;
import io.vigil.alarm.Condition;
import io.vigil.alarm.Evidence;
import io.vigil.alarm.OpenAlarm;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One alarm from its raising to its end, as its steps in the log tell it: the proof chain.
 *
 * @param worst the worst that is known of it
 * @param limit mg/dL for glucose, minutes for silence
 * @param answered by whom first, and when
 * @param over whether it is no longer open
 */
record AlarmTale(
        AlarmId id, Evidence worst, int limit, Optional<Answered> answered, Optional<Instant> recovered, boolean over) {

    /** Who answered, and when. */
    record Answered(String by, Instant at) {

        private static final Pattern BETWEEN_NAMES = Pattern.compile("[\\s.,-]+");

        /** {@code K. Brandt} is KB. */
        String initials() {
            var initials = BETWEEN_NAMES
                    .splitAsStream(by)
                    .filter(part -> !part.isEmpty() && !part.equals("Dr"))
                    .map(part ->
                            part.substring(0, part.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT))
                    .collect(Collectors.joining());
            return initials.length() > 3 ? initials.substring(0, 3) : initials.toString();
        }
    }

    /**
     * Newest first. What the log does not tell yet of an open alarm, the alarm itself tells: it is shown before it is
     * durable.
     */
    static List<AlarmTale> of(Collection<NumberedEvent> events, Collection<OpenAlarm> open) {
        Map<AlarmId, AlarmTale> tales = new HashMap<>();
        events.stream().sorted(Comparator.comparingLong(NumberedEvent::seq)).forEach(numbered -> {
            if (numbered.event() instanceof WardEvent.AlarmChanged(var change)) {
                tales.merge(change.alarm(), begun(change), (tale, _) -> tale.with(change));
            }
        });
        open.forEach(alarm -> tales.merge(alarm.id(), present(alarm), AlarmTale::with));
        return tales.values().stream()
                .sorted(Comparator.comparing((AlarmTale tale) -> tale.id().raisedAt())
                        .reversed()
                        .thenComparing(tale -> tale.id().kind()))
                .toList();
    }

    OpenAlarm asOpen() {
        Answer answer = answered.<Answer>map(who -> new Answer.Acknowledged(who.by(), who.at(), who.at(), ""))
                .orElse(Answer.Nobody.yet(id.raisedAt()));
        var condition = recovered.<Condition>map(Condition.Recovered::new).orElse(new Condition.Present());
        return new OpenAlarm(id, new AlarmState.Open(id.raisedAt(), id.raisedAt(), condition, worst, answer), limit);
    }

    private static AlarmTale begun(AlarmChange change) {
        var nothing = new AlarmTale(
                change.alarm(), change.evidence(), change.limit(), Optional.empty(), Optional.empty(), false);
        return nothing.with(change);
    }

    private static AlarmTale present(OpenAlarm alarm) {
        return new AlarmTale(
                alarm.id(),
                alarm.state().worst(),
                alarm.limit(),
                answer(alarm.state()),
                recovery(alarm.state()),
                false);
    }

    private AlarmTale with(AlarmChange change) {
        var stands =
                change.state() instanceof AlarmState.Open open ? Optional.of(open) : Optional.<AlarmState.Open>empty();
        var knownAnswer = answered.or(() -> stands.flatMap(AlarmTale::answer));
        return switch (change.to()) {
            case RAISED, REANNOUNCED, ESCALATED ->
                new AlarmTale(id, worstOf(stands), limit, knownAnswer, Optional.empty(), false);
            case ACKNOWLEDGED ->
                new AlarmTale(
                        id,
                        worstOf(stands),
                        limit,
                        knownAnswer.or(() -> Optional.of(new Answered("", change.at()))),
                        recovered,
                        over);
            case RECOVERED -> new AlarmTale(id, worstOf(stands), limit, knownAnswer, Optional.of(change.at()), over);
            case CLEARED -> new AlarmTale(id, worstOf(stands), limit, knownAnswer, recovered, true);
        };
    }

    /** The one who answered first is kept from the log; all else the present knows better. */
    private AlarmTale with(AlarmTale present) {
        return new AlarmTale(
                id, present.worst, present.limit, answered.or(present::answered), present.recovered, false);
    }

    private Evidence worstOf(Optional<AlarmState.Open> stands) {
        return stands.map(AlarmState.Open::worst).orElse(worst);
    }

    private static Optional<Answered> answer(AlarmState.Open open) {
        return switch (open.answer()) {
            case Answer.Acknowledged(var by, var at, var _, var _) -> Optional.of(new Answered(by, at));
            case Answer.Nobody _ -> Optional.empty();
        };
    }

    private static Optional<Instant> recovery(AlarmState.Open open) {
        return switch (open.condition()) {
            case Condition.Recovered(var at) -> Optional.of(at);
            case Condition.Present() -> Optional.empty();
        };
    }
}
