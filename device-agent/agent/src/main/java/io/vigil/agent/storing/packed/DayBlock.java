package io.vigil.agent.storing.packed;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongBinaryOperator;
import java.util.function.ToLongFunction;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The readings of one patient and UTC day in one piece: a header in plain numbers, then the columns one after another,
 * each as the difference from what its neighbours foretell, deflated together. A sensor is regular, so most differences
 * are nought. Nothing is rounded: what was packed is unpacked to the same numbers.
 *
 * <pre>
 * header    version 1 · micros in a unit of time · mg/L in a unit of glucose · count · bytes inflated · spans of ticks
 * columns   which span · at · measure · origin · offset · received · skew · ticks
 * </pre>
 */
public final class DayBlock {

    private static final int VERSION = 1;

    /** A sensor that tells whole seconds needs no room for microseconds. */
    private static final long[] TIME_UNITS = {1_000_000, 1_000, 1};

    /** Glucose told in whole mg/dL needs no room for tenths. */
    private static final int[] MEASURE_UNITS = {10, 1};

    private static final long MICROS_A_SECOND = 1_000_000;

    private DayBlock() {}

    /** The readings, sorted, as few bytes. */
    public static byte[] pack(List<PackedReading> readings) {
        var sorted = readings.stream().sorted().toList();
        var spans = spansOf(sorted);
        var order = new ArrayList<>(spans.keySet());
        var timeUnit = timeUnit(sorted);
        var measureUnit = measureUnit(sorted);
        var columns = columns(sorted, order, timeUnit, measureUnit);

        var block = new Columns.Writing();
        block.number(VERSION);
        block.number(timeUnit);
        block.number(measureUnit);
        block.number(sorted.size());
        block.number(columns.length);
        block.number(order.size());
        spans.values().forEach(span -> {
            block.number(span.stream());
            block.number(span.first());
            block.number(span.last() - span.first());
        });
        block.raw(deflated(columns));
        return block.bytes();
    }

    /** Which ticks the block holds, without unpacking it. */
    public static List<TicksSpan> spans(byte[] block) {
        return Header.read(block).spans();
    }

    /** The readings, oldest first. */
    public static List<PackedReading> unpack(byte[] block) {
        var header = Header.read(block);
        var columns = new Columns.Reading(inflated(block, header));
        var count = header.count();

        var which = column(columns, count, (_, difference) -> difference);
        var at = secondDifferences(columns, count);
        var measure = running(columns, count);
        var origin = running(columns, count);
        var offset = running(columns, count);
        var received = running(columns, count);
        var skew = running(columns, count);

        var readings = new ArrayList<PackedReading>(count);
        var streams = new Foretold[header.spans().size()];
        Arrays.setAll(streams, _ -> new Foretold());
        for (var i = 0; i < count; i++) {
            var span = Math.toIntExact(which[i]);
            var atMicros = at[i] * header.timeUnit();
            readings.add(new PackedReading(
                    header.spans().get(span).stream(),
                    streams[span].actual(columns.number()),
                    atMicros,
                    measured(measure[i], header.measureUnit()),
                    Math.toIntExact(origin[i]),
                    Math.toIntExact(offset[i]),
                    received[i] + Math.floorDiv(atMicros, MICROS_A_SECOND),
                    skew[i]));
        }
        return readings;
    }

    private static byte[] columns(List<PackedReading> sorted, List<Integer> order, long timeUnit, int measureUnit) {
        var columns = new Columns.Writing();
        sorted.forEach(reading -> columns.number(order.indexOf(reading.stream())));
        var time = new Foretold();
        sorted.forEach(reading -> columns.number(time.difference(reading.atMicros() / timeUnit)));
        differences(columns, sorted, reading -> coded(reading.measure(), measureUnit));
        differences(columns, sorted, PackedReading::origin);
        differences(columns, sorted, PackedReading::utcOffsetMinutes);
        differences(
                columns,
                sorted,
                reading -> reading.receivedAtSeconds() - Math.floorDiv(reading.atMicros(), MICROS_A_SECOND));
        differences(columns, sorted, PackedReading::clockSkewMillis);
        var ticks = new HashMap<Integer, Foretold>();
        sorted.forEach(reading -> columns.number(
                ticks.computeIfAbsent(reading.stream(), _ -> new Foretold()).difference(reading.ticks())));
        return columns.bytes();
    }

