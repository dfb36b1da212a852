package io.vigil.app.agentlink;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.contract.AgentBeat;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BeatClockTest {

    private static final Instant NIGHT = Instant.parse("2026-03-29T02:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private final BeatClock clock = new BeatClock(NIGHT.minusSeconds(1_000_000), nanos::get);

    @Test
    void runs_on_between_beats_at_the_stations_speed() {
        clock.heard(beat(NIGHT, 60));
        passes(Duration.ofMillis(500));

        assertThat(clock.instant()).isEqualTo(NIGHT.plusSeconds(30));
    }

    @Test
    void a_late_beat_does_not_turn_it_back() {
        clock.heard(beat(NIGHT, 60));
        passes(Duration.ofSeconds(1));
        clock.heard(beat(NIGHT.plusSeconds(50), 60));

        assertThat(clock.instant()).isEqualTo(NIGHT.plusSeconds(60));
    }

    @Test
    void a_quicker_beat_puts_it_forward() {
        clock.heard(beat(NIGHT, 60));
        passes(Duration.ofSeconds(1));
        clock.heard(beat(NIGHT.plusSeconds(63), 60));

        assertThat(clock.instant()).isEqualTo(NIGHT.plusSeconds(63));
    }

    @Test
    void a_clock_that_is_plainly_wrong_is_set_back() {
        clock.heard(beat(NIGHT, 1));
        passes(Duration.ofSeconds(10));
        clock.heard(beat(NIGHT.plusSeconds(3), 1));

        assertThat(clock.instant()).isEqualTo(NIGHT.plusSeconds(3));
    }

    @Test
    void another_speed_is_another_clock() {
        clock.heard(beat(NIGHT, 60));
        passes(Duration.ofSeconds(1));
        clock.heard(beat(NIGHT.plusSeconds(60), 1));
        passes(Duration.ofSeconds(1));

        assertThat(clock.instant()).isEqualTo(NIGHT.plusSeconds(61));
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static AgentBeat beat(Instant now, double speed) {
        return new AgentBeat(now, speed, 0, true, "", 80, 1, 1, "");
    }
}
