package io.vigil.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The station's told clock, to the microsecond, which is as fine as store and wire keep it. It runs on the machine's monotonic
 * clock, and a ward's clock is kept to the wall's: it leans towards a wall that is a little ahead or behind, and goes where a
 * wall has jumped, which is told as an alarm. A story, or a clock at another speed, takes nothing from the wall once it runs.
 * Until it is started it stands still.
 */
final class ToldClock implements InstantSource {

    private static final String STORY = "story-told-from";

    /** Beyond what a time server corrects at leisure, and what a crystal drifts in a day. */
    private static final Duration JUMP = Duration.ofSeconds(5);

    /** A small difference is made up within about that time. */
    private static final Duration LEANS_OVER = Duration.ofSeconds(30);

    /** As much as a time server slews a clock at most (500 ppm), so that no age and no wait is noticeably stretched. */
    private static final double MOST_LEAN = 0.0005;

    private final double speed;
    private final LongSupplier monotonicNanos;
    private volatile Beginning beginning;
    private volatile boolean isOfTheWall;

    /** Told seconds in a real second; 0 while it stands. */
    private record Beginning(Instant told, long nanos, double speed) {

        Instant told(long later) {
            return told.plus(times(Duration.ofNanos(later - nanos), speed));
        }
    }

    private ToldClock(Instant told, double speed, LongSupplier monotonicNanos) {
        this.speed = speed;
        this.monotonicNanos = monotonicNanos;
        this.beginning = new Beginning(told, monotonicNanos.getAsLong(), 0);
    }

    /** A clock that stands at the present, or at the beginning of the story that the settings name. */
    static ToldClock of(AgentSettings.Clock settings, InstantSource wall, LongSupplier monotonicNanos) {
        return new ToldClock(settings.story().orElseGet(wall::instant), settings.speed(), monotonicNanos);
    }

    /** Lets the clock run from the present on. */
    void start(InstantSource wall) {
        run(wall.instant());
        isOfTheWall = speed == 1;
    }

    /**
     * Keeps a ward's clock to the wall; to be called each second. Returns how far the wall has jumped, back where negative.
     * Nothing that rests on this clock may rest on its going forward: an alarm whose time lies ahead by now sounds.
     */
    // [impl->req~alarm.clock-jumped~1]
    Optional<Duration> follow(InstantSource wall) {
        if (!isOfTheWall) {
            return Optional.empty();
        }
        var nanos = monotonicNanos.getAsLong();
        var now = beginning.told(nanos);
        var ahead = Duration.between(now, wall.instant());
        if (ahead.abs().compareTo(JUMP) >= 0) {
            run(wall.instant());
            return Optional.of(ahead);
        }
        var lean = Math.clamp(ahead.toNanos() / (double) LEANS_OVER.toNanos(), -MOST_LEAN, MOST_LEAN);
        beginning = new Beginning(now, nanos, speed * (1 + lean));
        return Optional.empty();
    }

    /** Takes up a story where it would be by now, had it not been interrupted; false when it was never begun. */
    boolean resumeStory(InstantSource wall, Path data) {
        return begunAt(data.resolve(STORY))
                .map(begun -> {
                    var elapsed = Duration.between(begun, wall.instant());
                    run(instant().plus(times(elapsed.isNegative() ? Duration.ZERO : elapsed, speed)));
                    return true;
                })
                .orElse(false);
    }

    /** Begins a story, and notes when, so that a restart can take it up. */
    void beginStory(InstantSource wall, Path data) {
        var note = data.resolve(STORY);
        try {
            Files.createDirectories(data);
            Files.writeString(note, wall.instant().toString());
        } catch (IOException e) {
            throw new CannotStart("It cannot be noted in " + note + " when the story began: " + e.getMessage()
                    + ". See who may write there.");
        }
        run(instant());
    }

    @Override
    public Instant instant() {
        return beginning.told(monotonicNanos.getAsLong()).truncatedTo(ChronoUnit.MICROS);
    }

    /** Told seconds in a real second, once it runs. */
    double speed() {
        return speed;
    }

    /** Told seconds in a real second at this moment: none while it stands. */
    double speedNow() {
        return beginning.speed == 0 ? 0 : speed;
    }

    private void run(Instant from) {
        beginning = new Beginning(from, monotonicNanos.getAsLong(), speed);
    }

    private static Optional<Instant> begunAt(Path note) {
        try {
            return Files.exists(note)
                    ? Optional.of(Instant.parse(Files.readString(note).strip()))
                    : Optional.empty();
        } catch (IOException | DateTimeParseException e) {
            throw new CannotStart(
                    note + " does not tell when the story began: " + e.getMessage() + ". Remove it to begin anew.");
        }
    }

    private static Duration times(Duration duration, double speed) {
        return Duration.ofNanos(Math.round(duration.toNanos() * speed));
    }
}