    private static void differences(
            Columns.Writing columns, List<PackedReading> sorted, ToLongFunction<PackedReading> number) {
        var before = 0L;
        for (var reading : sorted) {
            var now = number.applyAsLong(reading);
            columns.number(now - before);
            before = now;
        }
    }

    private static long[] running(Columns.Reading columns, int count) {
        return column(columns, count, Long::sum);
    }

    private static long[] secondDifferences(Columns.Reading columns, int count) {
        var foretold = new Foretold();
        return column(columns, count, (_, difference) -> foretold.actual(difference));
    }

    private static long[] column(Columns.Reading columns, int count, LongBinaryOperator next) {
        var numbers = new long[count];
        var before = 0L;
        for (var i = 0; i < count; i++) {
            before = next.applyAsLong(before, columns.number());
            numbers[i] = before;
        }
        return numbers;
    }

    /** 0 and 1 say LOW and HIGH, so that glucose begins at 2. */
    private static long coded(int measure, int unit) {
        return measure < 0 ? -measure - 1 : measure / unit + 2L;
    }

    private static int measured(long coded, int unit) {
        return Math.toIntExact(coded < 2 ? -coded - 1 : (coded - 2) * unit);
    }

    private static Map<Integer, TicksSpan> spansOf(List<PackedReading> sorted) {
        var spans = new LinkedHashMap<Integer, TicksSpan>();
        for (var reading : sorted) {
            var ticks = reading.ticks();
            spans.merge(reading.stream(), new TicksSpan(reading.stream(), ticks, ticks), (span, _) -> span.with(ticks));
        }
        return spans;
    }

    private static long timeUnit(List<PackedReading> readings) {
        return Arrays.stream(TIME_UNITS)
                .filter(unit -> readings.stream().allMatch(reading -> reading.atMicros() % unit == 0))
                .findFirst()
                .orElseThrow();
    }

    private static int measureUnit(List<PackedReading> readings) {
        return Arrays.stream(MEASURE_UNITS)
                .filter(unit ->
                        readings.stream().allMatch(reading -> reading.measure() < 0 || reading.measure() % unit == 0))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] deflated(byte[] columns) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(columns);
            deflater.finish();
            var bytes = new ByteArrayOutputStream(512);
            var piece = new byte[4096];
            while (!deflater.finished()) {
                bytes.write(piece, 0, deflater.deflate(piece));
            }
            return bytes.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflated(byte[] block, Header header) {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(block, header.length(), block.length - header.length());
            var columns = new byte[header.inflatedBytes()];
            if (inflater.inflate(columns) != columns.length) {
                throw new IllegalArgumentException("A block of readings is shorter than its header says");
            }
            return columns;
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("A block of readings cannot be unpacked", e);
        } finally {
            inflater.end();
        }
    }

    /** What a column of steady steps foretells of its next number. */
    private static final class Foretold {

        private long last;
        private long step;

        long difference(long actual) {
            var difference = actual - (last + step);
            step = actual - last;
            last = actual;
            return difference;
        }

        long actual(long difference) {
            var actual = last + step + difference;
            step = actual - last;
            last = actual;
            return actual;
        }
    }

    private record Header(
            long timeUnit, int measureUnit, int count, int inflatedBytes, List<TicksSpan> spans, int length) {

        static Header read(byte[] block) {
            var numbers = new Columns.Reading(block);
            var version = numbers.small();
            if (version != VERSION) {
                throw new IllegalArgumentException("A block of readings of version " + version + " is not known here");
            }
            var timeUnit = numbers.number();
            var measureUnit = numbers.small();
            var count = numbers.small();
            var inflatedBytes = numbers.small();
            var spans = new ArrayList<TicksSpan>();
            for (var left = numbers.small(); left > 0; left--) {
                var stream = numbers.small();
                var first = numbers.number();
                spans.add(new TicksSpan(stream, first, first + numbers.number()));
            }
            return new Header(timeUnit, measureUnit, count, inflatedBytes, spans, numbers.position());
        }
    }
}
