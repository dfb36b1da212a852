package io.vigil.rule;

import io.vigil.alarm.Evidence.BySilence;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.glucose.Reading;
import java.time.Instant;
import java.util.Optional;

/**
 * What a rule may know of a patient.
 *
 * @param since from when on readings are expected; without it, a sensor that never spoke would never be missed
 */
public record Watch(Instant since, GlucoseHistory history) {

    GlucoseHistory heard(Instant now) {
        return history.knownAt(now);
    }

    Optional<Reading> newest(Instant now) {
        return heard(now).latest();
    }

    /** Nothing has been heard since then. */
    BySilence silence(Instant now) {
        return new BySilence(newest(now).map(Reading::at).orElse(since));
    }
}
