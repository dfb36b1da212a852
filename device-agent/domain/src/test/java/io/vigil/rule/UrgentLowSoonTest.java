package io.vigil.rule;

import static io.vigil.alarm.Finding.ABSENT;
import static io.vigil.alarm.Finding.PRESENT;
import static io.vigil.alarm.Finding.UNDETERMINED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.Evidence.ByForecast;
import io.vigil.alarm.Evidence.BySilence;
import io.vigil.alarm.Finding;
import io.vigil.forecast.Forecast;
import io.vigil.forecast.Forecaster;
import io.vigil.forecast.Outlook;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.glucose.Reading;
import io.vigil.glucose.Reading.BelowRange;
import io.vigil.glucose.Reading.Measured;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

// [utest->req~alarm.urgent-low-soon~1]
class UrgentLowSoonTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final UrgentLowSoon rule = UrgentLowSoon.standard();

    @Test
    void a_fall_that_leads_under_the_limit_is_told_before_it_is_there() {
        assertThat(finds(200, 180, 160, 140, 130, 120, 110)).isNotEqualTo(PRESENT);
        assertThat(finds(160, 140, 130, 120, 110, 100, 90)).isEqualTo(PRESENT);
        assertThat(finds(140, 130, 120, 110, 100, 90, 80)).isEqualTo(PRESENT);
    }

    @Test
    void it_says_how_likely_from_which_reading_and_how_far_it_looked() {
        var verdict = judged(NOON, history(140, 130, 120, 110, 100, 90, 80));

        assertThat(verdict.evidence()).isInstanceOfSatisfying(ByForecast.class, forecast -> {
            assertThat(forecast.newest()).isEqualTo(new Measured(NOON, Glucose.mgPerDl(80)));
            assertThat(forecast.percent()).isBetween(25, 100);
            assertThat(forecast.expected()).isLessThan(Glucose.mgPerDl(80));
            assertThat(forecast.within()).isEqualTo(Duration.ofMinutes(30));
        });
        assertThat(rule.kind()).isEqualTo(AlarmKind.URGENT_LOW_SOON);
        assertThat(rule.limit()).isEqualTo(70);
    }

    @Test
    void somebody_who_is_well_is_not_told_of() {
        assertThat(finds(120, 121, 120, 119, 120)).isEqualTo(ABSENT);
        assertThat(finds(75, 80, 90, 105, 120, 130)).isEqualTo(ABSENT);
        assertThat(finds(300, 290, 280, 270, 260)).as("a fall that was meant").isEqualTo(ABSENT);
    }

    @Test
    void it_is_over_only_when_two_readings_agree() {
        var turning = history(140, 130, 120, 110, 100, 90, 80, 110);

        assertThat(judged(NOON, turning).finding()).isEqualTo(UNDETERMINED);
        assertThat(judged(NOON, history(140, 130, 120, 110, 100, 90, 80, 110, 130))
                        .finding())
                .isEqualTo(ABSENT);
    }

    @Test
    void under_the_limit_the_low_itself_speaks() {
        assertThat(finds(100, 90, 80, 69)).isEqualTo(UNDETERMINED);
        assertThat(finds(100, 90, 80, 70)).isEqualTo(PRESENT);
    }

    @Test
    void what_is_not_known_neither_raises_nor_ends_it() {
        assertThat(finds(90, 80)).as("two readings").isEqualTo(UNDETERMINED);
        assertThat(judged(NOON.plus(Duration.ofMinutes(21)), history(100, 90, 80)))
                .as("an old reading")
                .isEqualTo(new Verdict(UNDETERMINED, new BySilence(NOON)));
        assertThat(judged(NOON.plusSeconds(300), history(100, 90, 80).with(new BelowRange(NOON.plusSeconds(300))))
                        .finding())
                .as("LO")
                .isEqualTo(UNDETERMINED);
    }

    @Test
    void a_low_that_is_at_hand_needs_a_quarter_of_the_probability() {
        assertThat(found(0.24, 0.06, 100, 100, 100)).isEqualTo(UNDETERMINED);
        assertThat(found(0.25, 0.06, 100, 100, 100)).isEqualTo(PRESENT);
        assertThat(found(0.24, 0.07, 100, 100, 100)).isEqualTo(PRESENT);
        assertThat(found(0.11, 0.02, 100, 100, 100)).isEqualTo(ABSENT);
        assertThat(found(0.11, 0.03, 100, 100, 100)).isEqualTo(UNDETERMINED);
    }

    @Test
    void who_was_near_the_limit_all_day_is_told_of_at_three_times_the_probability() {
        assertThat(found(0.74, 0.06, 100, 100, 100)).as("well all day").isEqualTo(PRESENT);
        assertThat(found(0.74, 0.06, 89, 89, 89)).as("near all day").isEqualTo(UNDETERMINED);
        assertThat(found(0.76, 0.06, 89, 89, 89)).isEqualTo(PRESENT);
        assertThat(found(0.49, 0.06, 100, 89, 100, 89)).as("half the day").isEqualTo(UNDETERMINED);
        assertThat(found(0.51, 0.06, 100, 89, 100, 89)).isEqualTo(PRESENT);
    }

    @Test
    void the_lower_the_percent_the_sooner_it_rings() {
        var history = history(110, 106, 102, 98, 94, 90);
        var rings = IntStream.of(5, 10, 20, 40, 80)
                .mapToObj(percent -> rule.likelyFrom(percent)
                                .judge(new Watch(NOON, history), NOON)
                                .finding()
                        == PRESENT)
                .toList();

        assertThat(rings).isSortedAccordingTo(Collections.reverseOrder()).contains(true, false);
    }

    @Test
    void settings_that_would_switch_it_off_are_refused() {
        assertThatThrownBy(() -> rule.likelyFrom(81)).isInstanceOf(PolicyRefused.class);
        assertThatThrownBy(() -> rule.likelyFrom(1)).isInstanceOf(PolicyRefused.class);
        assertThatThrownBy(() -> with(Glucose.mgPerDl(53), Duration.ofMinutes(30)))
                .isInstanceOf(PolicyRefused.class);
        assertThatThrownBy(() -> with(Glucose.mgPerDl(70), Duration.ofMinutes(19)))
                .isInstanceOf(PolicyRefused.class);
        assertThatThrownBy(() -> with(Glucose.mgPerDl(70), Duration.ofMinutes(61)))
                .isInstanceOf(PolicyRefused.class);
    }

    @Test
    void it_is_not_told_late() {
        assertThat(rule.isToldLate()).isFalse();
    }

    private UrgentLowSoon with(Glucose below, Duration within) {
        return new UrgentLowSoon(below, within, 25, 12, rule.trustedFor(), rule.forecaster());
    }

    private Finding finds(double... everyFiveMinutes) {
        return judged(NOON, history(everyFiveMinutes)).finding();
    }

    private Verdict judged(Instant now, GlucoseHistory history) {
        return rule.judge(new Watch(NOON, history), now);
    }

    /** What is found when every forecast tells these two probabilities. */
    private Finding found(double withinHalfAnHour, double withinTen, double... everyFiveMinutes) {
        Forecaster told = (history, _) ->
                history.latest().map(newest -> new Told((Measured) newest, withinHalfAnHour, withinTen));
        return rule.lookingAheadBy(told)
                .judge(new Watch(NOON, history(everyFiveMinutes)), NOON)
                .finding();
    }

    private record Told(Measured newest, double withinHalfAnHour, double withinTen) implements Forecast {

        @Override
        public Outlook at(Duration ahead) {
            return new Outlook(newest.glucose(), 0.1);
        }

        @Override
        public double probabilityBelow(Glucose limit, Duration within) {
            return within.equals(Duration.ofMinutes(10)) ? withinTen : withinHalfAnHour;
        }
    }

    /** The last at noon. */
    private static GlucoseHistory history(double... everyFiveMinutes) {
        var readings = new ArrayList<Reading>();
        for (var i = 0; i < everyFiveMinutes.length; i++) {
            readings.add(new Measured(
                    NOON.plusSeconds(300L * (i + 1 - everyFiveMinutes.length)), Glucose.mgPerDl(everyFiveMinutes[i])));
        }
        return GlucoseHistory.of(readings);
    }
}
