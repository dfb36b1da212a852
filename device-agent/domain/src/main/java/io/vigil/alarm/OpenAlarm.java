package io.vigil.alarm;

import java.util.Comparator;

/**
 * An alarm that is open.
 *
 * @param limit mg/dL for glucose, minutes for silence, 0 where there is none
 */
public record OpenAlarm(AlarmId id, AlarmState.Open state, int limit) {

    /** What nobody has answered comes first, then what is more urgent, then what has waited longer. */
    // [impl->req~alarm.order~1]
    public static final Comparator<OpenAlarm> WORST_FIRST = Comparator.comparing(
                    (OpenAlarm alarm) -> alarm.state().isAnswered())
            .thenComparing(alarm -> alarm.id().kind().priority(), Comparator.reverseOrder())
            .thenComparing(alarm -> alarm.state().since())
            .thenComparing(alarm -> alarm.id().kind())
            .thenComparing(alarm -> alarm.id().subject().key());
}
