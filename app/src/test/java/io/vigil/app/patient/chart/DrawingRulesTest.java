package io.vigil.app.patient.chart;

import static io.vigil.app.patient.chart.Given.MIDNIGHT;
import static io.vigil.app.patient.chart.Given.at;
import static io.vigil.app.patient.chart.Given.calm;
import static io.vigil.app.patient.chart.Given.reading;
import static io.vigil.app.patient.chart.Given.trace;
import static io.vigil.app.patient.chart.Given.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vigil.alarm.AlarmPriority;
import io.vigil.app.patient.chart.TimeTicks.Tells;
import io.vigil.app.patient.chart.TimeTicks.Weight;
import io.vigil.glucose.KeptReading;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is drawn where, and how, decided without a canvas. */
class DrawingRulesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({"3.01, SHAPES", "3, DISCS", "1, DISCS", "0.99, DOTS", "0.25, DOTS", "0.24, COLUMNS"})
    void points_are_drawn_by_the_pixels_there_are_for_each(double pixels, PointStyle style) {
        assertThat(PointStyle.of(pixels)).isEqualTo(style);
    }

    @Test
    void the_axis_runs_from_40_to_400_and_what_is_beyond_lies_at_its_edge() {
        var area = new PlotArea(window(0, 60), 1000, 620);

        assertThat(area.y(40)).isEqualTo(area.bottom()).isEqualTo(520);
        assertThat(area.y(400)).isEqualTo(PlotArea.TOP);
        assertThat(area.y(12)).isEqualTo(area.bottom());
        assertThat(area.y(555)).isEqualTo(PlotArea.TOP);
        assertThat(area.x(at(0))).isEqualTo(PlotArea.LEFT);
        assertThat(area.x(at(60))).isEqualTo(area.right()).isEqualTo(892);
        assertThat(area.moment(area.x(at(17)))).isEqualTo(at(17));
    }

    @ParameterizedTest
    @CsvSource({
        "HOURS_3, 30, TIME",
        "HOURS_6, 60, TIME",
        "HOURS_12, 120, TIME",
        "HOURS_24, 120, TIME",
        "DAYS_3, 360, TIME",
        "DAYS_7, 1440, DAY",
        "DAYS_14, 1440, DAY",
        "DAYS_90, 10080, DATE"
    })
    void ticks_stand_as_far_apart_as_the_span_asks(ChartSpan span, long minutes, Tells tells) {
        var ticks = TimeTicks.of(ChartState.live(span, MIDNIGHT).window(), BERLIN);

        assertThat(Duration.between(
                        ticks.lines().get(0).at(), ticks.lines().get(1).at()))
                .isEqualTo(Duration.ofMinutes(minutes));
        assertThat(ticks.labels()).isNotEmpty().allMatch(label -> label.tells() == tells);
    }

    @Test
    void midnight_is_stronger_and_monday_strongest() {
        var week = TimeTicks.of(ChartState.live(ChartSpan.DAYS_7, at(60 * 12)).window(), BERLIN);

        assertThat(week.lines()).extracting(TimeTicks.Line::weight).containsOnly(Weight.MIDNIGHT, Weight.MONDAY);
        assertThat(week.lines())
                .filteredOn(line -> line.weight() == Weight.MONDAY)
                .extracting(TimeTicks.Line::at)
                .containsExactly(Instant.parse("2022-05-15T22:00:00Z"));
    }

    @Test
    void ticks_stand_at_full_hours_also_when_the_clocks_change() {
        var change = new ChartWindow(Instant.parse("2022-03-26T12:00:00Z"), Instant.parse("2022-03-27T12:00:00Z"));

        var ticks = TimeTicks.of(change, BERLIN);

        assertThat(ticks.lines())
                .extracting(line -> line.at().atZone(BERLIN).toLocalTime())
                .contains(LocalTime.of(22, 0), LocalTime.MIDNIGHT, LocalTime.of(4, 0), LocalTime.of(14, 0));
    }

    @Test
    void a_pixel_of_many_readings_reaches_from_the_least_to_the_greatest() {
        var readings = new ArrayList<KeptReading>();
        for (var minute = 0; minute < 60 * 24 * 20; minute += 5) {
            readings.add(reading(minute, minute == 5000 ? 47 : minute == 5010 ? 333 : 120));
        }
        var trace = trace(readings);
        var area = new PlotArea(window(0, 60 * 24 * 20), 500, 400);
        var greatest = new ArrayList<Double>();
        var least = new ArrayList<Double>();
        var places = new ArrayList<Double>();

        ReadingBars.walk(trace, area, (x, lowest, highest) -> {
            places.add(x);
            least.add(trace.mgPerDl(lowest));
            greatest.add(trace.mgPerDl(highest));
        });

        assertThat(least).contains(47.0).doesNotContain(333.0);
        assertThat(greatest).contains(333.0).doesNotContain(47.0);
        assertThat(places).isSorted().doesNotHaveDuplicates().hasSizeBetween(348, 350);
    }

    @Test
    void bars_move_with_a_pan_and_do_not_change() {
        var trace = trace(calm(0, 60 * 24 * 30));
        var area = new PlotArea(window(0, 60 * 24 * 20), 652, 400);
        var panned =
                new PlotArea(area.window().shifted(Duration.ofMillis((long) (area.millisPerPixel() * 7))), 652, 400);

        assertThat(bars(trace, panned).subList(0, 100))
                .isEqualTo(bars(trace, area).subList(7, 107));
    }

    @Test
    void alarms_too_close_to_tell_apart_share_the_mark_of_the_most_urgent() {
        var alarms = List.of(
                new AlarmMark(at(60), AlarmPriority.MEDIUM, true, "KB"),
                new AlarmMark(at(62), AlarmPriority.HIGH, true, "TR"),
                new AlarmMark(at(600), AlarmPriority.MEDIUM, false, ""));

        var lane = AlarmLane.of(alarms, new PlotArea(window(0, 24 * 60), 1352, 700), BERLIN);

        assertThat(((AlarmLane.Marks) lane).marks())
                .extracting(AlarmLane.Placed::priority, AlarmLane.Placed::count, AlarmLane.Placed::initials)
                .containsExactly(tuple(AlarmPriority.HIGH, 2, ""), tuple(AlarmPriority.MEDIUM, 1, ""));
    }

    @Test
    void from_three_days_on_alarms_are_counted() {
        var alarms = List.of(
                new AlarmMark(at(60), AlarmPriority.MEDIUM, true, "KB"),
                new AlarmMark(at(600), AlarmPriority.HIGH, true, "TR"),
                new AlarmMark(at(60 * 24), AlarmPriority.MEDIUM, false, ""));
        var wide = new PlotArea(window(-60 * 24 * 12, 60 * 24 * 2), 1352, 700);
        var narrow = new PlotArea(window(-60 * 24 * 12, 60 * 24 * 2), 500, 700);

        var days = (AlarmLane.Counts) AlarmLane.of(alarms, wide, BERLIN);
        var weeks = (AlarmLane.Counts) AlarmLane.of(alarms, narrow, BERLIN);

        assertThat(days.bins()).hasSize(2);
        assertThat(days.bins().getFirst().high()).isEqualTo(1);
        assertThat(days.bins().getFirst().medium()).isEqualTo(1);
        assertThat(weeks.bins()).hasSize(1);
        assertThat(weeks.bins().getFirst().medium()).isEqualTo(2);
    }

    @Test
    void the_crosshair_catches_the_reading_next_to_it_and_its_card_keeps_clear() {
        var trace = trace(calm(0, 24 * 60));
        var area = new PlotArea(window(0, 24 * 60), 1352, 700);

        for (var x = PlotArea.LEFT; x < area.right(); x += 13) {
            var crosshair = Crosshair.at(x, trace, area);

            assertThat(crosshair.reading()).isPresent();
            assertThat(Math.abs(crosshair.x() - x)).isLessThan(3);
            assertThat(crosshair.cardX() > x || crosshair.cardX() + Crosshair.CARD_WIDTH < x)
                    .as("card beside the pointer at %s", x)
                    .isTrue();
        }
    }

    @Test
    void in_a_gap_the_crosshair_tells_no_reading() {
        var readings = new ArrayList<>(calm(0, 60));
        readings.addAll(calm(600, 700));
        var area = new PlotArea(window(0, 700), 1352, 700);

        var crosshair = Crosshair.at(area.x(at(300)), trace(readings), area);

        assertThat(crosshair.reading()).isEmpty();
        assertThat(crosshair.moment()).isEqualTo(at(300));
    }

    @Test
    void the_keyboard_steps_from_reading_to_reading() {
        var trace = trace(calm(0, 700));
        var area = new PlotArea(window(0, 700), 1352, 700);
        var first = Crosshair.at(area.x(at(300)), trace, area);

        var next = first.stepped(1, trace, area);

        assertThat(trace.moment(next.reading().orElseThrow())).isEqualTo(at(305));
    }

    private static List<List<Integer>> bars(Trace trace, PlotArea area) {
        var bars = new ArrayList<List<Integer>>();
        ReadingBars.walk(trace, area, (_, least, greatest) -> bars.add(List.of(least, greatest)));
        return bars;
    }
}
