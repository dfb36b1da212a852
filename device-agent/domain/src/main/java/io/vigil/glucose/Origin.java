package io.vigil.glucose;

/** How a reading came to the agent. */
public enum Origin {
    /** As it was measured. */
    LIVE,
    /** Later, by the sensor itself, after it had been out of reach. Judged by its own time, told as late. */
    BACKFILLED,
    /** From a file of the past. Kept and drawn; the past raises no alarm. */
    IMPORTED
}
