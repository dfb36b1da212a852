package io.vigil.app.alarms;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigil.alarm.AlarmPriority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tones as they leave for the device: what is counted and measured here are the samples. */
// [utest->req~sound.tones~1]
class ToneTest {

    private static final double RATE = Tone.SAMPLES_A_SECOND;

    private record Pulse(double startMs, double endMs) {}

    @Test
    void high_is_twice_three_and_two() {
        var pulses = pulses(AlarmPriority.HIGH);

        assertThat(pulses).hasSize(10);
        assertThat(silences(pulses))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 4 ? 0 : Double.compare(a, b))
                .containsExactly(100.0, 100.0, 350.0, 100.0, 700.0, 100.0, 100.0, 350.0, 100.0);
        assertThat(Tone.of(AlarmPriority.HIGH).every()).isEqualTo(ofSeconds(7));
    }

    @Test
    void medium_is_three() {
        var pulses = pulses(AlarmPriority.MEDIUM);

        assertThat(pulses).hasSize(3);
        assertThat(silences(pulses)).allSatisfy(silence -> assertThat(silence).isCloseTo(200, within(4.0)));
        assertThat(Tone.of(AlarmPriority.MEDIUM).every()).isEqualTo(ofSeconds(20));
    }

    @Test
    void low_is_one() {
        assertThat(pulses(AlarmPriority.LOW)).hasSize(1);
        assertThat(Tone.of(AlarmPriority.LOW).every()).isEqualTo(ofSeconds(30));
    }

    @ParameterizedTest
    @EnumSource
    void pulses_are_as_long_as_the_standard_allows(AlarmPriority priority) {
        var length = priority == AlarmPriority.HIGH ? ofMillis(150) : ofMillis(200);

        assertThat(Tone.of(priority).pulse()).isEqualTo(length);
        assertThat(pulses(priority))
                .allSatisfy(pulse ->
                        assertThat(pulse.endMs() - pulse.startMs()).isCloseTo((double) length.toMillis(), within(4.0)));
    }

    @ParameterizedTest
    @EnumSource
    void the_fundamental_is_660_hertz_with_four_harmonics_within_15_decibels(AlarmPriority priority) {
        var tone = Tone.of(priority);
        var samples = tone.samples();
        var fundamental = level(samples, tone.pulse(), 660);

        for (var hertz : new double[] {1320, 1980, 2640, 3300}) {
            assertThat(20 * Math.log10(level(samples, tone.pulse(), hertz) / fundamental))
                    .as("%s Hz, dB beside the fundamental", hertz)
                    .isBetween(-15.0, 15.0);
        }
        for (var between : new double[] {400, 990, 1650, 2310, 3960}) {
            assertThat(20 * Math.log10(level(samples, tone.pulse(), between) / fundamental))
                    .as("%s Hz is not there", between)
                    .isLessThan(-30);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_pulse_rises_within_10_to_20_percent_of_its_length_and_falls_before_the_next(AlarmPriority priority) {
        var tone = Tone.of(priority);
        var length = (int) (tone.pulse().toMillis() * RATE / 1000);
        var envelope = envelope(tone.samples(), length);
        var full =
                IntStream.range(0, length).mapToDouble(i -> envelope[i]).max().orElseThrow();

        var at10 = first(envelope, 0.1 * full);
        var at90 = first(envelope, 0.9 * full);
        assertThat((at90 - at10) / (double) length).isBetween(0.05, 0.20);
        assertThat(first(envelope, 0.98 * full) / (double) length).isBetween(0.10, 0.20);
        assertThat(envelope[length - 1]).isLessThan(0.1 * full);
    }

    @ParameterizedTest
    @EnumSource
    void no_sample_is_cut_off(AlarmPriority priority) {
        for (var sample : Tone.of(priority).samples()) {
            assertThat(Math.abs((int) sample)).isLessThan(Short.MAX_VALUE);
        }
    }

    // [utest->req~sound.escalation-is-heard~1]
    @ParameterizedTest
    @EnumSource
    void a_call_that_went_up_is_louder_and_sooner_and_leaves_the_rest_between_bursts(AlarmPriority priority) {
        var isHeardGoingUp = priority != AlarmPriority.LOW;
        for (var rung = 1; rung <= 4; rung++) {
            var before = Tone.of(new Call(priority, rung - 1));
            var now = Tone.of(new Call(priority, rung));

            assertThat(now.pulses()).as("the melody").isEqualTo(before.pulses());
            assertThat(now.pulse()).isEqualTo(before.pulse());
            assertThat(now.every().minus(now.burst())).isGreaterThanOrEqualTo(ofMillis(2_500));
            if (isHeardGoingUp && rung <= 2) {
                assertThat(now.every()).isLessThan(before.every());
                assertThat(loudest(now)).isGreaterThan(loudest(before) * 1.15);
            } else {
                assertThat(now).isEqualTo(before);
            }
        }
        assertThat(loudest(Tone.of(new Call(priority, 9)))).isLessThan(Short.MAX_VALUE);
    }

    @Test
    void a_lesser_priority_never_comes_sooner_than_a_greater_one() {
        var mostUrgentMedium = Tone.of(new Call(AlarmPriority.MEDIUM, 9));

        assertThat(mostUrgentMedium.every())
                .isGreaterThan(Tone.of(AlarmPriority.HIGH).every());
        assertThat(Tone.of(new Call(AlarmPriority.LOW, 9)).every()).isGreaterThan(mostUrgentMedium.every());
    }

    private static double loudest(Tone tone) {
        var loudest = 0;
        for (var sample : tone.samples()) {
            loudest = Math.max(loudest, Math.abs((int) sample));
        }
        return loudest;
    }

    /** Runs of sound: samples that are nearer than 10 ms to one that is loud. */
    private static List<Pulse> pulses(AlarmPriority priority) {
        var samples = Tone.of(priority).samples();
        var pulses = new ArrayList<Pulse>();
        var start = -1;
        var last = -1;
        for (var i = 0; i < samples.length; i++) {
            if (Math.abs((int) samples[i]) > 60) {
                if (start < 0) {
                    start = i;
                } else if (i - last > RATE / 100) {
                    pulses.add(new Pulse(start * 1000 / RATE, last * 1000 / RATE));
                    start = i;
                }
                last = i;
            }
        }
        pulses.add(new Pulse(start * 1000 / RATE, last * 1000 / RATE));
        return pulses;
    }

    private static List<Double> silences(List<Pulse> pulses) {
        return IntStream.range(1, pulses.size())
                .mapToObj(i -> pulses.get(i).startMs() - pulses.get(i - 1).endMs())
                .toList();
    }

    /** How much of a frequency is in the steady part of the first pulse (Goertzel, Hann window). */
    private static double level(short[] samples, Duration pulse, double hertz) {
        var length = (int) (pulse.toMillis() * RATE / 1000);
        var from = length / 5;
        var count = length * 3 / 5;
        var real = 0.0;
        var imaginary = 0.0;
        for (var i = 0; i < count; i++) {
            var window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / count);
            real += window * samples[from + i] * Math.cos(2 * Math.PI * hertz * i / RATE);
            imaginary += window * samples[from + i] * Math.sin(2 * Math.PI * hertz * i / RATE);
        }
        return Math.hypot(real, imaginary);
    }

    /** The loudest sample within one period of the fundamental around each sample of the first pulse. */
    private static double[] envelope(short[] samples, int length) {
        var half = (int) (RATE / Tone.FUNDAMENTAL_HZ / 2) + 1;
        var envelope = new double[length];
        for (var i = 0; i < length; i++) {
            for (var j = Math.max(0, i - half); j < Math.min(length, i + half); j++) {
                envelope[i] = Math.max(envelope[i], Math.abs((int) samples[j]));
            }
        }
        return envelope;
    }

    private static int first(double[] envelope, double level) {
        return IntStream.range(0, envelope.length)
                .filter(i -> envelope[i] >= level)
                .findFirst()
                .orElseThrow();
    }
}
