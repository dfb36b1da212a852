package io.vigil.agent.serving;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.glucose.Glucose;
import io.vigil.glucose.Origin;
import io.vigil.glucose.Reading.Measured;
import io.vigil.glucose.ReadingId;
import io.vigil.ward.PatientId;
import io.vigil.ward.ReceivedReading;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who rests between two deliveries, and for how long. */
class CourtesyTest {

    private static final Instant NOON = Instant.parse("2026-03-29T12:00:00Z");

    private final Courtesy watched = new Courtesy(() -> true);
    private final Courtesy unwatched = new Courtesy(() -> false);

    // [utest->req~input.import-gives-way~1]
    @Test
    void an_import_leaves_three_quarters_of_the_time_to_others_while_a_screen_watches() {
        assertThat(watched.rest(List.of(of(Origin.IMPORTED), of(Origin.IMPORTED)), ofMillis(7)))
                .isEqualTo(ofMillis(21));
    }

    @Test
    void nobody_rests_for_more_than_a_quarter_of_a_second() {
        assertThat(watched.rest(List.of(of(Origin.IMPORTED)), ofSeconds(30))).isEqualTo(ofMillis(250));
    }

    @Test
    void an_import_takes_all_it_can_get_while_nobody_watches() {
        assertThat(unwatched.rest(List.of(of(Origin.IMPORTED)), ofMillis(7))).isEqualTo(ZERO);
    }

    // [utest->req~input.import-gives-way~1]
    @Test
    void what_an_alarm_may_rest_on_never_waits() {
        assertThat(watched.rest(List.of(of(Origin.LIVE)), ofMillis(7))).isEqualTo(ZERO);
        assertThat(watched.rest(List.of(of(Origin.BACKFILLED)), ofMillis(7))).isEqualTo(ZERO);
        assertThat(watched.rest(List.of(of(Origin.IMPORTED), of(Origin.LIVE)), ofMillis(7)))
                .isEqualTo(ZERO);
    }

    @Test
    void an_empty_delivery_is_answered_at_once() {
        assertThat(watched.rest(List.of(), ofMillis(7))).isEqualTo(ZERO);
    }

    private static ReceivedReading of(Origin origin) {
        return new ReceivedReading(
                new PatientId("anna"),
                new ReadingId("file", "night", 1),
                new Measured(NOON, Glucose.mgPerDl(100)),
                origin,
                0,
                NOON,
                ZERO);
    }
}
