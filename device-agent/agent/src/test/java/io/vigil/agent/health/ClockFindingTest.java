package io.vigil.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.Evidence.ByAmount;
import io.vigil.alarm.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

// [utest->req~alarm.clock-jumped~1]
class ClockFindingTest {

    private final AtomicLong nanos = new AtomicLong();
    private final ClockFinding clock = new ClockFinding(nanos::get);

    @Test
    void a_clock_that_runs_is_nothing_to_tell() {
        assertThat(findings(Optional.empty())).containsExactly(Finding.ABSENT);
    }

    @Test
    void a_jump_is_told_long_enough_to_be_seen() {
        findings(Optional.of(Duration.ofHours(-1)));

        nanos.addAndGet(Duration.ofMinutes(15).toNanos() - 1);
        assertThat(clock.look(Optional.empty()))
                .singleElement()
                .satisfies(found -> assertThat(found.verdict().finding()).isEqualTo(Finding.PRESENT))
                .satisfies(found -> assertThat(found.verdict().evidence()).isEqualTo(new ByAmount(-3600)));

        nanos.incrementAndGet();
        assertThat(findings(Optional.empty())).containsExactly(Finding.ABSENT);
    }

    @Test
    void a_second_jump_is_an_alarm_of_its_own() {
        findings(Optional.of(Duration.ofHours(1)));

        assertThat(findings(Optional.of(Duration.ofHours(-1)))).containsExactly(Finding.ABSENT, Finding.PRESENT);
    }

    private List<Finding> findings(Optional<Duration> jumped) {
        return clock.look(jumped).stream()
                .map(found -> found.verdict().finding())
                .toList();
    }
}
