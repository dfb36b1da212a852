package io.vigil.agent.foresight;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How far a figure would move with other people: the cohort is drawn anew, person by person and with repeats, a thousand
 * times from a fixed seed, and the middle 95 percent are told. Readings of one person are not drawn: they are no strangers
 * to each other.
 */
record Resampled(double from, double to) {

    private static final int DRAWS = 1_000;
    private static final long SEED = 20_220_516;

    static Resampled of(List<Judged> people, ToDoubleFunction<Foresight> figure) {
        var random = new Random(SEED);
        var drawn = IntStream.range(0, DRAWS)
                .mapToObj(_ -> draw(people, random))
                .mapToDouble(cohort -> figure.applyAsDouble(Foresight.of(cohort)))
                .filter(Double::isFinite)
                .toArray();
        Arrays.sort(drawn);
        return drawn.length == 0
                ? new Resampled(Double.NaN, Double.NaN)
                : new Resampled(drawn[(int) (drawn.length * 0.025)], drawn[(int) (drawn.length * 0.975)]);
    }

    private static List<Judged> draw(List<Judged> people, Random random) {
        return IntStream.range(0, people.size())
                .mapToObj(_ -> people.get(random.nextInt(people.size())))
                .toList();
    }
}
