package io.vigil.journal;

import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.AlarmId;
import io.vigil.alarm.SelfTest;
import io.vigil.alarm.Shelf;
import io.vigil.policy.PolicyChange;
import io.vigil.ward.Patient;
import io.vigil.ward.Person;
import io.vigil.ward.SensorReport;
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

    /**
     * A screen drew an alarm, as it stood when it was announced at that moment.
     *
     * @param screen its own name
     * @param heard whether it made the alarm's sound as well
     */
    record AlarmShown(AlarmId alarm, Instant announcedAt, String screen, boolean heard) implements WardEvent {
        @Override
        public Subject subject() {
            return alarm.subject();
        }
    }

    record AlarmShelved(Shelf shelf) implements WardEvent {
        @Override
        public Subject subject() {
            return shelf.subject();
        }
    }

    /** A shelved alarm was taken off its shelf before its time. */
    record AlarmUnshelved(Shelf shelf, String by, String reason) implements WardEvent {
        @Override
        public Subject subject() {
            return shelf.subject();
        }
    }

    record SensorReported(SensorReport report) implements WardEvent {
        @Override
        public Subject subject() {
            return report.patient();
        }
    }

    record PolicyChanged(PolicyChange change) implements WardEvent {
        @Override
        public Subject subject() {
            return change.subject();
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

    /** A test of the chain from the agent to eyes and ears has begun. */
    record SelfTestBegun(SelfTest test) implements WardEvent {
        @Override
        public Subject subject() {
            return Station.THIS;
        }
    }

    record SelfTestEnded(SelfTest.Result result) implements WardEvent {
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
