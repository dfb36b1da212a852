package io.vigil.alarm;

import static java.time.Duration.ofMinutes;

import java.time.Duration;
import java.util.List;

/**
 * How a call that nobody answers goes up: from the bedside, which is rung 0, to ever more people.
 *
 * @param shown how long nobody has answered when each rung is reached, the first first; none where it stays at the bedside
 * @param unshown the same while no screen has confirmed that it drew the alarm: never later, for the call may have reached
 *     nobody (Masimo: without a receipt of having been shown, escalation comes sooner)
 */
public record Ladder(List<Duration> shown, List<Duration> unshown) {

    /** It stays at the bedside. */
    public static final Ladder NONE = new Ladder(List.of(), List.of());

    public Ladder {
        shown = List.copyOf(shown);
        unshown = List.copyOf(unshown);
        if (shown.size() != unshown.size()) {
            throw new IllegalArgumentException("A ladder has the same rungs whether its alarm was shown or not.");
        }
        if (!rises(shown) || !rises(unshown)) {
            throw new IllegalArgumentException("Each rung of a ladder is reached after the one below it.");
        }
        for (var rung = 0; rung < shown.size(); rung++) {
            if (unshown.get(rung).compareTo(shown.get(rung)) > 0) {
                throw new IllegalArgumentException("An alarm that no screen has shown goes up no later than another.");
            }
        }
    }

    /** What a ward begins with: high priority goes up soonest, low not at all; what nobody can have seen, in half the time. */
    public static Ladder standard(AlarmPriority priority) {
        return switch (priority) {
            case HIGH ->
                new Ladder(
                        List.of(ofMinutes(4), ofMinutes(8), ofMinutes(12)),
                        List.of(ofMinutes(2), ofMinutes(4), ofMinutes(6)));
            case MEDIUM ->
                new Ladder(
                        List.of(ofMinutes(10), ofMinutes(20), ofMinutes(30)),
                        List.of(ofMinutes(5), ofMinutes(10), ofMinutes(15)));
            case LOW -> NONE;
        };
    }

    /** How many rungs there are above the bedside. */
    public int top() {
        return shown.size();
    }

    /** The rung a call stands on when nobody has answered it for so long. */
    public int rungAfter(Duration unanswered, boolean isShown) {
        return (int) (isShown ? shown : unshown)
                .stream().filter(wait -> wait.compareTo(unanswered) <= 0).count();
    }

    private static boolean rises(List<Duration> waits) {
        var before = Duration.ZERO;
        for (var wait : waits) {
            if (wait.compareTo(before) <= 0) {
                return false;
            }
            before = wait;
        }
        return true;
    }
}
