package io.vigil.alarm;

import java.util.Comparator;

/**
 * An alarm that is open.
 *
 * @param limit mg/dL for glucose, minutes for silence, 0 where there is none
 */
public record OpenAlarm(AlarmId id, AlarmState.Open state, int limit) {

    /** By severity, then what has waited longer. */
    public static final Comparator<OpenAlarm> WORST_FIRST = Comparator.comparing(
                    OpenAlarm::severity, Severity.WORST_FIRST)
            .thenComparing(alarm -> alarm.state().since())
            .thenComparing(alarm -> alarm.id().kind())
            .thenComparing(alarm -> alarm.id().subject().key());

    public Severity severity() {
        return new Severity(id.kind(), state.isAnswered());
    }
}
