package io.vigil.agent.storing;

import io.vigil.agent.storing.packed.PackedReading;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.KeptReading;
import io.vigil.glucose.Origin;
import io.vigil.glucose.Reading;
import io.vigil.ward.ReceivedReading;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Readings as numbers that are kept, and numbers as readings. */
final class ReadingWords {

    /** Eighteen hours, as far as {@link java.time.ZoneOffset} goes. */
    private static final int FURTHEST_OFFSET_MINUTES = 18 * 60;

    private static final long MICROS_A_SECOND = 1_000_000;
    private static final long MICROS_A_DAY = 86_400 * MICROS_A_SECOND;

    private ReadingWords() {}

    static PackedReading packed(int stream, ReceivedReading received) {
        return new PackedReading(
                stream,
                received.id().ticks(),
                micros(received.reading().at()),
                measure(received.reading()),
                code(received.origin()),
                offset(received.utcOffsetMinutes()),
                received.receivedAt().getEpochSecond(),
                received.clockSkew().toMillis());
    }

    static KeptReading kept(PackedReading packed) {
        return new KeptReading(reading(packed), origin(packed.origin()));
    }

    static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    static Instant moment(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS_A_SECOND), Math.floorMod(micros, MICROS_A_SECOND) * 1_000L);
    }

    static int utcDay(long micros) {
        return Math.toIntExact(Math.floorDiv(micros, MICROS_A_DAY));
    }

    static long startOf(int utcDay) {
        return utcDay * MICROS_A_DAY;
    }

    /** The database does not look: it cuts what is longer than sixteen bits, and keeps another number. */
    private static int offset(int minutes) {
        if (Math.abs((long) minutes) > FURTHEST_OFFSET_MINUTES) {
            throw new ArithmeticException(minutes + " minutes from UTC");
        }
        return minutes;
    }

    private static int measure(Reading reading) {
        return switch (reading) {
            case Reading.Measured(var _, var glucose) -> glucose.mgPerL();
            case Reading.BelowRange _ -> PackedReading.BELOW_RANGE;
            case Reading.AboveRange _ -> PackedReading.ABOVE_RANGE;
        };
    }

    private static Reading reading(PackedReading packed) {
        var at = moment(packed.atMicros());
        return switch (packed.measure()) {
            case PackedReading.BELOW_RANGE -> new Reading.BelowRange(at);
            case PackedReading.ABOVE_RANGE -> new Reading.AboveRange(at);
            default -> new Reading.Measured(at, new Glucose(packed.measure()));
        };
    }

    private static int code(Origin origin) {
        return switch (origin) {
            case LIVE -> 0;
            case BACKFILLED -> 1;
            case IMPORTED -> 2;
        };
    }

    private static Origin origin(int code) {
        return switch (code) {
            case 0 -> Origin.LIVE;
            case 1 -> Origin.BACKFILLED;
            case 2 -> Origin.IMPORTED;
            default -> throw new IllegalArgumentException("No reading comes by way " + code);
        };
    }
}
