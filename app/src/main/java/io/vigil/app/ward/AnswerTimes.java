package io.vigil.app.ward;

import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmStep;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent;
import io.vigil.journal.WardEvent.AgentStarted;
import io.vigil.journal.WardEvent.AlarmChanged;
import io.vigil.journal.WardEvent.AlarmShelved;
import io.vigil.journal.WardEvent.AlarmShown;
import io.vigil.journal.WardEvent.AlarmUnshelved;
import io.vigil.journal.WardEvent.PatientAdmitted;
import io.vigil.journal.WardEvent.PolicyChanged;
import io.vigil.journal.WardEvent.Refused;
import io.vigil.journal.WardEvent.SelfTestBegun;
import io.vigil.journal.WardEvent.SelfTestEnded;
import io.vigil.journal.WardEvent.SensorReported;
import io.vigil.journal.WardEvent.SensorStarted;
import io.vigil.journal.WardEvent.SignedIn;
import io.vigil.journal.WardEvent.SignedOut;
import io.vigil.journal.WardEvent.SoundPaused;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When each alarm of late was first answered. A value.
 *
 * @param answeredAt by alarm; the same answer told again changes nothing
 */
record AnswerTimes(Map<AlarmId, Instant> answeredAt) {

    static final AnswerTimes NONE = new AnswerTimes(Map.of());

    AnswerTimes {
        answeredAt = Map.copyOf(answeredAt);
    }

    /** With what the journal tells of one subject. */
    AnswerTimes with(List<NumberedEvent> journal) {
        var all = new HashMap<>(answeredAt);
        journal.stream()
                .map(NumberedEvent::event)
                .flatMap(AnswerTimes::answers)
                .forEach(answer ->
                        all.merge(answer.alarm(), answer.at(), (one, other) -> one.isBefore(other) ? one : other));
        return new AnswerTimes(all);
    }

    /** Without those given before then. */
    AnswerTimes since(Instant start) {
        var kept = new HashMap<>(answeredAt);
        return kept.values().removeIf(at -> at.isBefore(start)) ? new AnswerTimes(kept) : this;
    }

    /** The middle time from raised to answered, of alarms answered since then; of an even number the mean of the two in the middle. */
    Optional<Duration> medianSince(Instant start) {
        var times = answeredAt.entrySet().stream()
                .filter(answer -> !answer.getValue().isBefore(start))
                .map(answer -> Duration.between(answer.getKey().raisedAt(), answer.getValue()))
                .sorted()
                .toList();
        return times.isEmpty()
                ? Optional.empty()
                : Optional.of(times.get((times.size() - 1) / 2)
                        .plus(times.get(times.size() / 2))
                        .dividedBy(2));
    }

    private static Stream<AlarmChange> answers(WardEvent event) {
        return switch (event) {
            case AlarmChanged(var change) when change.to() == AlarmStep.ACKNOWLEDGED -> Stream.of(change);
            case AlarmChanged _,
                    AlarmShown _,
                    AlarmShelved _,
                    AlarmUnshelved _,
                    PatientAdmitted _,
                    PolicyChanged _,
                    SensorReported _,
                    SensorStarted _,
                    SoundPaused _,
                    SelfTestBegun _,
                    SelfTestEnded _,
                    SignedIn _,
                    SignedOut _,
                    AgentStarted _,
                    Refused _ -> Stream.empty();
        };
    }
}
