package io.vigil.app.patient.chart;

import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseRange;
import io.vigil.glucose.KeptReading;
import io.vigil.glucose.Origin;
import io.vigil.glucose.Reading;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All readings that the chart may draw, oldest first, each moment once. Held in plain arrays, because a year at one a minute
 * is walked through in every frame: 11 bytes a reading. Belongs to the screen's thread.
 */
public final class Trace {

    // By the numbers that stand for them in a mark.
    private static final List<GlucoseRange> RANGES = List.of(
            GlucoseRange.VERY_LOW, GlucoseRange.LOW, GlucoseRange.IN_RANGE, GlucoseRange.HIGH, GlucoseRange.VERY_HIGH);
    private static final List<Origin> ORIGINS = List.of(Origin.LIVE, Origin.BACKFILLED, Origin.IMPORTED);

    // What a mark is made of: the range in three bits, the origin in two, whether silence came before in one.
    private static final int RANGE = 0b000111;
    private static final int ORIGIN_SHIFT = 3;
    private static final int ORIGIN = 0b011000;
    private static final int GAP_BEFORE = 0b100000;

    private static final short BELOW_RANGE = -1;
    private static final short ABOVE_RANGE = Short.MAX_VALUE;

    private final Cadence cadence;
    private long[] at;
    private short[] mgPerL;
    private byte[] marks;
    private int size;
    private boolean hasEdges;

    private Trace(Cadence cadence, int room) {
        this.cadence = cadence;
        this.at = new long[room];
        this.mgPerL = new short[room];
        this.marks = new byte[room];
    }

    public static Trace empty() {
        return of(List.of(), Cadence.of(List.of(), List.of()));
    }

    public static Trace of(List<KeptReading> readings, Cadence cadence) {
        var trace = new Trace(cadence, readings.size() + 64);
        readings.forEach(trace::put);
        return trace;
    }

    /** Where it belongs; of two for the same moment the later told stays. */
    public void put(KeptReading kept) {
        var moment = kept.reading().at().toEpochMilli();
        if (size == 0 || moment > at[size - 1]) {
            open(size);
            set(size - 1, moment, kept);
            return;
        }
        var place = lowerBound(moment);
        if (at[place] != moment) {
            open(place);
        }
        set(place, moment, kept);
        if (place + 1 < size) {
            markGap(place + 1);
        }
    }

    /**
     * Takes in what was told live. What is older than the newest and was not known came late: it is a back-filled one.
     *
     * @return whether anything was new
     */
    public boolean takeIn(List<Reading> recent) {
        var newest = size == 0 ? Long.MIN_VALUE : at[size - 1];
        var isNew = false;
        for (var reading : recent) {
            var moment = reading.at().toEpochMilli();
            if (moment > newest) {
                put(new KeptReading(reading, Origin.LIVE));
                isNew = true;
            } else if (!knows(moment)) {
                put(new KeptReading(reading, Origin.BACKFILLED));
                isNew = true;
            }
        }
        return isNew;
    }

    /** These readings and those of the other that are missing here. */
    public Trace joinedBy(Trace other) {
        for (var i = 0; i < other.size; i++) {
            if (!knows(other.at[i])) {
                put(other.kept(i));
            }
        }
        return this;
    }

    public int size() {
        return size;
    }

    public Cadence cadence() {
        return cadence;
    }

    Instant moment(int index) {
        return Instant.ofEpochMilli(at[index]);
    }

    long millis(int index) {
        return at[index];
    }

    /** To draw: beyond the axis for what the sensor could not measure. */
    double mgPerDl(int index) {
        return mgPerL[index] / 10.0;
    }

    /** To compare: less than all for LO, more than all for HI. */
    int mgPerL(int index) {
        return mgPerL[index];
    }

    /** The range by its number: 0 for very low, up to 4. */
    int rank(int index) {
        return marks[index] & RANGE;
    }

    static int ranks() {
        return RANGES.size();
    }

    static GlucoseRange rangeOf(int rank) {
        return RANGES.get(rank);
    }

    GlucoseRange range(int index) {
        return RANGES.get(rank(index));
    }

    Origin origin(int index) {
        return ORIGINS.get((marks[index] & ORIGIN) >> ORIGIN_SHIFT);
    }

    boolean isBackfilled(int index) {
        return origin(index) == Origin.BACKFILLED;
    }

    boolean hasGapBefore(int index) {
        return (marks[index] & GAP_BEFORE) != 0;
    }

    /** Whether any reading is no number but LO or HI. */
    boolean hasEdges() {
        return hasEdges;
    }

    /** HI or LO. */
    boolean isEdge(int index) {
        return isBelowRange(index) || isAboveRange(index);
    }

    boolean isBelowRange(int index) {
        return mgPerL[index] == BELOW_RANGE;
    }

    boolean isAboveRange(int index) {
        return mgPerL[index] == ABOVE_RANGE;
    }

    Reading reading(int index) {
        if (isBelowRange(index)) {
            return new Reading.BelowRange(moment(index));
        }
        if (isAboveRange(index)) {
            return new Reading.AboveRange(moment(index));
        }
        return new Reading.Measured(moment(index), new Glucose(mgPerL[index]));
    }

    public KeptReading kept(int index) {
        return new KeptReading(reading(index), origin(index));
    }

    /** The first reading not before that moment. */
    int lowerBound(long millis) {
        var found = Arrays.binarySearch(at, 0, size, millis);
        return found < 0 ? -found - 1 : found;
    }

    int firstIn(ChartWindow window) {
        return lowerBound(window.from().toEpochMilli());
    }

    /** One behind the last. */
    int endOf(ChartWindow window) {
        return lowerBound(window.to().toEpochMilli() + 1);
    }

    /** Those within, both ends included, oldest first. */
    public List<KeptReading> in(ChartWindow window) {
        return IntStream.range(firstIn(window), endOf(window))
                .mapToObj(this::kept)
                .toList();
    }

    private boolean knows(long millis) {
        return Arrays.binarySearch(at, 0, size, millis) >= 0;
    }

    private void open(int place) {
        if (size == at.length) {
            var room = size + (size >> 1) + 64;
            at = Arrays.copyOf(at, room);
            mgPerL = Arrays.copyOf(mgPerL, room);
            marks = Arrays.copyOf(marks, room);
        }
        System.arraycopy(at, place, at, place + 1, size - place);
        System.arraycopy(mgPerL, place, mgPerL, place + 1, size - place);
        System.arraycopy(marks, place, marks, place + 1, size - place);
        size++;
    }

    private void set(int place, long moment, KeptReading kept) {
        at[place] = moment;
        mgPerL[place] = switch (kept.reading()) {
            case Reading.Measured(var _, var glucose) -> (short) glucose.mgPerL();
            case Reading.BelowRange _ -> BELOW_RANGE;
            case Reading.AboveRange _ -> ABOVE_RANGE;
        };
        hasEdges |= !(kept.reading() instanceof Reading.Measured);
        marks[place] = (byte)
                (RANGES.indexOf(GlucoseRange.of(kept.reading())) | ORIGINS.indexOf(kept.origin()) << ORIGIN_SHIFT);
        markGap(place);
    }

    private void markGap(int place) {
        var gap = place > 0 && cadence.isGap(at[place - 1], at[place]);
        marks[place] = (byte) (gap ? marks[place] | GAP_BEFORE : marks[place] & ~GAP_BEFORE);
    }
}
