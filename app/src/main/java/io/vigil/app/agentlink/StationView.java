package io.vigil.app.agentlink;

import io.vigil.alarm.OpenAlarm;
import io.vigil.alarm.Shelf;
import io.vigil.alarm.SoundPause;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.policy.Limits;
import io.vigil.ward.Patient;
import io.vigil.ward.Person;
import io.vigil.ward.SensorSession;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * All that the app knows of the station at one moment. A value: what is shown is made from it and from the time alone.
 *
 * @param contact whether the agent answers
 * @param patients in the order of their beds
 * @param alarms every open alarm, worst first as the agent orders them
 * @param pause of the station's sound; one that is over says nothing
 * @param shelves what is put aside, open or not; one that is over says nothing
 * @param signedIn who has signed in at this screen
 */
public record StationView(
        Contact contact,
        StationFacts station,
        List<PatientView> patients,
        List<OpenAlarm> alarms,
        SoundPause pause,
        List<Shelf> shelves,
        AgentHealth health,
        Optional<Person> signedIn) {

    /** Whether the agent answers. */
    public sealed interface Contact {
        /** Not yet, since the app began. */
        record NotYet(Instant since) implements Contact {}

        /** It does. */
        record InContact() implements Contact {}

        /** It did, and does not any more: what is known is as old as that. */
        record Lost(Instant since, int tries) implements Contact {}
    }

    /** What the station is called, and where it stands. */
    public record StationFacts(String id, String ward, String station, ZoneId zone, String agentVersion) {}

    /** A patient, with what is needed to draw a tile. */
    public record PatientView(Patient patient, Optional<SensorSession> sensor, Limits limits, GlucoseHistory recent) {}

    /**
     * What the agent says of itself with each beat.
     *
     * @param storeWords what is wrong with the store; empty when it is sound
     * @param cloudWords the state of the cloud in words; empty when none is set up
     */
    public record AgentHealth(
            Instant beatAt,
            boolean storeSound,
            String storeWords,
            int diskFreePercent,
            int sensorsReporting,
            int sensors,
            String cloudWords) {}
}
