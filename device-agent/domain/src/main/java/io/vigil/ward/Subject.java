package io.vigil.ward;

/** Whom an alarm or an event is about: a patient, or the station itself. */
public sealed interface Subject permits PatientId, Station {

    /** The text that stands for the subject in the store and on the wire. */
    String key();
}
