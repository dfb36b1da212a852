package io.vigil.app.patient.chart;

import io.vigil.glucose.KeptReading;
import io.vigil.ward.SensorSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How often a sensor speaks, which differs from sensor to sensor, and therefore what silence of it is a gap. */
public final class Cadence {

    /** Of most sensors; taken where neither a session nor the readings tell. */
    private static final Duration USUAL = Duration.ofMinutes(5);

    /** Clocks of sensors wander by seconds: a single reading missed, two intervals and a second, is no gap. */
    private static final double SLACK = 1.1;

    private final NavigableMap<Instant, Duration> intervals;
    private final Duration earlier;

    private Cadence(NavigableMap<Instant, Duration> intervals, Duration earlier) {
        this.intervals = intervals;
        this.earlier = earlier;
    }

    /** From the sessions that are known; for what is older than those, as the readings themselves tell. */
    public static Cadence of(Collection<SensorSession> sessions, List<KeptReading> readings) {
        var intervals = new TreeMap<Instant, Duration>();
        sessions.forEach(session -> intervals.put(session.startedAt(), session.interval()));
        return new Cadence(intervals, usualIn(readings));
    }

    /** The same for what is older, with the sessions that are known now. */
    public Cadence knowing(Collection<SensorSession> sessions) {
        var known = new TreeMap<>(intervals);
        sessions.forEach(session -> known.put(session.startedAt(), session.interval()));
        return new Cadence(known, earlier);
    }

    /** The interval between two readings at that moment. */
    public Duration at(Instant moment) {
        Map.Entry<Instant, Duration> session = intervals.floorEntry(moment);
        return session == null ? earlier : session.getValue();
    }

    /** Where a sensor gave way to another, the slower of the two is waited for. */
    boolean isGap(long fromMillis, long toMillis) {
        var before = at(Instant.ofEpochMilli(fromMillis)).toMillis();
        var after = at(Instant.ofEpochMilli(toMillis)).toMillis();
        return toMillis - fromMillis > 2 * SLACK * Math.max(before, after);
    }

    private static Duration usualIn(List<KeptReading> readings) {
        var steps = new long[Math.max(0, readings.size() - 1)];
        for (var i = 0; i < steps.length; i++) {
            steps[i] = Duration.between(
                            readings.get(i).reading().at(),
                            readings.get(i + 1).reading().at())
                    .toSeconds();
        }
        if (steps.length == 0) {
            return USUAL;
        }
        Arrays.sort(steps);
        var minutes = Math.round(steps[steps.length / 2] / 60.0);
        return Duration.ofMinutes(Math.max(1, minutes));
    }
}
