package io.vigil.app.ui;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How patients are called on screens that others may see. */
public enum PatientNames {
    FULL,
    INITIALS;

    /** {@code Osei, Margaret} or {@code O. M.} */
    public String of(String name) {
        return switch (this) {
            case FULL -> name;
            case INITIALS ->
                Arrays.stream(name.split("[,\\s]+"))
                        .filter(part -> !part.isEmpty())
                        .map(part -> part.substring(0, part.offsetByCodePoints(0, 1)) + ".")
                        .collect(Collectors.joining(" "));
        };
    }
}
