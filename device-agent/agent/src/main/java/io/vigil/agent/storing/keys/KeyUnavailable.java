package io.vigil.agent.storing.keys;

import java.io.Serial;

/** A key cannot be had, and why, in one sentence that a technician can act on. */
public final class KeyUnavailable extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    KeyUnavailable(String sentence) {
        super(sentence);
    }

    KeyUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
