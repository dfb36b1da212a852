package io.vigil.contract;

import io.vigil.contract.v1.Received;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.KeptReading;
import io.vigil.glucose.Origin;
import io.vigil.glucose.Reading;
import io.vigil.glucose.ReadingId;
import io.vigil.ward.ReceivedReading;
import java.time.Duration;
import java.time.Instant;

/** Readings, to the wire and back. */
final class ReadingCodec {

    private ReadingCodec() {}

    static io.vigil.contract.v1.Reading kept(KeptReading kept) {
        return bare(kept.reading()).toBuilder().setOrigin(origin(kept.origin())).build();
    }

    static KeptReading kept(io.vigil.contract.v1.Reading wire) {
        return new KeptReading(bare(wire), origin(wire.getOrigin()));
    }

    /** Without its origin: as the evidence of an alarm, where how it came does not matter. */
    static io.vigil.contract.v1.Reading bare(Reading reading) {
        var wire = io.vigil.contract.v1.Reading.newBuilder().setAt(Words.micros(reading.at()));
        return switch (reading) {
            case Reading.Measured(var _, var glucose) ->
                wire.setMgPerL(glucose.mgPerL()).build();
            case Reading.BelowRange _ -> wire.setBelowRange(true).build();
            case Reading.AboveRange _ -> wire.setAboveRange(true).build();
        };
    }

    static Reading bare(io.vigil.contract.v1.Reading wire) {
        var at = Words.instant(wire.getAt());
        return switch (wire.getValueCase()) {
            case MG_PER_L -> new Reading.Measured(at, glucose(wire.getMgPerL()));
            case BELOW_RANGE -> {
                Words.require(wire.getBelowRange(), "A reading says that it is not below the range, and nothing else.");
                yield new Reading.BelowRange(at);
            }
            case ABOVE_RANGE -> {
                Words.require(wire.getAboveRange(), "A reading says that it is not above the range, and nothing else.");
                yield new Reading.AboveRange(at);
            }
            case VALUE_NOT_SET ->
                throw new BadRequest("A reading has no value: send a number, or below or above range.");
        };
    }

    static Glucose glucose(int mgPerL) {
        try {
            return new Glucose(mgPerL);
        } catch (IllegalArgumentException _) {
            throw new BadRequest("A glucose of " + Integer.toUnsignedLong(mgPerL) / 10.0
                    + " mg/dL cannot be: send 0 to 1000 mg/dL, in tenths.");
        }
    }

    static Received received(ReceivedReading reading) {
        return Received.newBuilder()
                .setPatient(reading.patient().key())
                .setSource(reading.id().source())
                .setSession(reading.id().session())
                .setTicks(reading.id().ticks())
                .setReading(kept(new KeptReading(reading.reading(), reading.origin())))
                .setUtcOffsetMinutes(reading.utcOffsetMinutes())
                .setReceivedAt(Words.micros(reading.receivedAt()))
                .setClockSkewMs(reading.clockSkew().toMillis())
                .build();
    }

    /** When a reading was received is for the agent to say: what the wire says of it is not read. */
    static ReceivedReading received(Received wire, Instant receivedAt) {
        Words.require(wire.hasReading(), "A delivery names a reading without sending it.");
        Words.require(!wire.getSource().isBlank(), "A reading does not say which source it comes from.");
        var kept = kept(wire.getReading());
        return new ReceivedReading(
                WardCodec.patientId(wire.getPatient()),
                new ReadingId(wire.getSource(), wire.getSession(), wire.getTicks()),
                kept.reading(),
                kept.origin(),
                wire.getUtcOffsetMinutes(),
                receivedAt,
                Duration.ofMillis(wire.getClockSkewMs()));
    }

    private static io.vigil.contract.v1.Origin origin(Origin origin) {
        return switch (origin) {
            case LIVE -> io.vigil.contract.v1.Origin.ORIGIN_LIVE;
            case BACKFILLED -> io.vigil.contract.v1.Origin.ORIGIN_BACKFILLED;
            case IMPORTED -> io.vigil.contract.v1.Origin.ORIGIN_IMPORTED;
        };
    }

    private static Origin origin(io.vigil.contract.v1.Origin wire) {
        return switch (wire) {
            case ORIGIN_LIVE -> Origin.LIVE;
            case ORIGIN_BACKFILLED -> Origin.BACKFILLED;
            case ORIGIN_IMPORTED -> Origin.IMPORTED;
            case ORIGIN_UNSPECIFIED, UNRECOGNIZED ->
                throw new BadRequest("A reading does not say how it came: live, back-filled or imported.");
        };
    }
}
