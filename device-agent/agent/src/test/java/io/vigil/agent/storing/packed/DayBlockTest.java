package io.vigil.agent.storing.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DayBlockTest {

    private static final long NOON = 1_772_366_400_000_000L;

    @Test
    void gives_back_exactly_what_was_packed_whatever_it_was() {
        LongStream.range(0, 3_000).forEach(seed -> {
            var readings = anything(new Random(seed));

            assertThat(DayBlock.unpack(DayBlock.pack(readings)))
                    .as("seed " + seed)
                    .isEqualTo(readings.stream().sorted().toList());
        });
    }

    @Test
    void gives_back_the_smallest_and_largest_numbers() {
        var extremes = List.of(
                new PackedReading(
                        Integer.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1, 0, 0, -1080, Long.MIN_VALUE / 2, 0),
                new PackedReading(
                        0, Long.MAX_VALUE, Long.MAX_VALUE, 10_000, 2, 1080, Long.MAX_VALUE / 2, Long.MIN_VALUE));

        assertThat(DayBlock.unpack(DayBlock.pack(extremes))).isEqualTo(extremes);
    }

    @Test
    void tells_which_ticks_it_holds_without_being_unpacked() {
        var readings = List.of(reading(1, 7, 0), reading(1, 3, 300), reading(2, -5, 600));

        assertThat(DayBlock.spans(DayBlock.pack(readings)))
                .containsExactlyInAnyOrder(new TicksSpan(1, 3, 7), new TicksSpan(2, -5, -5));
    }

    @Test
    void takes_less_than_three_bytes_for_a_reading_of_a_regular_sensor() {
        var random = new Random(1);
        var mgPerDl = 120;
        var day = new ArrayList<PackedReading>();
        for (var tick = 0; tick < 288; tick++) {
            mgPerDl = Math.clamp(mgPerDl + random.nextInt(9) - 4, 40, 400);
            var seconds = tick * 300 + (random.nextInt(4) == 0 ? 1 : 0);
            day.add(new PackedReading(
                    1,
                    tick,
                    NOON + seconds * 1_000_000L,
                    mgPerDl * 10,
                    0,
                    60,
                    NOON / 1_000_000 + seconds + 2 + random.nextInt(2),
                    0));
        }

        assertThat(DayBlock.pack(day).length / 288.0).isLessThan(2.0);
    }

    @Test
    void refuses_a_version_it_does_not_know() {
        var block = DayBlock.pack(List.of(reading(1, 1, 0)));
        block[0] = 42;

        assertThatThrownBy(() -> DayBlock.unpack(block)).hasMessageContaining("of version 21 is not known here");
    }

    @Test
    void refuses_a_block_that_was_cut_off() {
        var block = DayBlock.pack(anything(new Random(5)));

        IntStream.range(0, block.length - 8)
                .forEach(length -> assertThatThrownBy(() -> DayBlock.unpack(Arrays.copyOf(block, length)))
                        .isInstanceOf(IllegalArgumentException.class));
    }

    private static PackedReading reading(int stream, long ticks, int second) {
        return new PackedReading(stream, ticks, NOON + second * 1_000_000L, 1_000, 0, 0, NOON / 1_000_000 + second, 0);
    }

    private static List<PackedReading> anything(Random random) {
        var unit = List.of(1_000_000L, 1_000L, 1L).get(random.nextInt(3));
        var tenths = random.nextBoolean();
        return IntStream.range(0, 1 + random.nextInt(300))
                .mapToObj(_ -> {
                    var at = NOON + random.nextLong(86_400_000_000L) / unit * unit;
                    return new PackedReading(
                            1 + random.nextInt(3),
                            random.nextInt(20) == 0 ? random.nextLong() >> 2 : random.nextInt(100_000),
                            at,
                            random.nextInt(10) == 0
                                    ? -1 - random.nextInt(2)
                                    : (tenths ? random.nextInt(10_001) : random.nextInt(1_001) * 10),
                            random.nextInt(3),
                            random.nextInt(2_160) - 1_080,
                            at / 1_000_000 + random.nextInt(100_000) - 10,
                            random.nextInt(2_000) - 1_000);
                })
                .toList();
    }
}
