package io.vigil.app.alarms;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmPriority;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlarmSoundTest {

    private static final long GENEROUS_SECONDS = 30;

    private final BlockingQueue<Boolean> devices = new LinkedBlockingQueue<>();

    /** A device that plays a burst until somebody says that it is over, or until it is no longer wanted. */
    private static final class HeldSpeaker implements Speaker {
        private final BlockingQueue<Integer> begun = new LinkedBlockingQueue<>();
        private final BlockingQueue<Boolean> cut = new LinkedBlockingQueue<>();

        @Override
        public boolean isThere() {
            return true;
        }

        @Override
        public boolean play(short[] samples, BooleanSupplier wanted) {
            begun.add(samples.length);
            while (wanted.getAsBoolean()) {
                Thread.onSpinWait();
            }
            cut.add(true);
            return true;
        }

        @Override
        public void close() {}
    }

    /** No device at all. */
    private static final class NoSpeaker implements Speaker {
        private final BlockingQueue<Boolean> tried = new LinkedBlockingQueue<>();

        @Override
        public boolean isThere() {
            return false;
        }

        @Override
        public boolean play(short[] samples, BooleanSupplier wanted) {
            tried.add(true);
            return false;
        }

        @Override
        public void close() {}
    }

    /** A device whose first burst goes wrong, and whose later ones do not. */
    static final class MoodySpeaker implements Speaker {
        enum Mood {
            HANGS,
            THROWS
        }

        private final Mood first;
        private final AtomicInteger bursts = new AtomicInteger();
        private final CountDownLatch closed = new CountDownLatch(1);
        private final BlockingQueue<Integer> played = new LinkedBlockingQueue<>();

        private MoodySpeaker(Mood first) {
            this.first = first;
        }

        @Override
        public boolean isThere() {
            return true;
        }

        @Override
        public boolean play(short[] samples, BooleanSupplier wanted) {
            if (bursts.getAndIncrement() > 0) {
                return played.add(samples.length);
            }
            return switch (first) {
                case HANGS -> hang(closed);
                case THROWS -> throw new IllegalStateException("The line is gone");
            };
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    /** No device at first; who looks for it again waits in vain, and who plays is heard. */
    private static final class SulkingSpeaker implements Speaker {
        private final AtomicInteger looks = new AtomicInteger();
        private final CountDownLatch lookedForAgain = new CountDownLatch(1);
        private final CountDownLatch closed = new CountDownLatch(1);
        private final BlockingQueue<Integer> played = new LinkedBlockingQueue<>();

        @Override
        public boolean isThere() {
            if (looks.getAndIncrement() == 0) {
                return false;
            }
            lookedForAgain.countDown();
            return hang(closed);
        }

        @Override
        public boolean play(short[] samples, BooleanSupplier wanted) {
            return played.add(samples.length);
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    private static boolean hang(CountDownLatch until) {
        try {
            return until.await(GENEROUS_SECONDS, SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    // [utest->req~sound.missing-is-told~1]
    @ParameterizedTest
    @EnumSource
    void a_burst_that_hangs_or_fails_is_told_as_no_sound_and_the_device_is_opened_again(MoodySpeaker.Mood first)
            throws InterruptedException {
        var speaker = new MoodySpeaker(first);
        try (var sound = impatient(speaker)) {
            assertThat(devices.poll(GENEROUS_SECONDS, SECONDS)).isTrue();

            sound.sound(Optional.of(Call.atTheBedside(AlarmPriority.LOW)));

            assertThat(devices.poll(GENEROUS_SECONDS, SECONDS)).isFalse();
            assertThat(speaker.played.poll(GENEROUS_SECONDS, SECONDS)).isEqualTo(length(AlarmPriority.LOW));
            assertThat(devices.poll(GENEROUS_SECONDS, SECONDS)).isTrue();
        }
    }

    // [utest->req~sound.most-urgent-at-once~1]
    @Test
    void a_device_that_hangs_while_it_is_looked_for_keeps_no_alarm_from_being_tried() throws InterruptedException {
        var speaker = new SulkingSpeaker();
        try (var sound = impatient(speaker)) {
            assertThat(speaker.lookedForAgain.await(GENEROUS_SECONDS, SECONDS)).isTrue();

            sound.sound(Optional.of(Call.atTheBedside(AlarmPriority.HIGH)));

            assertThat(speaker.played.poll(GENEROUS_SECONDS, SECONDS)).isEqualTo(length(AlarmPriority.HIGH));
        }
    }

    @Test
    void a_burst_sounds_at_once_and_is_cut_when_the_alarm_is_answered() throws InterruptedException {
        var speaker = new HeldSpeaker();
        try (var sound = new AlarmSound(speaker, Runnable::run, devices::add)) {
            sound.sound(Optional.of(Call.atTheBedside(AlarmPriority.HIGH)));
            assertThat(speaker.begun.poll(GENEROUS_SECONDS, SECONDS)).isEqualTo(length(AlarmPriority.HIGH));

            sound.sound(Optional.empty());
            assertThat(speaker.cut.poll(GENEROUS_SECONDS, SECONDS)).isTrue();
        }
    }

    // [utest->req~sound.most-urgent-at-once~1]
    @Test
    void a_higher_alarm_does_not_wait_for_the_end_of_a_lower_ones_burst() throws InterruptedException {
        var speaker = new HeldSpeaker();
        try (var sound = new AlarmSound(speaker, Runnable::run, devices::add)) {
            sound.sound(Optional.of(Call.atTheBedside(AlarmPriority.MEDIUM)));
            assertThat(speaker.begun.poll(GENEROUS_SECONDS, SECONDS)).isEqualTo(length(AlarmPriority.MEDIUM));

            sound.sound(Optional.of(Call.atTheBedside(AlarmPriority.HIGH)));
            assertThat(speaker.begun.poll(GENEROUS_SECONDS, SECONDS)).isEqualTo(length(AlarmPriority.HIGH));
        }
    }

    // [utest->req~sound.missing-is-told~1]
    @Test
    void without_a_device_nothing_fails_and_it_is_told() throws InterruptedException {
        var speaker = new NoSpeaker();
        try (var sound = new AlarmSound(speaker, Runnable::run, devices::add)) {
            assertThat(devices.poll(GENEROUS_SECONDS, SECONDS)).isFalse();

            sound.sound(Optional.of(Call.atTheBedside(AlarmPriority.HIGH)));
            assertThat(speaker.tried.poll(GENEROUS_SECONDS, SECONDS)).isTrue();
            sound.sound(Optional.empty());
            sound.sound(Optional.of(Call.atTheBedside(AlarmPriority.HIGH)));
            assertThat(speaker.tried.poll(GENEROUS_SECONDS, SECONDS)).isTrue();
        }
    }

    @Test
    void the_machines_own_device_never_fails_whether_it_is_there_or_not() {
        try (var speaker = new JavaSpeaker()) {
            assertThat(speaker.play(new short[100], () -> true)).isEqualTo(speaker.isThere());
        }
    }

    // [utest->req~alarm.self-test~1]
    @Test
    void a_test_makes_one_tone_and_says_whether_it_could() {
        var heard = new LinkedBlockingQueue<AlarmPriority>();
        var speaker = new MoodySpeaker(MoodySpeaker.Mood.THROWS);
        try (var sound = new AlarmSound(
                speaker, Runnable::run, devices::add, heard::add, Duration.ofMillis(50), Duration.ofMillis(50))) {
            assertThat(sound.test().orTimeout(30, SECONDS).join()).isFalse();
            assertThat(sound.test().orTimeout(30, SECONDS).join()).isTrue();

            assertThat(speaker.played).containsExactly(length(AlarmPriority.MEDIUM));
            assertThat(heard).as("a test is no alarm that was heard").isEmpty();
        }
    }

    // [utest->req~alarm.shown-is-proved~1]
    @Test
    void each_burst_that_was_made_is_told_and_a_test_meanwhile_is_heard_in_it() throws InterruptedException {
        var heard = new LinkedBlockingQueue<AlarmPriority>();
        try (var sound = new AlarmSound(
                new SulkingSpeaker(),
                Runnable::run,
                devices::add,
                heard::add,
                Duration.ofMillis(50),
                Duration.ofMillis(50))) {
            sound.sound(Optional.of(Call.atTheBedside(AlarmPriority.HIGH)));

            assertThat(heard.poll(30, SECONDS)).isEqualTo(AlarmPriority.HIGH);
            assertThat(sound.test().orTimeout(30, SECONDS).join()).isTrue();
            assertThat(heard.poll(30, SECONDS)).isEqualTo(AlarmPriority.HIGH);
        }
    }

    private AlarmSound impatient(Speaker speaker) {
        var aMoment = Duration.ofMillis(50);
        return new AlarmSound(speaker, Runnable::run, devices::add, aMoment, aMoment);
    }

    private static int length(AlarmPriority priority) {
        return Tone.of(priority).samples().length;
    }
}
