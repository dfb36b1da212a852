package io.vigil.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vigil.glucose.Glucose;
import io.vigil.glucose.Origin;
import io.vigil.glucose.Reading;
import io.vigil.glucose.Reading.AboveRange;
import io.vigil.glucose.Reading.BelowRange;
import io.vigil.glucose.Reading.Measured;
import io.vigil.glucose.ReadingId;
import io.vigil.ward.PatientId;
import io.vigil.ward.ReceivedReading;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused says which reading, why, and what to do; everything else is taken. */
// [utest->req~input.refused-with-reason~1]
class PlausibilityTest {

    private static final Instant NOW = Instant.parse("2026-03-01T03:00:00Z");
    private static final String WHICH = "Reading libre/7/42 of bed-07";

    private final Plausibility plausibility = new Plausibility();

    @ParameterizedTest
    @ValueSource(doubles = {20, 39.9, 54, 400.1, 600})
    void what_a_sensor_can_measure_is_taken(double mgPerDl) {
        assertThat(refusal(measured(mgPerDl))).isEmpty();
    }

    @Test
    void a_zero_is_refused() {
        assertThat(refusal(measured(0)))
                .contains(WHICH + ": 0 mg/dL is nothing a sensor measures; it must lie between 20 and 600 mg/dL."
                        + " Look at the source.");
    }

    @Test
    void a_tenth_under_the_least_is_refused() {
        assertThat(refusal(measured(19.9)))
                .contains(WHICH + ": 19.9 mg/dL is nothing a sensor measures; it must lie between 20 and 600 mg/dL."
                        + " Look at the source.");
    }

    @Test
    void a_tenth_over_the_greatest_is_refused() {
        assertThat(refusal(measured(600.1)))
                .contains(WHICH + ": 600.1 mg/dL is nothing a sensor measures; it must lie between 20 and 600 mg/dL."
                        + " Look at the source.");
    }

    @Test
    void four_thousand_is_refused_before_it_is_a_reading() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> measured(4000))
                .withMessage("Not a glucose concentration: 4000.0 mg/dL");
    }

    @Test
    void lo_and_hi_are_no_numbers_and_are_taken() {
        assertThat(refusal(new BelowRange(NOW))).isEmpty();
        assertThat(refusal(new AboveRange(NOW))).isEmpty();
    }

    @Test
    void a_clock_that_runs_a_minute_ahead_is_forgiven() {
        assertThat(refusal(new Measured(NOW.plusSeconds(60), Glucose.mgPerDl(100))))
                .isEmpty();
    }

    @Test
    void a_time_in_the_future_is_refused_be_it_a_number_or_lo() {
        var why = WHICH + ": its time, 2026-03-01T03:01:01Z, lies in the future; it is now 2026-03-01T03:00:00Z."
                + " Set the clock of the source.";

        assertThat(refusal(new Measured(NOW.plusSeconds(61), Glucose.mgPerDl(100))))
                .contains(why);
        assertThat(refusal(new BelowRange(NOW.plusSeconds(61)))).contains(why);
    }

    @Test
    void however_old_a_reading_is_it_is_taken() {
        assertThat(refusal(new Measured(NOW.minus(Duration.ofDays(90)), Glucose.mgPerDl(100))))
                .isEmpty();
    }

    @Test
    void nobody_is_given_the_readings_of_a_patient_who_is_not_known() {
        assertThat(plausibility.refusal(of("libre", "7", 0, measured(50)), false, NOW))
                .contains(WHICH + ": there is no such patient on this ward. Admit the patient first.");
    }

    @Test
    void names_of_two_hundred_characters_are_taken() {
        var name = "n".repeat(200);

        assertThat(plausibility.refusal(of(name, name, 0, measured(50)), true, NOW))
                .isEmpty();
    }

    @Test
    void a_name_too_long_for_the_store_is_refused_without_repeating_it() {
        var name = "n".repeat(201);
        var why = "A reading of bed-07 names its source or session with more than 200 characters. Mend the source.";

        assertThat(plausibility.refusal(of(name, "7", 0, measured(50)), true, NOW))
                .contains(why);
        assertThat(plausibility.refusal(of("libre", name, 0, measured(50)), true, NOW))
                .contains(why);
    }

    @ParameterizedTest
    @ValueSource(ints = {-720, 0, 345, 840, 18 * 60, -18 * 60})
    void every_clock_on_earth_is_taken(int utcOffsetMinutes) {
        assertThat(plausibility.refusal(of("libre", "7", utcOffsetMinutes, measured(50)), true, NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {18 * 60 + 1, -18 * 60 - 1, 3600, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void an_offset_that_no_clock_has_is_refused(int utcOffsetMinutes) {
        assertThat(plausibility.refusal(of("libre", "7", utcOffsetMinutes, measured(50)), true, NOW))
                .contains(WHICH + ": no clock stands " + utcOffsetMinutes + " minutes off UTC. Mend the source.");
    }

    private Optional<String> refusal(Reading reading) {
        return plausibility.refusal(of("libre", "7", 0, reading), true, NOW);
    }

    private static Reading measured(double mgPerDl) {
        return new Measured(NOW, Glucose.mgPerDl(mgPerDl));
    }

    private static ReceivedReading of(String source, String session, int utcOffsetMinutes, Reading reading) {
        return new ReceivedReading(
                new PatientId("bed-07"),
                new ReadingId(source, session, 42),
                reading,
                Origin.LIVE,
                utcOffsetMinutes,
                NOW,
                Duration.ZERO);
    }
}
