package io.vigil.alarm;

import io.vigil.glucose.Reading;
import java.time.Instant;

/** What an alarm rests on, to be shown beside its limit. */
public sealed interface Evidence {

    /** A reading beyond the limit. */
    record ByReading(Reading reading) implements Evidence {}

    /** No reading since this moment. */
    record BySilence(Instant since) implements Evidence {}

    /** The station's own finding, in words. */
    record ByStation(String words) implements Evidence {}
}
