package io.vigil.app.alarms;

import io.vigil.alarm.AlarmPriority;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the tone of the most urgent alarm be heard, burst after burst, until it is no longer wanted. Works on a thread of
 * its own: neither a slow device nor a missing one holds up the screen. The device is used on yet another one: when it
 * hangs or fails, that one is left behind, a person is told that there is no sound, and the device is opened anew.
 */
// [impl->req~sound.missing-is-told~1]
public final class AlarmSound implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmSound.class);

    /** How often a device that was not there is looked for again. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);

    /** How much longer than its sound a burst may take, for a device that is slow to open. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    /** So many bursts may hang at a time: a device that never comes back must not take a thread with each try. */
    private static final int MOST_HANGING = 4;

    private static final Call TESTED = Call.atTheBedside(AlarmPriority.MEDIUM);

    private final Speaker speaker;
    private final Consumer<Boolean> deviceKnown;
    private final Consumer<AlarmPriority> heard;
    private final Map<Call, short[]> bursts = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Duration grace;
    private final Duration lookAgain;
    private final Semaphore looks = new Semaphore(1);
    private final Semaphore plays = new Semaphore(MOST_HANGING);
    private final ExecutorService deviceThreads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().name("alarm-speaker-", 0).daemon().factory());
    private final Thread thread;

    /** What is to be done next. */
    private sealed interface Turn {
        /** A tone is due, as of so many changes. */
        record Play(Call call, long asOf) implements Turn {}

        /** No tone is due, and it is time to look for the device that was not there. */
        record Look() implements Turn {}

        /** Somebody wants to know whether a tone can be heard, and none is due. */
        record Test() implements Turn {}

        record End() implements Turn {}
    }

    /** One use of the device, which ends early when it is no longer wanted. False when it was in vain. */
    @FunctionalInterface
    private interface Use {
        boolean asLongAs(BooleanSupplier wanted);
    }

    private Optional<Call> wanted = Optional.empty();
    private Optional<CompletableFuture<Boolean>> test = Optional.empty();
    /** How often what is wanted has changed: a rest ends with each. */
    private long changes;

    private boolean closed;
    private boolean hadDevice = true;

    AlarmSound(Speaker speaker, Executor screen, Consumer<Boolean> deviceKnown) {
        this(speaker, screen, deviceKnown, GRACE, LOOK_AGAIN);
    }

    AlarmSound(Speaker speaker, Executor screen, Consumer<Boolean> deviceKnown, Duration grace, Duration lookAgain) {
        this(speaker, screen, deviceKnown, _ -> {}, grace, lookAgain);
    }

    AlarmSound(
            Speaker speaker,
            Executor screen,
            Consumer<Boolean> deviceKnown,
            Consumer<AlarmPriority> heard,
            Duration grace,
            Duration lookAgain) {
        this.speaker = speaker;
        this.heard = priority -> screen.execute(() -> heard.accept(priority));
        this.grace = grace;
        this.lookAgain = lookAgain;
        this.deviceKnown = present -> screen.execute(() -> deviceKnown.accept(present));
        for (var priority : AlarmPriority.values()) {
            for (var rung = 0; rung <= new Call(priority, Integer.MAX_VALUE).heardRung(); rung++) {
                bursts.put(
                        new Call(priority, rung),
                        Tone.of(new Call(priority, rung)).samples());
            }
        }
        thread = Thread.ofPlatform()
                .name("alarm-sound")
                .daemon()
                .uncaughtExceptionHandler((_, fault) -> {
                    LOG.error("The alarm's sound has ended by a mistake of ours", fault);
                    this.deviceKnown.accept(false);
                })
                .start(this::run);
    }

    /**
     * Sound from this machine's device.
     *
     * @param deviceKnown told on the screen's executor, first soon after the start, then whenever it changes
     * @param heard told there of each burst that was made
     */
    public static AlarmSound open(Executor screen, Consumer<Boolean> deviceKnown, Consumer<AlarmPriority> heard) {
        return new AlarmSound(new JavaSpeaker(), screen, deviceKnown, heard, GRACE, LOOK_AGAIN);
    }

    /** Makes one burst, to show that it can be heard: that of the alarm that sounds already, or a medium one. */
    public CompletableFuture<Boolean> test() {
        lock.lock();
        try {
            if (test.isEmpty()) {
                test = Optional.of(new CompletableFuture<>());
                changes++;
                changed.signalAll();
            }
            return test.get();
        } finally {
            lock.unlock();
        }
    }

    /** The tone that is due from now on; none for silence. The same again changes nothing. */
    // [impl->req~sound.most-urgent-at-once~1]
    public void sound(Optional<Call> due) {
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
            deviceIs(isThere(), true);
            while (true) {
                switch (nextTurn()) {
                    case Turn.Play(var call, var asOf) -> {
                        var begun = System.nanoTime();
                        var played = play(call);
                        deviceIs(played, false);
                        if (played) {
                            heard.accept(call.priority());
                        }
                        tested(played);
                        var pause = played ? Tone.of(call).every() : lookAgain;
                        rest(asOf, begun + pause.toNanos());
                    }
                    case Turn.Test() -> {
                        var played = inTime(
                                plays,
                                wanted -> speaker.play(burst(TESTED), wanted),
                                () -> true,
                                Tone.of(TESTED).burst().plus(grace));
                        deviceIs(played, false);
                        tested(played);
                    }
                    case Turn.Look() -> deviceIs(isThere(), false);
                    case Turn.End() -> {
                        return;
                    }
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // closed
        } finally {
            deviceThreads.shutdown();
        }
    }

    private boolean isThere() throws InterruptedException {
        return inTime(looks, _ -> speaker.isThere(), () -> true, grace);
    }

    private boolean play(Call call) throws InterruptedException {
        var samples = burst(call);
        return inTime(
                plays,
                wanted -> speaker.play(samples, wanted),
                () -> isStillWanted(call),
                Tone.of(call).burst().plus(grace));
    }

    /** One that is not done in time is left behind, and counts as none; so does one that fails. */
    private boolean inTime(Semaphore uses, Use use, BooleanSupplier wanted, Duration atMost)
            throws InterruptedException {
        if (!uses.tryAcquire()) {
            return false;
        }
        var isWaitedFor = new AtomicBoolean(true);
        var done = deviceThreads.submit(() -> {
            try {
                return use.asLongAs(() -> isWaitedFor.get() && wanted.getAsBoolean());
            } finally {
                uses.release();
            }
        });
        try {
            return done.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            wentWrong("hangs", null);
            return false;
        } catch (ExecutionException failed) {
            wentWrong("failed", failed.getCause());
            return false;
        } finally {
            isWaitedFor.set(false);
        }
    }

    /** Once, not with each try that follows. */
    private void wentWrong(String how, @Nullable Throwable why) {
        if (hadDevice) {
            LOG.warn("The sound device {}", how, why);
        }
    }

    /** Waits for the next tone that is due. */
    private Turn nextTurn() throws InterruptedException {
        lock.lock();
        try {
            while (!closed && wanted.isEmpty() && test.isEmpty()) {
                if (hadDevice) {
                    changed.await();
                } else if (!changed.await(lookAgain.toNanos(), TimeUnit.NANOSECONDS)) {
                    return new Turn.Look();
                }
            }
            return closed
                    ? new Turn.End()
                    : wanted.<Turn>map(priority -> new Turn.Play(priority, changes))
                            .orElseGet(Turn.Test::new);
        } finally {
            lock.unlock();
        }
    }

    private void tested(boolean played) {
        lock.lock();
        try {
            test.ifPresent(asked -> asked.complete(played));
            test = Optional.empty();
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

    private boolean isStillWanted(Call call) {
        lock.lock();
        try {
            return !closed && wanted.equals(Optional.of(call));
        } finally {
            lock.unlock();
        }
    }

    private short[] burst(Call call) {
        return bursts.getOrDefault(call.asHeard(), new short[0]);
    }

    private void deviceIs(boolean there, boolean first) {
        if (there != hadDevice || first) {
            hadDevice = there;
            LOG.info("Sound device present={}", there);
            deviceKnown.accept(there);
        }
    }
}
