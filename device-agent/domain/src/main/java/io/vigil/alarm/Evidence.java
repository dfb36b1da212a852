package io.vigil.alarm;

import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseRate;
import io.vigil.glucose.Reading;
import java.time.Duration;
import java.time.Instant;

/** What an alarm rests on, to be shown beside its limit. */
public sealed interface Evidence {

    /** A reading beyond the limit. */
    record ByReading(Reading reading) implements Evidence {}

    /**
     * What is likely to come.
     *
     * @param newest the reading from which was looked ahead
     * @param expected the middle of what may come at the end of that time
     * @param percent how likely the limit is crossed within it, 0 to 100
     */
    record ByForecast(Reading newest, Glucose expected, int percent, Duration within) implements Evidence {}

    /** How fast glucose goes, and the reading by which it is known. */
    record ByRate(Reading newest, GlucoseRate rate) implements Evidence {}

    /** No reading since this moment. */
    record BySilence(Instant since) implements Evidence {}

    /** A moment: of a sensor's end, of the end of its warm-up, since which no screen watched. */
    record ByMoment(Instant moment) implements Evidence {}

    /** So much, in the unit of the limit: percent of a battery, seconds of a jump of the clock. */
    record ByAmount(int amount) implements Evidence {}

    /** The station's own finding, in words. */
    record ByStation(String words) implements Evidence {}
}
