package io.vigil.ward;

/** Stands for a patient inside the station. Never a name: the name is known to {@link Patient} alone. */
public record PatientId(String key) implements Subject {

    public PatientId {
        if (!key.matches("[a-z0-9][a-z0-9-]{0,39}") || key.equals(Station.THIS.key())) {
            throw new IllegalArgumentException("Not a patient's id: \"" + key + "\"; small letters, digits and - only");
        }
    }
}
