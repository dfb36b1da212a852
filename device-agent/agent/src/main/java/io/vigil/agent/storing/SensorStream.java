package io.vigil.agent.storing;

import io.vigil.agent.storing.packed.DayBlock;
import io.vigil.agent.storing.packed.TicksSpan;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One life of one sensor on one patient, as the writer knows it. Holds state, for the writer's thread alone: the newest
 * ticks, so that a reading that is newer than all is known to be new at once; and, once an old one has come, which days
 * hold which ticks.
 */
final class SensorStream {

    private final int number;
    private final String patient;
    private long newestTicks;
    private int sealedFromDay;
    private int sealedToDay;
    private @Nullable Map<Integer, TicksSpan> sealed;

    private SensorStream(int number, String patient, long newestTicks, int sealedFromDay, int sealedToDay) {
        this.number = number;
        this.patient = patient;
        this.newestTicks = newestTicks;
        this.sealedFromDay = sealedFromDay;
        this.sealedToDay = sealedToDay;
    }

    static SensorStream beginning(int number, String patient) {
        return new SensorStream(number, patient, Long.MIN_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE);
    }

    static SensorStream known(ReadingRows.StreamRow row, String patient, Optional<Long> newestRecent) {
        return new SensorStream(
                row.stream(),
                patient,
                Math.max(
                        newestRecent.orElse(Long.MIN_VALUE),
                        Optional.ofNullable(row.sealedNewestTicks()).orElse(Long.MIN_VALUE)),
                Optional.ofNullable(row.sealedFromDay()).orElse(Integer.MAX_VALUE),
                Optional.ofNullable(row.sealedToDay()).orElse(Integer.MIN_VALUE));
    }

    int number() {
        return number;
    }

    String patient() {
        return patient;
    }

    /** True where no reading so far can be the same, told without asking the disk. */
    boolean isNewest(long ticks) {
        return ticks > newestTicks;
    }

    void heard(long ticks) {
        newestTicks = Math.max(newestTicks, ticks);
    }

    /** The packed days that may hold these ticks. */
    Collection<Integer> daysHolding(long ticks, ReadingRows rows) {
        return sealed(rows).entrySet().stream()
                .filter(day -> day.getValue().contains(ticks))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A day of this stream was packed, or packed anew. */
    void sealed(int day, TicksSpan span, ReadingRows rows) {
        var from = Math.min(sealedFromDay, day);
        var to = Math.max(sealedToDay, day);
        heard(span.last());
        if (sealed != null) {
            sealed.put(day, span);
        }
        sealedFromDay = from;
        sealedToDay = to;
        rows.sealStream(number, from, to, newestTicks);
    }

    private Map<Integer, TicksSpan> sealed(ReadingRows rows) {
        var known = sealed;
        if (known == null) {
            known = new HashMap<>();
            for (var block : blocks(rows)) {
                for (var span : DayBlock.spans(block.packed())) {
                    if (span.stream() == number) {
                        known.put(block.utcDay(), span);
                    }
                }
            }
            sealed = known;
        }
        return known;
    }

    private List<ReadingRows.Block> blocks(ReadingRows rows) {
        return sealedFromDay > sealedToDay ? List.of() : rows.blocks(patient, sealedFromDay, sealedToDay);
    }
}
