package io.vigil.alarm;

import io.vigil.alarm.Answer.Acknowledged;
import io.vigil.alarm.Answer.Nobody;
import java.time.Instant;

/** Where one kind of alarm stands for one subject. What it signals follows from this and is never kept. */
public sealed interface AlarmState {

    record Clear() implements AlarmState {}

    /**
     * Raised, and not yet over or not yet answered.
     *
     * @param since when it was raised
     * @param announcedAt when it last began to sound
     * @param worst the worst evidence since it was raised
     */
    record Open(Instant since, Instant announcedAt, Condition condition, Evidence worst, Answer answer)
            implements AlarmState {

        public Open worse(Evidence latter, AlarmKind kind) {
            return new Open(since, announcedAt, condition, kind.worse(worst, latter), answer);
        }

        /** Sounds anew; where nobody had answered before, nobody has still. */
        Open announced(Instant at) {
            return switch (answer) {
                case Nobody nobody -> new Open(since, at, condition, worst, nobody.still(at));
                case Acknowledged _ -> calledAnew(at);
            };
        }

        /** Sounds anew as if it had only begun to. */
        Open calledAnew(Instant at) {
            return new Open(since, at, condition, worst, Nobody.yet(at));
        }

        Open recovered(Instant at) {
            return new Open(since, announcedAt, new Condition.Recovered(at), worst, answer);
        }

        Open answered(Answer answer) {
            return new Open(since, announcedAt, condition, worst, answer);
        }

        public boolean isPresent() {
            return condition instanceof Condition.Present;
        }

        /** Whether it had recovered before that moment. */
        public boolean isOverBefore(Instant moment) {
            return condition instanceof Condition.Recovered(var at) && at.isBefore(moment);
        }

        public boolean isAnswered() {
            return answer instanceof Acknowledged;
        }
    }
}
