package io.vigil.app.ward;

import io.vigil.alarm.OpenAlarm;
import io.vigil.app.agentlink.StationView;
import io.vigil.app.agentlink.StationView.Contact;
import io.vigil.app.agentlink.StationView.PatientView;
import io.vigil.ward.PatientId;
import io.vigil.ward.Subject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The tiles as they were last made. A tile is made anew when something about its patient has changed, and every ten
 * seconds, not each time anybody on the ward is read: of 300 patients a screen hears five readings a second.
 */
final class TileMemory {

    private static final int STEP_SECONDS = 10;

    private final Map<PatientId, Made> tiles = new HashMap<>();

    /** All that a tile was made from. */
    private record From(PatientView view, List<OpenAlarm> alarms, Contact contact, Instant asOf, Manner manner) {

        TileState make() {
            return TileState.of(view, alarms, asOf, contact, manner);
        }
    }

    private record Made(From from, TileState tile) {}

    /** One tile for each patient, in the order of their beds. */
    List<TileState> tiles(StationView station, Instant now, Manner manner) {
        var alarms = bySubject(station.alarms());
        tiles.keySet()
                .retainAll(station.patients().stream()
                        .map(view -> view.patient().id())
                        .collect(Collectors.toSet()));
        return station.patients().stream()
                .map(view -> tile(new From(
                        view,
                        alarms.getOrDefault(view.patient().id(), List.of()),
                        withoutTries(station.contact()),
                        asOf(view.patient().id(), now),
                        manner)))
                .toList();
    }

    private TileState tile(From from) {
        var patient = from.view().patient().id();
        var known = tiles.get(patient);
        if (known != null && known.from().equals(from)) {
            return known.tile();
        }
        var tile = from.make();
        tiles.put(patient, new Made(from, tile));
        return tile;
    }

    /** A tile does not tell how often the agent was called in vain. */
    private static Contact withoutTries(Contact contact) {
        return switch (contact) {
            case Contact.Lost(var since, var _) -> new Contact.Lost(since, 0);
            case Contact.InContact _, Contact.NotYet _ -> contact;
        };
    }

    /**
     * The end of the ten seconds that run now, each patient's at its own beat so that not all are made at once. The end,
     * not the beginning: a value may look some seconds older than it is, never younger.
     */
    private static Instant asOf(PatientId patient, Instant now) {
        var beat = Math.floorMod(patient.hashCode(), STEP_SECONDS);
        var seconds = now.getEpochSecond();
        return Instant.ofEpochSecond(seconds + STEP_SECONDS - Math.floorMod(seconds - beat, (long) STEP_SECONDS));
    }

    private static Map<Subject, List<OpenAlarm>> bySubject(List<OpenAlarm> alarms) {
        return alarms.stream().collect(Collectors.groupingBy(alarm -> alarm.id().subject()));
    }
}
