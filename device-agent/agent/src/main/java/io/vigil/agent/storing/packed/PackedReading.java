package io.vigil.agent.storing.packed;

/**
 * A reading in the numbers that are kept. Told by when it was measured, then by stream and ticks.
 *
 * @param stream the store's number of (patient, source, session)
 * @param ticks the device's own count within the session
 * @param atMicros when it was measured, microseconds since 1970
 * @param measure mg/L, or {@link #BELOW_RANGE}, or {@link #ABOVE_RANGE}
 * @param origin ordinal of the reading's origin, as the schema says
 * @param utcOffsetMinutes of the wearer's clock
 * @param receivedAtSeconds when the agent took it in, seconds since 1970
 * @param clockSkewMillis how far the device's clock stood before the station's
 */
public record PackedReading(
        int stream,
        long ticks,
        long atMicros,
        int measure,
        int origin,
        int utcOffsetMinutes,
        long receivedAtSeconds,
        long clockSkewMillis)
        implements Comparable<PackedReading> {

    public static final int BELOW_RANGE = -1;
    public static final int ABOVE_RANGE = -2;

    @Override
    public int compareTo(PackedReading other) {
        var byTime = Long.compare(atMicros, other.atMicros);
        var byStream = byTime != 0 ? byTime : Integer.compare(stream, other.stream);
        return byStream != 0 ? byStream : Long.compare(ticks, other.ticks);
    }
}
