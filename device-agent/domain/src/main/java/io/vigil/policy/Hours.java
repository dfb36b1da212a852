package io.vigil.policy;

import java.util.Locale;

/** When a value holds. One for the night stands before the one for always. */
public enum Hours {
    ALWAYS,
    AT_NIGHT;

    /** As it stands in a sentence. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
