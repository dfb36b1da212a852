package io.vigil.agent;

import io.vigil.glucose.GlucoseHistory;
import io.vigil.glucose.KeptReading;
import io.vigil.glucose.Reading;
import io.vigil.ward.KnownSensor;
import io.vigil.ward.Patient;
import io.vigil.ward.PatientId;
import io.vigil.ward.SensorReport;
import io.vigil.ward.SensorSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who lies on the ward, with which sensor and which readings of late: the memory on which the cycle judges. */
final class WardBook {

    /** How much of each history is kept in memory; older readings are asked from the store. */
    static final Duration REMEMBERED = Duration.ofDays(2);

    private final Map<PatientId, Page> pages = new LinkedHashMap<>();

    /** One patient's page. */
    record Page(Patient patient, KnownSensor sensor, GlucoseHistory history) {

        Optional<SensorSession> worn() {
            return sensor.session();
        }
    }

    /** Opens a page, or changes what is known of the patient; false when that was known already. */
    boolean admit(Patient patient) {
        var before = pages.get(patient.id());
        if (before != null && before.patient.equals(patient)) {
            return false;
        }
        pages.put(
                patient.id(),
                before == null
                        ? new Page(patient, KnownSensor.NONE, GlucoseHistory.empty())
                        : new Page(patient, before.sensor, before.history));
        return true;
    }

    /** The newest sensor counts; false when it was known, or is older than the one in place. */
    boolean start(SensorSession sensor) {
        var page = pages.get(sensor.patient());
        if (page == null
                || page.worn()
                        .filter(inPlace -> !inPlace.startedAt().isBefore(sensor.startedAt()))
                        .isPresent()) {
            return false;
        }
        pages.put(sensor.patient(), new Page(page.patient, page.sensor.wearing(sensor), page.history));
        return true;
    }

    /** Of each fact the newest counts; false when nothing new is known by it. */
    boolean hear(SensorReport report) {
        var page = page(report.patient()).orElseThrow();
        var known = page.sensor.saying(report);
        pages.put(report.patient(), new Page(page.patient, known, page.history));
        return !known.equals(page.sensor);
    }

    /**
     * Writes a reading down; false when its moment was there already, or lies too far back to be remembered.
     *
     * <p>A clock that was set back leaves readings of a time to come. They must not make the present a thing of long ago: those
     * are forgotten instead.
     */
    // [impl->req~alarm.clock-jumped~1]
    boolean remember(PatientId patient, Reading reading, Instant now) {
        var page = page(patient).orElseThrow();
        var history = isForgotten(reading, page.history) ? page.history.knownAt(now) : page.history;
        if (isForgotten(reading, history)) {
            return false; // asked first: an import brings thousands of these, and a history is not grown to be cut
            // again
        }
        var grown = history.with(reading);
        if (grown.size() == history.size()) {
            return false;
        }
        pages.put(patient, new Page(page.patient, page.sensor, grown.trimmedTo(REMEMBERED)));
        return true;
    }

    private static boolean isForgotten(Reading reading, GlucoseHistory history) {
        return history.latest()
                .filter(newest -> reading.at().isBefore(newest.at().minus(REMEMBERED)))
                .isPresent();
    }

    void remember(PatientId patient, List<KeptReading> kept) {
        var page = page(patient).orElseThrow();
        var history = GlucoseHistory.of(kept.stream().map(KeptReading::reading).toList())
                .trimmedTo(REMEMBERED);
        pages.put(patient, new Page(page.patient, page.sensor, history));
    }

    Optional<Page> page(PatientId patient) {
        return Optional.ofNullable(pages.get(patient));
    }

    /** In the order of their beds. */
    List<Page> all() {
        return pages.values().stream()
                .sorted(Comparator.comparing((Page page) -> page.patient.bed())
                        .thenComparing(page -> page.patient.id().key()))
                .toList();
    }
}
