package io.vigil.proof;

import io.vigil.alarm.Evidence;
import io.vigil.alarm.Shelf;
import java.time.Instant;

/** One link of an alarm's proof chain. */
public sealed interface ProofStep {

    /** When, by the station's told clock. */
    Instant at();

    /**
     * It began.
     *
     * @param evidence what it was raised on
     */
    record Raised(Instant at, Evidence evidence) implements ProofStep {}

    /** It sounded anew, because nobody had answered or because its quiet was over. */
    record Reannounced(Instant at) implements ProofStep {}

    /**
     * Nobody had answered, and the call went further.
     *
     * @param rung how far up the ladder it then was; 0 is the bedside
     */
    record Escalated(Instant at, int rung) implements ProofStep {}

    /**
     * A screen drew it.
     *
     * @param heard whether that screen made its sound as well
     */
    record Shown(Instant at, String screen, boolean heard) implements ProofStep {}

    /** The sound of the station was paused while nobody had answered it. */
    record Paused(Instant at, Instant until, String by) implements ProofStep {}

    /** Its kind lay on the shelf from then on; from before it was raised, if the shelf is older than it. */
    record Shelved(Instant at, Shelf shelf) implements ProofStep {}

    /** Its kind was taken off the shelf before its time. */
    record Unshelved(Instant at, String by, String reason) implements ProofStep {}

    record Acknowledged(Instant at, String by, String reason, Instant quietUntil) implements ProofStep {}

    record Recovered(Instant at) implements ProofStep {}

    record Cleared(Instant at) implements ProofStep {}
}
