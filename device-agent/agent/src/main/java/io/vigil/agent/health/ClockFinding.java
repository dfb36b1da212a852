package io.vigil.agent.health;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.Evidence.ByAmount;
import io.vigil.alarm.Evidence.ByStation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Whether the machine's clock jumped lately: it was set, or the machine slept. The told clock has followed by then, so the
 * condition is over at once; it is held long enough for somebody to see it.
 */
public final class ClockFinding {

    /** Real time. */
    static final Duration TOLD_FOR = Duration.ofMinutes(15);

    private final LongSupplier nanos;
    private Optional<Jump> last = Optional.empty();

    private record Jump(ByAmount seconds, long atNanos) {}

    /**
     * Nothing jumped yet.
     *
     * @param nanos the machine's monotonic clock
     */
    public ClockFinding(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * What follows from the look of this second. A second jump is an alarm of its own: it ends that of the first.
     *
     * @param jumped how far ahead the clock went all at once; back where negative
     */
    // [impl->req~alarm.clock-jumped~1]
    public List<Found> look(Optional<Duration> jumped) {
        if (jumped.isPresent()) {
            var seconds = new ByAmount(Math.clamp(jumped.get().toSeconds(), Integer.MIN_VALUE, Integer.MAX_VALUE));
            last = Optional.of(new Jump(seconds, nanos.getAsLong()));
            return List.of(
                    Found.of(AlarmKind.CLOCK_JUMPED, false, seconds), Found.of(AlarmKind.CLOCK_JUMPED, true, seconds));
        }
        last = last.filter(jump -> nanos.getAsLong() - jump.atNanos() < TOLD_FOR.toNanos());
        return List.of(last.map(jump -> Found.of(AlarmKind.CLOCK_JUMPED, true, jump.seconds()))
                .orElseGet(() -> Found.of(AlarmKind.CLOCK_JUMPED, false, new ByStation(""))));
    }
}
