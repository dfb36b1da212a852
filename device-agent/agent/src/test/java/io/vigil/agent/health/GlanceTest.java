package io.vigil.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GlanceTest {

    private static final Duration EVERY = Duration.ofMillis(10);

    @Test
    void has_looked_before_anybody_asks_and_looks_again_and_again() {
        var looks = new AtomicInteger();

        try (var glance = new Glance<>(looks::incrementAndGet, _ -> -1, EVERY, Duration.ofMinutes(1))) {
            assertThat(glance.get()).isPositive();
            eventually(glance, 5);
        }
    }

    @Test
    void who_asks_never_waits_for_what_hangs_and_hears_in_time_that_it_does() {
        var looks = new AtomicInteger();
        var hangs = new CountDownLatch(1);

        try (var glance = new Glance<>(
                () -> {
                    if (looks.incrementAndGet() > 1) {
                        await(hangs);
                    }
                    return 1;
                },
                _ -> 99,
                EVERY,
                Duration.ofMillis(500))) {
            assertThat(glance.get()).isEqualTo(1);
            eventually(glance, 99);
            hangs.countDown();
        }
    }

    private static void eventually(Glance<Integer> glance, int atLeast) {
        var until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (glance.get() < atLeast) {
            assertThat(System.nanoTime()).as("seen within half a minute").isLessThan(until);
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
