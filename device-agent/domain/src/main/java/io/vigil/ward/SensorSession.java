package io.vigil.ward;

import java.time.Duration;
import java.time.Instant;

/**
 * One life of one sensor on one patient.
 *
 * @param site where on the body, in words
 * @param interval between two readings
 */
public record SensorSession(
        PatientId patient,
        String source,
        String session,
        String serial,
        String site,
        Instant startedAt,
        Instant endsAt,
        Duration interval) {}
