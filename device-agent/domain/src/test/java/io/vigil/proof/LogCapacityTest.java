package io.vigil.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

// [utest->req~alarm.log-capacity~1]
class LogCapacityTest {

    private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void a_gigabyte_holds_a_million_events_more() {
        assertThat(LogCapacity.of(4_711, SINCE, 1_000_000_000)).isEqualTo(new LogCapacity(4_711, SINCE, 1_000_000));
    }

    @Test
    void a_full_disk_holds_no_more() {
        assertThat(LogCapacity.of(4_711, SINCE, -1).more()).isZero();
    }
}
