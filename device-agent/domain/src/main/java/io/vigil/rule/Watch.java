package io.vigil.rule;

import io.vigil.alarm.Evidence.ByReading;
import io.vigil.alarm.Evidence.BySilence;
import io.vigil.alarm.Finding;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.glucose.Reading;
import io.vigil.ward.KnownSensor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a rule may know of a patient.
 *
 * @param since from when on readings are expected; without it, a sensor that never spoke would never be missed
 * @param zone of the station, by whose clock the night is told
 */
public record Watch(Instant since, GlucoseHistory history, KnownSensor sensor, ZoneId zone) {

    /** Of a sensor of which nothing is known but what it measured, by a clock that bears no zone. */
    public Watch(Instant since, GlucoseHistory history) {
        this(since, history, KnownSensor.NONE, ZoneOffset.UTC);
    }

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

    /** What is found on the newest reading; not known where it is older than that. */
    Verdict onTrusted(Duration trustedFor, Instant now, Function<Reading, Finding> finding) {
        return history.latestWithin(trustedFor, now)
                .map(newest -> new Verdict(finding.apply(newest), new ByReading(newest)))
                .orElseGet(() -> unknown(now));
    }

    Verdict unknown(Instant now) {
        return new Verdict(Finding.UNDETERMINED, silence(now));
    }

    /** Whether the newest so many readings are all so, and there are as many. */
    boolean newestAre(int count, Instant now, Predicate<Reading> so) {
        var newest = heard(now).newest(count);
        return newest.size() == count && newest.stream().allMatch(so);
    }
}
