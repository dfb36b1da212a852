package io.vigil.contract;

import io.vigil.glucose.KeptReading;
import io.vigil.policy.Limits;
import io.vigil.ward.Patient;
import io.vigil.ward.SensorSession;
import java.util.List;
import java.util.Optional;

/**
 * A patient as the station knows them now.
 *
 * @param sensor none: nothing is worn
 * @param recent the last readings, oldest first: at least six hours
 */
public record PatientNow(Patient patient, Optional<SensorSession> sensor, Limits limits, List<KeptReading> recent) {

    public PatientNow {
        recent = List.copyOf(recent);
    }
}
