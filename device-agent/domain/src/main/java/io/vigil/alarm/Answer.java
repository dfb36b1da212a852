package io.vigil.alarm;

import java.time.Duration;
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

        Nobody wasShown() {
            return new Nobody(since, true, rung);
        }

        /** Still nobody. A since that lies in the future is of a clock since set back, and is counted from now on. */
        Nobody still(Instant now) {
            return since.isAfter(now) ? new Nobody(now, shown, rung) : this;
        }

        Nobody upTo(int higher) {
            return new Nobody(since, shown, higher);
        }

        /**
         * The rung where the call belongs by now; it never comes down. Where the wait began in the future nobody knows how
         * long it was: the call goes up by one.
         */
        int rungBy(Instant now, Ladder ladder) {
            var due = since.isAfter(now) ? rung + 1 : ladder.rungAfter(Duration.between(since, now), shown);
            return Math.max(rung, Math.min(due, ladder.top()));
        }
    }

    /** Somebody has; the alarm stays quiet until then, and sounds again if the condition is still present. */
    record Acknowledged(String by, Instant at, Instant quietUntil, String reason) implements Answer {

        /** Not before it was given: a clock that is set back ends a quiet rather than stretch it. */
        public boolean isQuiet(Instant now) {
            return !now.isBefore(at) && now.isBefore(quietUntil);
        }
    }
}
