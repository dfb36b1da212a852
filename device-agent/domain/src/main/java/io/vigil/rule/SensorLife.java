package io.vigil.rule;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import io.vigil.glucose.GlucoseHistory;
import io.vigil.ward.KnownSensor.Said;
import io.vigil.ward.SensorReport.Fact.Stopped;
import io.vigil.ward.SensorReport.Fact.WarmsUp;
import io.vigil.ward.SensorSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a sensor is not expected to measure: before it is warm, and after its end. The rules that tell of either and the one
 * that misses readings must share one, or a silence could fall between them.
 *
 * @param grace how long a sensor goes on measuring after the end of its session (12 hours for the Dexcom G7)
 * @param longestWarmUp how long it is believed that it warms up, whatever it says
 */
public record SensorLife(Duration grace, Duration longestWarmUp) {

    /** From the end of the warm-up; most sensors give a reading every five minutes. */
    private static final Duration FIRST_READING_WITHIN = ofMinutes(20);

    private static final Duration LONGEST_GRACE = ofHours(24);
    private static final Duration SHORTEST_WARM_UP = ofMinutes(30);
    private static final Duration LONGEST_WARM_UP = ofHours(4);

    /** The longest warm-up of the common sensors is two hours (Dexcom G6, Guardian 4). */
    public static final SensorLife STANDARD = new SensorLife(ofHours(12), ofHours(2));

    public SensorLife {
        PolicyRefused.unless(
                !grace.isNegative() && grace.compareTo(LONGEST_GRACE) <= 0,
                "A sensor measures for at most 24 hours beyond its end, not for " + grace.toHours() + ".");
        PolicyRefused.unless(
                longestWarmUp.compareTo(SHORTEST_WARM_UP) >= 0 && longestWarmUp.compareTo(LONGEST_WARM_UP) <= 0,
                "A sensor warms up for at most 30 minutes to 4 hours, not for " + longestWarmUp.toMinutes()
                        + " minutes.");
    }

    /** When the sensor ended, if it has: it said so, or its session and the grace after it are over. */
    Optional<Instant> ended(Watch watch, Instant now) {
        return Stream.concat(stopped(watch, now).stream(), ranOut(watch, now).stream())
                .min(Instant::compareTo);
    }

    /** Until when it warms up, if it does. */
    Optional<Instant> warmsUpUntil(Watch watch, Instant now) {
        return warmUp(watch).filter(now::isBefore);
    }

    /** When its last warm-up ends or ended, as far as that is believed. One told only after its end is none. */
    Optional<Instant> warmUp(Watch watch) {
        return watch.sensor()
                .says(WarmsUp.class)
                .filter(said -> said.fact().until().isAfter(said.at()))
                .map(this::believed);
    }

    /** Whether a sensor that was warm at that moment should have given its first reading by now. */
    boolean isMissed(Instant warm, Instant now) {
        return !now.isBefore(warm.plus(FIRST_READING_WITHIN));
    }

    /** When the session and its grace are over. */
    Instant lastMoment(SensorSession session) {
        return session.endsAt().plus(grace);
    }

    private Instant believed(Said<WarmsUp> said) {
        var latest = said.at().plus(longestWarmUp);
        return said.fact().until().isBefore(latest) ? said.fact().until() : latest;
    }

    /** A reading measured after the stop is proof of a sensor that measures, whichever it is. */
    private static Optional<Instant> stopped(Watch watch, Instant now) {
        return watch.sensor()
                .says(Stopped.class)
                .map(Said::at)
                .filter(stop -> watch.newest(now)
                        .filter(reading -> reading.at().isAfter(stop.plus(GlucoseHistory.AHEAD)))
                        .isEmpty());
    }

    private Optional<Instant> ranOut(Watch watch, Instant now) {
        return watch.sensor().session().map(this::lastMoment).filter(last -> !now.isBefore(last));
    }
}
