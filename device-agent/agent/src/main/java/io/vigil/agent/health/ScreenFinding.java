package io.vigil.agent.health;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.Evidence.ByMoment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Whether an alarm would reach an eye and an ear. Counted in real time: whoever has left the screen is away no longer because
 * the station tells a night faster. What is told beside the alarm is the told moment.
 */
public final class ScreenFinding {

    /** A screen that loses contact calls each second, and starts in less. */
    static final Duration UNSEEN = Duration.ofSeconds(30);

    /** A screen knows its device soon after it has begun to watch, and looks again every 3 s for one that went. */
    static final Duration UNHEARD = Duration.ofSeconds(10);

    private final LongSupplier nanos;
    private Last seen;
    private Last heard;

    private record Last(long atNanos, Instant told) {}

    /**
     * Begins to count: until now, all was well.
     *
     * @param nanos the machine's monotonic clock
     */
    public ScreenFinding(LongSupplier nanos, Instant now) {
        this.nanos = nanos;
        this.seen = new Last(nanos.getAsLong(), now);
        this.heard = seen;
    }

    /**
     * What follows from the screens that watch now.
     *
     * @param watching how many there are
     * @param audible how many of them can be heard
     * @param standing the told clock stands, as for a story that waits for its audience: nothing happens that could be missed
     */
    // [impl->req~alarm.no-screen~1]
    // [impl->req~alarm.no-sound~1]
    public List<Found> look(int watching, int audible, boolean standing, Instant now) {
        var last = new Last(nanos.getAsLong(), now);
        if (watching > 0 || standing) {
            seen = last;
        }
        if (audible > 0 || watching == 0) {
            heard = last;
        }
        var isUnseen = isOver(UNSEEN, seen, last);
        var unheard = new ByMoment(heard.told());
        return List.of(
                Found.of(AlarmKind.NO_SCREEN, isUnseen, new ByMoment(seen.told())),
                watching == 0
                        ? Found.unknown(AlarmKind.NO_SOUND, unheard)
                        : Found.of(AlarmKind.NO_SOUND, isOver(UNHEARD, heard, last), unheard));
    }

    private static boolean isOver(Duration patience, Last then, Last now) {
        return now.atNanos() - then.atNanos() >= patience.toNanos();
    }
}
