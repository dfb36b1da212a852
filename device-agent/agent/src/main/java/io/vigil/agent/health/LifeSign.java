package io.vigil.agent.health;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file in which the agent notes, every few seconds, that it lives, and at its end that it ended in order. The next agent on
 * the same folder reads in it since when nothing was judged.
 */
public final class LifeSign implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LifeSign.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final String ENDED = "ended";
    private static final String LIVES = "lives";

    /** What the last agent on the folder left. */
    public sealed interface Last {

        /** There was none. */
        record Never() implements Last {}

        /**
         * It lived until then at least.
         *
         * @param told by its told clock
         * @param wall by the machine's
         * @param ended whether it ended in order
         */
        record Lived(Instant told, Instant wall, boolean ended) implements Last {}

        /** It left something that cannot be read. */
        record Unreadable(String why) implements Last {}
    }

    private final Path file;
    private final InstantSource told;
    private final InstantSource wall;
    private final Thread thread;
    private volatile boolean lives = true;
    private volatile boolean failing;

    private LifeSign(Path file, InstantSource told, InstantSource wall) {
        this.file = file;
        this.told = told;
        this.wall = wall;
        write(LIVES);
        this.thread = Thread.ofPlatform().name("life-sign").daemon().start(this::beat);
    }

    public static Path in(Path data) {
        return data.resolve("life-sign");
    }

    /** What the last agent left in that file. */
    public static Last read(Path file) {
        try {
            if (!Files.exists(file)) {
                return new Last.Never();
            }
            var words = Files.readString(file).strip().split(" ", -1);
            if (words.length != 3) {
                return new Last.Unreadable(words.length + " words instead of 3");
            }
            return new Last.Lived(Instant.parse(words[0]), Instant.parse(words[1]), words[2].equals(ENDED));
        } catch (IOException | DateTimeParseException e) {
            return new Last.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    /** Notes from now on that the agent lives, on a thread of its own: the disk may take its time. */
    public static LifeSign begin(Path file, InstantSource told, InstantSource wall) {
        return new LifeSign(file, told, wall);
    }

    /** The agent ends in order. */
    @Override
    public void close() {
        lives = false;
        LockSupport.unpark(thread);
        try {
            thread.join(EVERY);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        write(ENDED);
    }

    private void beat() {
        while (lives) {
            LockSupport.parkNanos(EVERY.toNanos());
            if (lives) {
                write(LIVES);
            }
        }
    }

    /** A sign that cannot be written is told as an absence by the next agent: that is the louder side. */
    private void write(String state) {
        var line = told.instant() + " " + wall.instant() + " " + state + "\n";
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (var channel = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
                channel.force(true); // a name must never come to stand before what it names
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            failing = false;
        } catch (IOException e) {
            if (!failing) { // a line when it begins, not one with each try that follows
                LOG.warn("the sign of life could not be written file={} why=\"{}\"", file, e.getMessage());
            }
            failing = true;
        }
    }
}
