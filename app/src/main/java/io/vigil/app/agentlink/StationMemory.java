package io.vigil.app.agentlink;

import io.vigil.alarm.OpenAlarm;
import io.vigil.alarm.Shelf;
import io.vigil.alarm.SoundPause;
import io.vigil.app.agentlink.StationView.AgentHealth;
import io.vigil.app.agentlink.StationView.Contact;
import io.vigil.app.agentlink.StationView.PatientView;
import io.vigil.app.agentlink.StationView.StationFacts;
import io.vigil.contract.AgentBeat;
import io.vigil.contract.PatientNow;
import io.vigil.contract.Telling;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.glucose.KeptReading;
import io.vigil.ward.PatientId;
import io.vigil.ward.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What was told so far, ready to be seen. Holds state: one thread tells it, one thing after the other. */
final class StationMemory {

    /** More than any tile draws; a chart of a longer span asks for it. */
    private static final Duration RECENT = Duration.ofHours(24);

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private Contact contact;
    private StationFacts station = new StationFacts("", "", "", ZoneId.systemDefault(), "");
    private final Map<PatientId, PatientView> patients = new LinkedHashMap<>();
    private List<OpenAlarm> alarms = List.of();
    private SoundPause pause = SoundPause.NONE;
    private List<Shelf> shelves = List.of();
    private AgentHealth health;
    private Optional<Person> signedIn = Optional.empty();

    StationMemory(Instant start) {
        contact = new Contact.NotYet(start);
        health = new AgentHealth(start, true, "", 0, 0, 0, "");
    }

    StationView view() {
        return new StationView(
                contact, station, List.copyOf(patients.values()), alarms, pause, shelves, health, signedIn);
    }

    Contact contact() {
        return contact;
    }

    void contact(Contact newer) {
        contact = newer;
    }

    void signedIn(Optional<Person> person) {
        signedIn = person;
    }

    void snapshot(Telling.Snapshot snapshot) {
        var facts = snapshot.station();
        station = new StationFacts(facts.id(), facts.ward(), facts.station(), facts.zone(), facts.agentVersion());
        patients.clear();
        snapshot.patients().stream()
                .map(StationMemory::patient)
                .sorted(Comparator.comparing((PatientView patient) ->
                                inOrder(patient.patient().bed()))
                        .thenComparing(patient -> patient.patient().id().key()))
                .forEach(patient -> patients.put(patient.patient().id(), patient));
        alarms(snapshot.alarms());
        beat(snapshot.beat());
    }

    /** A reading of somebody who is not known here is told again with the snapshot that makes them known. */
    void taken(Telling.Taken taken) {
        patients.computeIfPresent(
                taken.patient(),
                (_, patient) -> new PatientView(
                        patient.patient(),
                        patient.sensor(),
                        patient.limits(),
                        patient.recent().with(taken.reading().reading()).trimmedTo(RECENT)));
    }

    void alarms(Telling.AlarmsNow now) {
        alarms = now.open();
        pause = now.pause();
        shelves = now.shelves();
    }

    void beat(AgentBeat beat) {
        health = new AgentHealth(
                beat.now(),
                beat.storeSound(),
                beat.storeWords(),
                beat.diskFreePercent(),
                beat.sensorsReporting(),
                beat.sensors(),
                beat.cloudWords());
    }

    private static PatientView patient(PatientNow now) {
        return new PatientView(
                now.patient(),
                now.sensor(),
                now.limits(),
                GlucoseHistory.of(
                        now.recent().stream().map(KeptReading::reading).toList()));
    }

    /** So that Bed 9 comes before Bed 10. */
    private static String inOrder(String bed) {
        return NUMBER.matcher(bed)
                .replaceAll(number -> "0".repeat(Math.max(0, 9 - number.group().length())) + number.group());
    }
}
