package io.vigil.agent.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimeOrderTest {

    private static final int MOMENTS = 5;

    @Test
    void keeps_all_when_time_goes_forward() {
        assertThat(kept(1, 2, 5, 9)).isEqualTo("1111");
    }

    @Test
    void refuses_the_one_that_goes_back_not_the_many_before_it() {
        assertThat(kept(1, 2, 5, 3, 6)).isEqualTo("11101");
        assertThat(kept(1, 2, 5, 3)).isEqualTo("1110");
    }

    @Test
    void refuses_the_one_that_ran_ahead_not_the_many_after_it() {
        assertThat(kept(1, 90, 2, 3, 4)).isEqualTo("10111");
        assertThat(kept(90, 2, 3, 4)).isEqualTo("0111");
    }

    @Test
    void keeps_the_first_of_a_repeated_moment() {
        assertThat(kept(1, 2, 2, 3)).isEqualTo("1101");
        assertThat(kept(1, 1, 1)).isEqualTo("100");
    }

    @Test
    void knows_nothing_to_keep_in_nothing() {
        assertThat(kept()).isEmpty();
    }

    /** All sequences of up to six moments over five values, against every choice there is. */
    @Test
    void always_rises_and_never_loses_more_than_must_be_lost() {
        var looked = 0;
        for (var length = 0; length <= 6; length++) {
            for (var number = 0; number < Math.pow(MOMENTS, length); number++) {
                var moments = sequence(number, length);
                var kept = TimeOrder.kept(moments);

                assertThat(rises(moments, kept)).as(Arrays.toString(moments)).isTrue();
                assertThat(kept.cardinality()).as(Arrays.toString(moments)).isEqualTo(longest(moments));
                looked++;
            }
        }
        assertThat(looked).isEqualTo(19_531);
    }

    private static String kept(long... moments) {
        var kept = TimeOrder.kept(moments);
        return IntStream.range(0, moments.length)
                .mapToObj(i -> kept.get(i) ? "1" : "0")
                .reduce("", String::concat);
    }

    private static long[] sequence(int number, int length) {
        return LongStream.iterate(number, left -> left / MOMENTS)
                .limit(length)
                .map(left -> left % MOMENTS)
                .toArray();
    }

    private static int longest(long[] moments) {
        return IntStream.range(0, 1 << moments.length)
                .mapToObj(choice -> BitSet.valueOf(new long[] {choice}))
                .filter(choice -> rises(moments, choice))
                .mapToInt(BitSet::cardinality)
                .max()
                .orElseThrow();
    }

    private static boolean rises(long[] moments, BitSet chosen) {
        var rising = chosen.stream().mapToLong(i -> moments[i]).toArray();
        return IntStream.range(1, rising.length).allMatch(i -> rising[i - 1] < rising[i]);
    }
}
