package io.vigil.alarm;

import java.time.Instant;

/** What the body, or the station, does while an alarm is open. */
public sealed interface Condition {

    /** Still so, as far as is known. */
    record Present() implements Condition {}

    /** Over; the alarm stays open only because it latches and nobody has answered. */
    record Recovered(Instant at) implements Condition {}
}
