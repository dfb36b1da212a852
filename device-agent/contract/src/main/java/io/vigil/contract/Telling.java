package io.vigil.contract;

import io.vigil.alarm.OpenAlarm;
import io.vigil.alarm.SelfTest;
import io.vigil.alarm.Shelf;
import io.vigil.alarm.SoundPause;
import io.vigil.glucose.KeptReading;
import io.vigil.journal.NumberedEvent;
import io.vigil.ward.PatientId;
import java.util.List;

/** One thing that the agent tells a listener. The first is always a snapshot; a later one replaces all but events. */
public sealed interface Telling {

    /**
     * The station as it is.
     *
     * @param seq the number of the newest event it contains
     */
    record Snapshot(long seq, StationFacts station, List<PatientNow> patients, AlarmsNow alarms, AgentBeat beat)
            implements Telling {

        public Snapshot {
            patients = List.copyOf(patients);
        }
    }

    /** A reading was taken in. */
    record Taken(PatientId patient, KeptReading reading) implements Telling {}

    /**
     * Every alarm that is open now, worst first; told at once, before it is durable.
     *
     * @param shelves what is put aside, open or not
     */
    record AlarmsNow(List<OpenAlarm> open, SoundPause pause, List<Shelf> shelves) implements Telling {

        public AlarmsNow {
            open = List.copyOf(open);
            shelves = List.copyOf(shelves);
        }
    }

    /** A test of the way that alarms take: to be drawn, sounded and confirmed at once. */
    record Tested(SelfTest test) implements Telling {}

    /** A numbered event, durable. */
    record Happened(NumberedEvent event) implements Telling {}
}
