package io.vigil.agent.storing;

import io.vigil.agent.storing.packed.DayBlock;
import io.vigil.agent.storing.packed.PackedReading;
import io.vigil.glucose.ReadingId;
import io.vigil.ward.PatientId;
import io.vigil.ward.ReceivedReading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Puts readings where they belong: a few into rows, a day's worth at once straight into its packed day, and rows that
 * have grown old into theirs. Knows a reading that came before, wherever it stands. For the writer's thread alone.
 */
final class ReadingShelf {

    /** From this many of one day on, packing them costs less than their rows. */
    private static final int WORTH_PACKING = 48;

    private static final int REMEMBERED_DAYS = 64;

    private final ReadingRows rows;
    private final Map<StreamKey, SensorStream> streams = new HashMap<>();
    private final Map<Integer, SensorStream> byNumber = new HashMap<>();
    private final Map<StreamDay, long[]> ticksOfDay = new LinkedHashMap<>(REMEMBERED_DAYS, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<StreamDay, long[]> eldest) {
            return size() > REMEMBERED_DAYS;
        }
    };
    private int newestStream;
    private int nothingOldBefore = Integer.MIN_VALUE;

    private record StreamKey(PatientId patient, String source, String session) {}

    private record StreamDay(int stream, int day) {}

    private record PatientDay(String patient, int day) {}

    private record Once(int stream, long ticks) {}

    ReadingShelf(ReadingRows rows) {
        this.rows = rows;
        this.newestStream = rows.newestStream();
    }

    /** The readings of one transaction, gathered before they are put down. */
    final class Armful {

        private final Map<Once, PackedReading> fresh = new LinkedHashMap<>();

        /** True where it is new. */
        boolean take(ReceivedReading received) {
            var stream = stream(received.patient(), received.id());
            var ticks = received.id().ticks();
            var once = new Once(stream.number(), ticks);
            if (!stream.isNewest(ticks) && (fresh.containsKey(once) || isKnown(stream, ticks))) {
                return false;
            }
            stream.heard(ticks);
            fresh.put(once, ReadingWords.packed(stream.number(), received));
            return true;
        }

        void putDown() {
            var days = new LinkedHashMap<PatientDay, List<PackedReading>>();
            for (var reading : fresh.values()) {
                var patient = known(reading.stream()).patient();
                var day = new PatientDay(patient, ReadingWords.utcDay(reading.atMicros()));
                days.computeIfAbsent(day, _ -> new ArrayList<>()).add(reading);
            }
            var few = new ArrayList<ReadingRows.RecentRow>();
            days.forEach((day, readings) -> {
                if (readings.size() >= WORTH_PACKING) {
                    pack(day, readings);
                } else {
                    readings.forEach(reading -> few.add(new ReadingRows.RecentRow(day.patient(), reading)));
                    nothingOldBefore = Math.min(nothingOldBefore, day.day());
                }
            });
            if (!few.isEmpty()) {
                rows.add(few);
            }
        }
    }

    /**
     * Packs one day of one patient whose rows have grown old: a small step, so that nobody waits long behind it.
     *
     * @param day the first that is still recent
     * @return whether there was one
     */
    boolean packOneBefore(int day) {
        if (nothingOldBefore >= day) {
            return false;
        }
        for (var patient : rows.patients()) {
            var oldest = rows.oldestRecent(patient).map(ReadingWords::utcDay);
            if (oldest.filter(old -> old < day).isPresent()) {
                seal(new PatientDay(patient, oldest.get()));
                return true;
            }
        }
        nothingOldBefore = day;
        return false;
    }

    private void seal(PatientDay day) {
        var from = ReadingWords.startOf(day.day());
        var to = ReadingWords.startOf(day.day() + 1);
        pack(day, rows.recent(day.patient(), from, to));
        rows.removeRecent(day.patient(), from, to);
    }

    private void pack(PatientDay day, List<PackedReading> more) {
        var before = rows.blocks(day.patient(), day.day(), day.day()).stream().findFirst();
        var all = new ArrayList<>(more);
        before.ifPresent(block -> all.addAll(DayBlock.unpack(block.packed())));
        var packed = DayBlock.pack(all);
        if (before.isPresent()) {
            rows.growBlock(day.patient(), day.day(), packed);
        } else {
            rows.addBlock(day.patient(), day.day(), packed);
        }
        for (var span : DayBlock.spans(packed)) {
            ticksOfDay.remove(new StreamDay(span.stream(), day.day()));
            Optional.ofNullable(byNumber.get(span.stream()))
                    .ifPresentOrElse(
                            stream -> stream.sealed(day.day(), span, rows),
                            () -> rows.growSeal(span.stream(), day.day(), span.last()));
        }
    }

    private boolean isKnown(SensorStream stream, long ticks) {
        return rows.holding(stream.number(), ticks) > 0
                || stream.daysHolding(ticks, rows).stream()
                        .anyMatch(day -> Arrays.binarySearch(ticksOf(stream, day), ticks) >= 0);
    }

    private long[] ticksOf(SensorStream stream, int day) {
        return ticksOfDay.computeIfAbsent(
                new StreamDay(stream.number(), day),
                _ -> rows.blocks(stream.patient(), day, day).stream()
                        .flatMap(block -> DayBlock.unpack(block.packed()).stream())
                        .filter(reading -> reading.stream() == stream.number())
                        .mapToLong(PackedReading::ticks)
                        .sorted()
                        .toArray());
    }

    private SensorStream known(int number) {
        return Objects.requireNonNull(byNumber.get(number));
    }

    private SensorStream stream(PatientId patient, ReadingId id) {
        return streams.computeIfAbsent(new StreamKey(patient, id.source(), id.session()), key -> {
            var stream = rows.stream(patient.key(), key.source(), key.session())
                    .map(row -> SensorStream.known(row, patient.key(), rows.newestTicks(row.stream())))
                    .orElseGet(() -> begin(key));
            byNumber.put(stream.number(), stream);
            return stream;
        });
    }

    private SensorStream begin(StreamKey key) {
        newestStream++;
        rows.addStream(newestStream, key.patient().key(), key.source(), key.session());
        return SensorStream.beginning(newestStream, key.patient().key());
    }
}
