package io.vigil.contract;

import io.vigil.ward.PatientId;
import io.vigil.ward.Subject;
import java.time.Instant;

/** What a screen asks of the past: from the first moment on, up to but not with the second. */
public sealed interface Question {

    Instant from();

    Instant to();

    record Readings(PatientId patient, Instant from, Instant to) implements Question {}

    /** What happened. */
    sealed interface OfEvents extends Question {}

    /** To one subject. */
    record Events(Subject subject, Instant from, Instant to) implements OfEvents {}

    /** To anybody. */
    record AllEvents(Instant from, Instant to) implements OfEvents {}
}
