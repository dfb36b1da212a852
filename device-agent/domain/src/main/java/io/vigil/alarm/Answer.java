package io.vigil.alarm;

import java.time.Instant;

/** Who has answered an open alarm. */
public sealed interface Answer {

    record Nobody() implements Answer {}

    /** Somebody has; the alarm stays quiet until then, and sounds again if the condition is still present. */
    record Acknowledged(String by, Instant at, Instant quietUntil, String reason) implements Answer {}
}
