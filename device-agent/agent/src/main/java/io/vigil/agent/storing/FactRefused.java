package io.vigil.agent.storing;

import java.io.Serial;

/** The store is well, and this one thing it can never keep: too long, or out of range. Told again, it is refused again. */
public final class FactRefused extends StoreFailed {

    @Serial
    private static final long serialVersionUID = 1;

    FactRefused(String why, Throwable cause) {
        super("The store is well but refuses this, for it does not fit: " + why + ". Nothing of it was kept.", cause);
    }
}
