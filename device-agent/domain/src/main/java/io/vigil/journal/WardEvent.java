package io.vigil.journal;

import io.vigil.alarm.AlarmChange;
import io.vigil.ward.Patient;
import io.vigil.ward.Person;
import io.vigil.ward.SensorSession;
import io.vigil.ward.Station;
import io.vigil.ward.Subject;
import java.time.Instant;

/** Something that happened on the ward and is kept for good, each under its own number. */
public sealed interface WardEvent {

    Subject subject();

    /** An alarm changed; what it was changed to stands in full, so that the newest of an alarm tells its state. */
    record AlarmChanged(AlarmChange change) implements WardEvent {
        @Override
        public Subject subject() {
            return change.alarm().subject();
        }
    }

    record PatientAdmitted(Patient patient) implements WardEvent {
        @Override
        public Subject subject() {
            return patient.id();
        }
    }

    record SensorStarted(SensorSession sensor) implements WardEvent {
        @Override
        public Subject subject() {
            return sensor.patient();
        }
    }

    /** The sound of the station was paused for a while. The pause hides nothing from the eye. */
    record SoundPaused(Instant until, String by) implements WardEvent {
        @Override
        public Subject subject() {
            return Station.THIS;
        }
    }

    record SignedIn(Person person) implements WardEvent {
        @Override
        public Subject subject() {
            return Station.THIS;
        }
    }

    record SignedOut(Person person) implements WardEvent {
        @Override
        public Subject subject() {
            return Station.THIS;
        }
    }

    /** The agent began to run; what was told before may be incomplete. */
    record AgentStarted(String version, String remark) implements WardEvent {
        @Override
        public Subject subject() {
            return Station.THIS;
        }
    }

    /** A reading, a file or a command was not taken, and why. */
    record Refused(String what, String why) implements WardEvent {
        @Override
        public Subject subject() {
            return Station.THIS;
        }
    }
}
