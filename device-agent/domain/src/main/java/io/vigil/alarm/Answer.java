package io.vigil.alarm;

import java.time.Instant;

/** Who has answered an open alarm. */
public sealed interface Answer {

    /**
     * Nobody, since then.
     *
     * @param shown whether any screen confirmed that it drew the alarm since then
     * @param rung how far up the ladder the call went: 0 at the bedside
     */
    record Nobody(Instant since, boolean shown, int rung) implements Answer {

        /** It has only begun to sound. */
        public static Nobody yet(Instant since) {
            return new Nobody(since, false, 0);
        }
    }

    /** Somebody has; the alarm stays quiet until then, and sounds again if the condition is still present. */
    record Acknowledged(String by, Instant at, Instant quietUntil, String reason) implements Answer {}
}
