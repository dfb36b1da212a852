package io.vigil.agent.foresight;

import io.vigil.glucose.GlucoseHistory;
import io.vigil.glucose.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One person's whole recording. */
public record Person(String name, GlucoseHistory history) {

    /** What the judge expects: a reading every five minutes. */
    private static final Duration USUAL_AT_MOST = Duration.ofMinutes(6);

    /** Silence beyond this is no time in which an alarm could have been given. */
    private static final Duration WATCHED_AT_MOST = Duration.ofMinutes(30);

    public static Person of(String name, List<Reading> readings) {
        return new Person(name, GlucoseHistory.of(readings));
    }

    List<Reading> readings() {
        return history.readings();
    }

    /** Whether half of all readings follow the one before within six minutes. */
    boolean isReadEveryFiveMinutes() {
        var readings = readings();
        var near = 0;
        for (var i = 1; i < readings.size(); i++) {
            near += distance(i).compareTo(USUAL_AT_MOST) <= 0 ? 1 : 0;
        }
        return near * 2 > readings.size();
    }

    /** How long the person was watched; of a gap half an hour counts. */
    double days() {
        var watched = Duration.ZERO;
        for (var i = 1; i < readings().size(); i++) {
            var distance = distance(i);
            watched = watched.plus(distance.compareTo(WATCHED_AT_MOST) > 0 ? WATCHED_AT_MOST : distance);
        }
        return watched.toMillis() / (double) Duration.ofDays(1).toMillis();
    }

    Instant at(int place) {
        return readings().get(place).at();
    }

    private Duration distance(int place) {
        return Duration.between(at(place - 1), at(place));
    }
}
