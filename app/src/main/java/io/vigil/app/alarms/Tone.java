package io.vigil.app.alarms;

import io.vigil.alarm.AlarmPriority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What an alarm of one priority sounds like: pulses of 660 Hz with its harmonics 2 to 5, within the ranges that all
 * editions of IEC 60601-1-8 share.
 *
 * @param pulses where each begins, from the start of the burst
 * @param pulse how long each lasts
 * @param every from the start of one burst to the start of the next
 * @param loudness of full scale
 */
record Tone(List<Duration> pulses, Duration pulse, Duration every, double loudness) {

    static final int SAMPLES_A_SECOND = 44_100;
    static final double FUNDAMENTAL_HZ = 660;

    /** Amplitudes of the fundamental and harmonics 2 to 5: all within 6 dB of it, where the standard asks for 15. */
    private static final double[] HARMONICS = {1, 0.8, 0.7, 0.6, 0.5};

    /** Of the pulse's length: a softer start than 10 % would be late, a harder one frightens. */
    private static final double RISE = 0.15;

    private static final double FALL = 0.15;
    /** By the rung of the call: each about 1.7 dB over the one before. */
    private static final double[] LOUDNESS = {0.65, 0.79, 0.95};

    /**
     * The tone of a call. What nobody answers grows louder and comes sooner, but stays the same melody, and leaves between its
     * bursts the 2.5 s that the standard asks for. Low priority does not go up.
     */
    // [impl->req~sound.tones~1]
    // [impl->req~sound.escalation-is-heard~1]
    static Tone of(Call call) {
        var rung = call.heardRung();
        return switch (call.priority()) {
            // Twice three and two, "ta-ta-ta ta-ta": 100 ms apart, 350 ms after the third, 700 ms between the halves.
            case HIGH ->
                paced(150, new int[] {7_000, 6_500, 6_000}[rung], rung, 100, 100, 350, 100, 700, 100, 100, 350, 100);
            case MEDIUM -> paced(200, new int[] {20_000, 14_000, 8_000}[rung], rung, 200, 200);
            case LOW -> paced(200, 30_000, 0);
        };
    }

    static Tone of(AlarmPriority priority) {
        return of(Call.atTheBedside(priority));
    }

    private static Tone paced(int pulseMs, int everyMs, int rung, int... silencesMs) {
        var starts = new ArrayList<Duration>();
        var at = 0;
        starts.add(Duration.ZERO);
        for (var silence : silencesMs) {
            at += pulseMs + silence;
            starts.add(Duration.ofMillis(at));
        }
        return new Tone(List.copyOf(starts), Duration.ofMillis(pulseMs), Duration.ofMillis(everyMs), LOUDNESS[rung]);
    }

    /** From the first pulse's start to the last one's end. */
    Duration burst() {
        return pulses.getLast().plus(pulse);
    }

    /** One burst, mono, 16 bits, 44,100 a second. */
    short[] samples() {
        var samples = new short[count(burst())];
        var length = count(pulse);
        for (var start : pulses) {
            var first = count(start);
            for (var i = 0; i < length && first + i < samples.length; i++) {
                samples[first + i] = (short) Math.round(Short.MAX_VALUE * loudness * envelope(i, length) * wave(i));
            }
        }
        return samples;
    }

    private static double envelope(int sample, int length) {
        var rise = RISE * length;
        var fall = FALL * length;
        if (sample < rise) {
            return smooth(sample / rise);
        }
        return sample > length - fall ? smooth((length - sample) / fall) : 1;
    }

    /** Half a cosine: no corner that would click. */
    private static double smooth(double from0To1) {
        return (1 - Math.cos(Math.PI * from0To1)) / 2;
    }

    private static double wave(int sample) {
        var sum = 0.0;
        var all = 0.0;
        for (var harmonic = 0; harmonic < HARMONICS.length; harmonic++) {
            var hertz = FUNDAMENTAL_HZ * (harmonic + 1);
            sum += HARMONICS[harmonic] * Math.sin(2 * Math.PI * hertz * sample / SAMPLES_A_SECOND);
            all += HARMONICS[harmonic];
        }
        return sum / all;
    }

    private static int count(Duration span) {
        return Math.toIntExact(span.toMillis() * SAMPLES_A_SECOND / 1000);
    }
}
