package io.vigil.agent.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Patience patience = new Patience(nanos::get);

    // [utest->req~people.guessing-is-slow~1]
    @Test
    void three_tries_are_free_and_then_each_takes_twice_as_long_up_to_half_a_minute() {
        for (var free = 0; free < 3; free++) {
            assertThat(patience.beforeNextTry("mk")).isEmpty();
        }
        for (var seconds : new int[] {1, 2, 4, 8, 16, 30, 30}) {
            assertThat(patience.beforeNextTry("mk")).hasValue(Duration.ofSeconds(seconds));
            passes(Duration.ofSeconds(seconds));
            assertThat(patience.beforeNextTry("mk")).isEmpty();
        }
    }

    @Test
    void asking_too_early_makes_it_no_longer() {
        fail("mk", 3);
        passes(Duration.ofMillis(400));

        assertThat(patience.beforeNextTry("mk")).hasValue(Duration.ofMillis(600));
        assertThat(patience.beforeNextTry("mk")).hasValue(Duration.ofMillis(600));
    }

    // [utest->req~people.guessing-is-slow~1]
    @Test
    void one_who_fails_keeps_nobody_else_waiting() {
        fail("mk", 3);

        assertThat(patience.beforeNextTry("ro")).isEmpty();
    }

    @Test
    void who_succeeds_begins_anew() {
        fail("mk", 3);
        patience.succeeded("mk");

        assertThat(patience.beforeNextTry("mk")).isEmpty();
    }

    @Test
    void made_up_names_do_not_fill_the_memory_and_the_latest_are_remembered() {
        for (var name = 0; name < 20_000; name++) {
            fail("name-" + name, 3);
        }

        assertThat(patience.beforeNextTry("name-0")).isEmpty();
        assertThat(patience.beforeNextTry("name-19999")).isPresent();
    }

    private void fail(String person, int times) {
        for (var time = 0; time < times; time++) {
            assertThat(patience.beforeNextTry(person)).isEmpty();
        }
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
