package io.vigil.policy;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.Evidence;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What would have rung under the settings in force, and what under others: the same readings, told twice.
 *
 * @param from the first moment that was told again
 * @param to the last
 */
public record WhatIf(Instant from, Instant to, int readings, List<Rung> present, List<Rung> proposed) {

    /**
     * An alarm that would have been raised, had nobody answered one.
     *
     * @param over when its condition was over; none where it lasted to the end
     * @param worst the worst until then
     * @param limit the limit it was judged by, in the unit of its kind
     */
    public record Rung(AlarmKind kind, Instant at, Optional<Instant> over, Evidence worst, int limit) {}

    public WhatIf {
        present = List.copyOf(present);
        proposed = List.copyOf(proposed);
    }

    /** How many of each kind, the most urgent first; none of a kind is not named. */
    public static Map<AlarmKind, Integer> counts(List<Rung> rung) {
        var counts = new EnumMap<AlarmKind, Integer>(AlarmKind.class);
        rung.forEach(alarm -> counts.merge(alarm.kind(), 1, Integer::sum));
        return counts;
    }
}
