package io.vigil.alarm;

import io.vigil.ward.Subject;
import java.time.Duration;
import java.time.Instant;

/**
 * One kind of alarm of one subject, put aside by a person for a while (ISA-18.2, shelving): while it lies there it is shown
 * as shelved and makes no sound. What is more urgent, or goes the other way, is another kind and is not touched.
 *
 * @param reason in the person's words, never empty
 */
public record Shelf(Subject subject, AlarmKind kind, String by, String reason, Instant from, Instant until) {

    /** A shift. Nobody puts an alarm aside for those who come after. */
    public static final Duration LONGEST = Duration.ofHours(8);

    public Shelf {
        if (!mayLie(kind)) {
            throw new IllegalArgumentException("An alarm of high priority is never put aside: answer it.");
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("Say why the alarm is put aside.");
        }
        var length = Duration.between(from, until);
        if (!length.isPositive() || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "An alarm is put aside for a while of at most " + LONGEST.toHours() + " hours.");
        }
    }

    /** Whether alarms of this kind may be put aside at all: never one of high priority. */
    public static boolean mayLie(AlarmKind kind) {
        return kind.priority() != AlarmPriority.HIGH;
    }

    /** Whether that alarm lies on it. */
    public boolean holds(AlarmId alarm, Instant now) {
        return alarm.subject().equals(subject) && alarm.kind() == kind && holds(now);
    }

    /** Not before it began: a clock that is set back ends it rather than stretch it. */
    public boolean holds(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }
}
