package io.vigil.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.glucose.Glucose;
import io.vigil.glucose.Reading;
import io.vigil.glucose.Reading.Measured;
import io.vigil.ward.Patient;
import io.vigil.ward.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the ward remembers of its patients, and what it forgets. */
class WardBookTest {

    private static final Instant NOON = Instant.parse("2026-03-29T12:00:00Z");
    private static final PatientId ANNA = new PatientId("anna");

    private final WardBook ward = new WardBook();

    @BeforeEach
    void anna_is_on_the_ward() {
        ward.admit(new Patient(ANNA, "Bed 01", "Lindqvist, Anna", LocalDate.of(1958, 3, 14), "4711", ""));
    }

    @Test
    void remembers_each_moment_once() {
        assertThat(ward.remember(ANNA, at(NOON), NOON)).isTrue();
        assertThat(ward.remember(ANNA, at(NOON), NOON)).isFalse();

        assertThat(history()).hasSize(1);
    }

    @Test
    void takes_a_late_reading_to_its_place() {
        ward.remember(ANNA, at(NOON), NOON);

        assertThat(ward.remember(ANNA, at(NOON.minus(WardBook.REMEMBERED)), NOON))
                .isTrue();

        assertThat(history()).hasSize(2);
    }

    @Test
    void forgets_what_lies_further_back_than_it_remembers() {
        ward.remember(ANNA, at(NOON), NOON);

        assertThat(ward.remember(ANNA, at(NOON.minus(WardBook.REMEMBERED).minusSeconds(1)), NOON))
                .isFalse();
        assertThat(history()).hasSize(1);

        var later = NOON.plus(WardBook.REMEMBERED).plus(Duration.ofMinutes(5));
        ward.remember(ANNA, at(later), later);
        assertThat(history()).hasSize(1);
    }

    // [utest->req~alarm.clock-jumped~1]
    @Test
    void readings_of_a_time_to_come_make_the_present_no_thing_of_long_ago() {
        ward.remember(ANNA, at(NOON.plus(Duration.ofDays(365))), NOON.plus(Duration.ofDays(365)));

        assertThat(ward.remember(ANNA, at(NOON), NOON)).isTrue();

        assertThat(history()).containsExactly(at(NOON));
    }

    private List<Reading> history() {
        return ward.page(ANNA).orElseThrow().history().readings();
    }

    private static Reading at(Instant moment) {
        return new Measured(moment, Glucose.mgPerDl(100));
    }
}
