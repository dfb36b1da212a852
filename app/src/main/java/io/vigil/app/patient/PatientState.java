package io.vigil.app.patient;

import io.vigil.alarm.OpenAlarm;
import io.vigil.app.agentlink.StationView;
import io.vigil.app.agentlink.StationView.PatientView;
import io.vigil.proof.AlarmTale;
import io.vigil.ward.Patient;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that the patient's page shows beside the chart, ready to be read. */
record PatientState(
        String title,
        String about,
        ValueState value,
        FactRows limits,
        FactRows sensor,
        RangeState ranges,
        List<AlarmEntry> alarms) {

    private static final int LISTED = 20;

    /** @param tales newest first */
    static PatientState of(
            PatientView patient,
            StationView station,
            Collection<AlarmTale> tales,
            Shares shares,
            Instant now,
            Wording wording) {
        return new PatientState(
                title(patient.patient(), wording),
                about(patient.patient(), wording),
                ValueState.of(patient, station.contact(), open(patient, station), now, wording),
                FactRows.of(patient.limits(), wording),
                FactRows.of(patient.sensor(), now, wording),
                RangeState.of(shares, now, wording),
                tales.stream()
                        .limit(LISTED)
                        .map(tale -> AlarmEntry.of(tale, now, wording))
                        .toList());
    }

    /** The patient's own, in the agent's order. */
    static List<OpenAlarm> open(PatientView patient, StationView station) {
        return station.alarms().stream()
                .filter(alarm -> alarm.id().subject().equals(patient.patient().id()))
                .toList();
    }

    private static String title(Patient patient, Wording wording) {
        return wording.text("header.title", patient.bed(), wording.names().of(patient.name()));
    }

    private static String about(Patient patient, Wording wording) {
        var born = wording.text("header.born", wording.times().date(patient.born()));
        return Stream.of(born, patient.number(), patient.about())
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining(" · "));
    }
}
