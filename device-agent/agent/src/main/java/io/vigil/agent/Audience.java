package io.vigil.agent;

import io.vigil.agent.storing.StoreHealth;
import io.vigil.alarm.OpenAlarm;
import io.vigil.alarm.SelfTest;
import io.vigil.alarm.Shelf;
import io.vigil.alarm.SoundPause;
import io.vigil.glucose.KeptReading;
import io.vigil.journal.NumberedEvent;
import io.vigil.policy.Limits;
import io.vigil.ward.Patient;
import io.vigil.ward.PatientId;
import io.vigil.ward.SensorSession;
import java.util.List;
import java.util.Optional;

/** All who listen to the cycle. Telling never blocks and never fails. */
interface Audience {

    /** A patient is on the ward, or something about him is new. */
    void patient(Patient patient, Optional<SensorSession> sensor, Limits limits);

    void taken(PatientId patient, KeptReading reading);

    /** How every alarm stands now; before it is durable. */
    void alarms(List<OpenAlarm> open, SoundPause pause, List<Shelf> shelves);

    /** A test of the way that alarms take: told like one. */
    void tested(SelfTest test);

    /** A numbered event, durable, in the order of the numbers. */
    void happened(NumberedEvent event);

    /** The cycle has come round. */
    void turned(StoreHealth store, int sensorsReporting, int sensors);
}
