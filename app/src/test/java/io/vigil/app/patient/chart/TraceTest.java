package io.vigil.app.patient.chart;

import static io.vigil.app.patient.chart.Given.at;
import static io.vigil.app.patient.chart.Given.calm;
import static io.vigil.app.patient.chart.Given.reading;
import static io.vigil.app.patient.chart.Given.trace;
import static io.vigil.app.patient.chart.Given.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseRange;
import io.vigil.glucose.KeptReading;
import io.vigil.glucose.Origin;
import io.vigil.glucose.Reading;
import io.vigil.ward.PatientId;
import io.vigil.ward.SensorSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the chart remembers of readings, and what it takes for a gap. */
class TraceTest {

    @Test
    void gives_back_what_it_was_given_whatever_it_was() {
        var given = List.of(
                reading(0, 69.9),
                new KeptReading(new Reading.BelowRange(at(5)), Origin.BACKFILLED),
                new KeptReading(new Reading.AboveRange(at(10)), Origin.IMPORTED));

        var trace = trace(given);

        assertThat(trace.in(window(0, 10))).isEqualTo(given);
        assertThat(trace.range(0)).isEqualTo(GlucoseRange.LOW);
        assertThat(trace.range(1)).isEqualTo(GlucoseRange.VERY_LOW);
        assertThat(trace.range(2)).isEqualTo(GlucoseRange.VERY_HIGH);
        assertThat(trace.hasEdges()).isTrue();
    }

    @Test
    void keeps_readings_in_order_in_whatever_order_they_come() {
        var shuffled = new ArrayList<>(calm(0, 600));
        Collections.shuffle(shuffled, new Random(3));

        var trace = trace(shuffled);

        assertThat(trace.in(window(0, 600))).isEqualTo(calm(0, 600));
        assertThat(Gap.in(window(0, 600), trace, at(600))).isEmpty();
    }

    @Test
    void what_is_told_after_newer_readings_came_late() {
        var trace = trace(List.of(reading(0, 100), reading(5, 101), reading(20, 104)));

        var isNew = trace.takeIn(
                List.of(measured(5, 101), measured(10, 102), measured(15, 103), measured(20, 104), measured(25, 105)));

        assertThat(isNew).isTrue();
        assertThat(trace.in(window(0, 30)))
                .extracting(KeptReading::origin)
                .containsExactly(
                        Origin.LIVE, Origin.LIVE, Origin.BACKFILLED, Origin.BACKFILLED, Origin.LIVE, Origin.LIVE);
        assertThat(trace.takeIn(List.of(measured(25, 105)))).isFalse();
    }

    @Test
    void one_missed_reading_is_no_gap_and_two_are() {
        var oneMissed = trace(List.of(reading(0, 120), reading(10, 120)));
        var twoMissed = trace(List.of(reading(0, 120), reading(15, 120)));

        assertThat(oneMissed.hasGapBefore(1)).isFalse();
        assertThat(twoMissed.hasGapBefore(1)).isTrue();
    }

    @Test
    void a_gap_closes_when_its_readings_come_late() {
        var readings = new ArrayList<>(calm(0, 60));
        readings.addAll(calm(120, 180));
        var trace = trace(readings);
        assertThat(Gap.in(window(0, 180), trace, at(176))).hasSize(1);

        calm(60, 120).forEach(trace::put);

        assertThat(Gap.in(window(0, 180), trace, at(176))).isEmpty();
    }

    @Test
    void each_sensor_is_held_to_its_own_interval() {
        var patient = new PatientId("p-07");
        var everyMinute = new SensorSession(
                patient, "s", "2", "A", "arm", at(60), at(60).plus(Duration.ofDays(10)), Duration.ofMinutes(1));
        var readings = new ArrayList<>(calm(0, 60));
        IntStream.of(60, 61, 62, 66).forEach(minute -> readings.add(reading(minute, 120)));

        var trace = Trace.of(readings, Cadence.of(List.of(everyMinute), calm(0, 60)));

        assertThat(Gap.in(window(0, 90), trace, at(67))).containsExactly(new Gap(at(62), at(66)));
    }

    @Test
    void silence_up_to_now_is_a_gap_too() {
        var trace = trace(calm(0, 60));

        assertThat(Gap.in(window(0, 120), trace, at(100))).containsExactly(new Gap(at(55), at(100)));
        assertThat(Gap.in(window(0, 120), trace, at(63))).isEmpty();
    }

    @Test
    void a_gap_that_reaches_beyond_the_window_is_in_sight() {
        var readings = new ArrayList<>(calm(0, 60));
        readings.addAll(calm(300, 360));
        var trace = trace(readings);

        assertThat(Gap.in(window(100, 200), trace, at(360))).containsExactly(new Gap(at(55), at(300)));
    }

    @Test
    void words_are_for_gaps_that_are_long_or_drawn_wide() {
        var hour = new Gap(at(0), at(60));
        var quarter = new Gap(at(0), at(15));

        assertThat(hour.isTold(4)).isTrue();
        assertThat(hour.isTold(1)).isFalse();
        assertThat(quarter.isTold(39)).isFalse();
        assertThat(quarter.isTold(41)).isTrue();
    }

    @Test
    void coverage_expects_nothing_of_the_future() {
        var readings = new ArrayList<>(calm(0, 60));
        readings.addAll(calm(120, 180));

        var coverage = Coverage.of(window(0, 400), trace(readings), at(180));

        assertThat(coverage.readings()).isEqualTo(24);
        assertThat(coverage.expected()).isEqualTo(36);
        assertThat(coverage.percent()).isEqualTo(66);
        assertThat(coverage.gaps()).isEqualTo(1);
        assertThat(coverage.longest()).contains(Duration.ofMinutes(65));
    }

    private static Reading measured(long minute, double mgPerDl) {
        return new Reading.Measured(at(minute), Glucose.mgPerDl(mgPerDl));
    }
}
