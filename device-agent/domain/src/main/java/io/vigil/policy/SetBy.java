package io.vigil.policy;

import java.time.Instant;

/**
 * Where a value that is in force comes from.
 *
 * @param by who set it, in words
 */
public record SetBy(Layer layer, String by, Instant at) {

    /** What lies over what: the last that says anything of a setting counts. */
    public enum Layer {
        /** What every ward begins with. */
        STANDARD,
        /** The file of settings that the station was started with. */
        STATION_FILE,
        WARD_PRESET,
        WARD,
        WARD_AT_NIGHT,
        PATIENT_PRESET,
        PATIENT,
        PATIENT_AT_NIGHT
    }
}
