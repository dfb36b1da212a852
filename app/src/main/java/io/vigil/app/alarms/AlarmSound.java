package io.vigil.app.alarms;

import io.vigil.alarm.AlarmPriority;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the tone of the most urgent alarm be heard, burst after burst, until it is no longer wanted. Works on a thread of
 * its own: neither a slow device nor a missing one holds up the screen.
 */
// [impl->req~sound.missing-is-told~1]
public final class AlarmSound implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmSound.class);

    /** How often a device that was not there is looked for again. */
    private static final long LOOK_AGAIN_SECONDS = 10;

    private final Speaker speaker;
    private final Consumer<Boolean> deviceKnown;
    private final Map<AlarmPriority, short[]> bursts = new EnumMap<>(AlarmPriority.class);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;

    /** A tone that is due, as of so many changes. */
    private record Due(AlarmPriority priority, long asOf) {}

    private Optional<AlarmPriority> wanted = Optional.empty();
    /** How often what is wanted has changed: a rest ends with each. */
    private long changes;

    private boolean closed;
    private boolean hadDevice = true;

    AlarmSound(Speaker speaker, Executor screen, Consumer<Boolean> deviceKnown) {
        this.speaker = speaker;
        this.deviceKnown = present -> screen.execute(() -> deviceKnown.accept(present));
        for (var priority : AlarmPriority.values()) {
            bursts.put(priority, Tone.of(priority).samples());
        }
        thread = Thread.ofPlatform().name("alarm-sound").daemon().start(this::run);
    }

    /**
     * Sound from this machine's device.
     *
     * @param deviceKnown told on the screen's executor, first soon after the start, then whenever it changes
     */
    public static AlarmSound open(Executor screen, Consumer<Boolean> deviceKnown) {
        return new AlarmSound(new JavaSpeaker(), screen, deviceKnown);
    }

    /** The tone that is due from now on; none for silence. The same again changes nothing. */
    public void sound(Optional<AlarmPriority> due) {
        lock.lock();
        try {
            if (!wanted.equals(due)) {
                wanted = due;
                changes++;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        thread.interrupt();
        speaker.close();
    }

    private void run() {
        try {
            deviceIs(speaker.isThere(), true);
            while (true) {
                var due = nextDue();
                if (due.isEmpty()) {
                    return;
                }
                var priority = due.get().priority();
                var begun = System.nanoTime();
                var played = speaker.play(burst(priority), () -> isStillWanted(priority));
                deviceIs(played, false);
                var every = played ? Tone.of(priority).every().toNanos() : TimeUnit.SECONDS.toNanos(LOOK_AGAIN_SECONDS);
                rest(due.get().asOf(), begun + every);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    /** Waits for the next tone that is due; none when all is over. */
    private Optional<Due> nextDue() throws InterruptedException {
        lock.lock();
        try {
            while (!closed && wanted.isEmpty()) {
                if (hadDevice) {
                    changed.await();
                } else if (!changed.await(LOOK_AGAIN_SECONDS, TimeUnit.SECONDS)) {
                    deviceIs(speaker.isThere(), false);
                }
            }
            return closed ? Optional.empty() : wanted.map(priority -> new Due(priority, changes));
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the next burst is due, or until another tone or none is wanted. */
    private void rest(long asOf, long untilNanos) throws InterruptedException {
        lock.lock();
        try {
            var left = untilNanos - System.nanoTime();
            while (!closed && changes == asOf && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isStillWanted(AlarmPriority priority) {
        lock.lock();
        try {
            return !closed && wanted.equals(Optional.of(priority));
        } finally {
            lock.unlock();
        }
    }

    private short[] burst(AlarmPriority priority) {
        return bursts.getOrDefault(priority, new short[0]);
    }

    private void deviceIs(boolean there, boolean first) {
        if (there != hadDevice || first) {
            hadDevice = there;
            LOG.info("Sound device present={}", there);
            deviceKnown.accept(there);
        }
    }
}
