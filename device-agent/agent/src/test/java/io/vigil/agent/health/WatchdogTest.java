package io.vigil.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatchdogTest {

    private static final Duration PATIENCE = Duration.ofMillis(300);

    // [utest->req~station.hang-is-noticed~1]
    @Test
    void calls_when_it_is_not_fed_and_says_for_how_long() {
        var starved = new CompletableFuture<Duration>();

        try (var _ = new Watchdog(PATIENCE, starved::complete)) {
            assertThat(starved.orTimeout(30, TimeUnit.SECONDS).join()).isGreaterThan(PATIENCE);
        }
    }

    @Test
    void calls_once() throws InterruptedException {
        var calls = new LinkedBlockingQueue<Duration>();

        try (var _ = new Watchdog(PATIENCE, calls::add)) {
            assertThat(calls.poll(30, TimeUnit.SECONDS)).isNotNull();
            assertThat(calls.poll(3 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                    .isNull();
        }
    }

    @Test
    void is_quiet_for_as_long_as_it_is_fed() throws InterruptedException {
        var called = new CountDownLatch(1);

        try (var watchdog = new Watchdog(Duration.ofSeconds(5), _ -> called.countDown())) {
            var until = System.nanoTime() + Duration.ofSeconds(6).toNanos();
            while (System.nanoTime() < until && !called.await(20, TimeUnit.MILLISECONDS)) {
                watchdog.feed();
            }
        }

        assertThat(called.getCount()).isOne();
    }

    @Test
    void says_nothing_once_it_is_closed() throws InterruptedException {
        var called = new CountDownLatch(1);

        new Watchdog(PATIENCE, _ -> called.countDown()).close();

        assertThat(called.await(3 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
    }
}
