package io.vigil.proof;

import java.time.Instant;

/**
 * What the alarm log holds, and how much more it can. It only ever adds; nothing in it is deleted.
 *
 * @param kept so many events
 * @param since the first of them
 * @param more so many still fit on the disk, if nothing else fills it
 */
// [impl->req~alarm.log-capacity~1]
public record LogCapacity(long kept, Instant since, long more) {

    /**
     * What an event takes on the disk at most, in bytes: sealed, with its indexes and its share of the store's own log. Rather
     * too much, so that there is more room than said.
     */
    static final long BYTES_AN_EVENT = 1_000;

    /**
     * By what is free.
     *
     * @param diskFreeBytes that the store may still fill
     */
    public static LogCapacity of(long kept, Instant since, long diskFreeBytes) {
        return new LogCapacity(kept, since, Math.max(0, diskFreeBytes) / BYTES_AN_EVENT);
    }
}
