package io.vigil.contract;

import io.vigil.ward.PatientId;
import io.vigil.ward.Subject;
import java.time.Instant;

/** What a screen asks of the past: from the first moment on, up to but not with the second. */
public sealed interface Question {

    Instant from();

    Instant to();

    record Readings(PatientId patient, Instant from, Instant to) implements Question {}

    record Events(Subject subject, Instant from, Instant to) implements Question {}
}
