package io.vigil.rule;

import static io.vigil.alarm.Finding.ABSENT;
import static io.vigil.alarm.Finding.PRESENT;
import static io.vigil.alarm.Finding.UNDETERMINED;
import static io.vigil.glucose.Readings.NOON;
import static io.vigil.glucose.Readings.hi;
import static io.vigil.glucose.Readings.lo;
import static io.vigil.glucose.Readings.minute;
import static io.vigil.glucose.Readings.reading;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.Finding;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.glucose.Reading;
import io.vigil.policy.AlarmPolicy;
import io.vigil.rule.AlarmRule.VeryHigh;
import io.vigil.rule.SensorRule.ClockSkewed;
import io.vigil.rule.SensorRule.SensorBatteryLow;
import io.vigil.ward.KnownSensor;
import io.vigil.ward.PatientId;
import io.vigil.ward.SensorReport;
import io.vigil.ward.SensorReport.Fact;
import io.vigil.ward.SensorReport.Fact.Battery;
import io.vigil.ward.SensorReport.Fact.ClockAhead;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every value that a rule may be given. */
class RuleLawsTest {

    private static final List<AlarmRule> RULES = AlarmPolicy.standard().rules();

    // [utest->req~alarm.no-silence-without-data~1]
    @Test
    void no_rule_but_of_silence_finds_anything_where_nothing_is_known() {
        for (var rule : RULES) {
            for (var minutes = 0; minutes < 20; minutes++) {
                assertThat(finding(rule, GlucoseHistory.empty(), minute(minutes)))
                        .as("%s", rule.kind())
                        .isEqualTo(UNDETERMINED);
            }
        }
    }

    // [utest->req~alarm.no-silence-without-data~1]
    @Test
    void no_rule_of_glucose_finds_anything_on_a_value_that_is_old() {
        for (var rule : RULES) {
            if (rule.kind() != AlarmKind.SIGNAL_LOST) {
                for (var mgPerDl = 30; mgPerDl <= 420; mgPerDl++) {
                    assertThat(finding(rule, steady(mgPerDl), minute(20.1)))
                            .as("%s at %s", rule.kind(), mgPerDl)
                            .isEqualTo(UNDETERMINED);
                }
            }
        }
    }

    @Test
    void every_kind_has_one_rule_and_the_greater_comes_before_the_lesser() {
        assertThat(RULES).extracting(AlarmRule::kind).doesNotHaveDuplicates();
        for (var before = 0; before < RULES.size(); before++) {
            for (var after = before + 1; after < RULES.size(); after++) {
                assertThat(RULES.get(after)
                                .kind()
                                .isGreaterThan(RULES.get(before).kind()))
                        .isFalse();
            }
        }
    }

    // [utest->req~alarm.very-high~1]
    @Test
    void every_two_readings_over_300_are_very_high_and_one_hi_is() {
        var rule = only(VeryHigh.class);
        everyValue()
                .forEach(mgPerDl -> assertThat(finding(rule, history(reading(-5, 320), reading(0, mgPerDl)), NOON))
                        .as("%s", mgPerDl)
                        .isEqualTo(mgPerDl > 300 ? PRESENT : mgPerDl > 290 ? UNDETERMINED : ABSENT));
        assertThat(finding(rule, history(hi(0)), NOON)).isEqualTo(PRESENT);
        assertThat(finding(rule, history(lo(0)), NOON)).isEqualTo(ABSENT);
        assertThat(finding(rule, history(reading(0, 350)), NOON)).isEqualTo(UNDETERMINED);
    }

    // [utest->req~alarm.persistent-high~1]
    @Test
    void a_high_is_persistent_from_two_hours_on_whatever_its_height() {
        var rule = only(PersistentHigh.class);
        for (var mgPerDl = 230; mgPerDl <= 420; mgPerDl++) {
            for (var minutes = 0; minutes <= 180; minutes += 5) {
                assertThat(finding(rule, constant(mgPerDl, minutes), NOON))
                        .as("%s for %s", mgPerDl, minutes)
                        .isEqualTo(mgPerDl <= 240 ? ABSENT : mgPerDl > 250 && minutes >= 120 ? PRESENT : UNDETERMINED);
            }
        }
    }

    // [utest->req~alarm.falling-fast~1]
    // [utest->req~alarm.rising-fast~1]
    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void every_straight_line_is_fast_by_its_slope_and_by_where_it_leads(int interval) {
        var fall = only(FallingFast.class);
        var rise = only(RisingFast.class);
        for (var tenths = -60; tenths <= 60; tenths++) {
            for (var end = 45; end <= 395; end += 5) {
                if (end - tenths * 2.5 < 1) {
                    continue;
                }
                var line = line(tenths / 10.0, end, interval);
                var before = end - tenths / 10.0 * interval;
                var beforeThen = before + 30 * tenths / 10.0;
                var then = end + 30 * tenths / 10.0;

                assertThat(finding(fall, line, NOON))
                        .as("%s tenths to %s", tenths, end)
                        .isEqualTo(
                                tenths > -15
                                        ? ABSENT
                                        : tenths <= -30 && then <= 70 && beforeThen <= 70 ? PRESENT : UNDETERMINED);
                assertThat(finding(rise, line, NOON))
                        .as("%s tenths to %s", tenths, end)
                        .isEqualTo(
                                tenths < 15
                                        ? ABSENT
                                        : tenths >= 30 && then >= 250 && beforeThen >= 250 ? PRESENT : UNDETERMINED);
            }
        }
    }

    // [utest->req~alarm.implausible-jump~1]
    @Test
    void every_pair_of_readings_jumps_by_its_distance() {
        var rule = only(ImplausibleJump.class);
        for (var seconds = 30; seconds <= 630; seconds += 30) {
            for (var tenths = -2000; tenths <= 2000; tenths += 5) {
                var jump = tenths / 10.0;
                var pair = history(reading(-seconds / 60.0, 201), reading(0, 201 + jump));
                var isFast = Math.abs(tenths) * 60 >= 100 * seconds && Math.abs(tenths) >= 400;
                assertThat(finding(rule, pair, NOON))
                        .as("%s in %s s", jump, seconds)
                        .isEqualTo(isFast && seconds <= 600 ? PRESENT : ABSENT);
            }
        }
    }

    // [utest->req~alarm.stuck-value~1]
    @Test
    void every_value_between_the_edges_is_stuck_after_an_hour_and_ten_readings() {
        var rule = only(StuckValue.class);
        everyValue().filter(mgPerDl -> mgPerDl * 10 % 7 == 0).forEach(mgPerDl -> {
            var isEdge = mgPerDl <= 40 || mgPerDl >= 400;
            assertThat(finding(rule, constant(mgPerDl, 55), NOON)).isEqualTo(isEdge ? ABSENT : UNDETERMINED);
            assertThat(finding(rule, constant(mgPerDl, 60), NOON)).isEqualTo(isEdge ? ABSENT : PRESENT);
        });
        assertThat(finding(rule, history(hi(0)), NOON)).isEqualTo(ABSENT);
        assertThat(finding(rule, history(lo(0)), NOON)).isEqualTo(ABSENT);
    }

    // [utest->req~alarm.sensor-battery-low~1]
    @Test
    void every_percent_of_a_battery_is_told_apart() {
        var rule = only(SensorBatteryLow.class);
        for (var percent = 0; percent <= 100; percent++) {
            assertThat(finding(rule, new Battery(percent)))
                    .isEqualTo(percent <= 20 ? PRESENT : percent < 25 ? UNDETERMINED : ABSENT);
        }
    }

    // [utest->req~alarm.clock-skewed~1]
    @Test
    void every_second_of_a_clock_is_told_apart() {
        var rule = only(ClockSkewed.class);
        for (var seconds = -400; seconds <= 400; seconds++) {
            assertThat(finding(rule, new ClockAhead(ofSeconds(seconds))))
                    .isEqualTo(Math.abs(seconds) >= 60 ? PRESENT : Math.abs(seconds) > 30 ? UNDETERMINED : ABSENT);
        }
    }

    @Test
    void only_what_glucose_was_is_told_late() {
        assertThat(RULES.stream().filter(AlarmRule::isToldLate))
                .extracting(AlarmRule::kind)
                .containsExactly(AlarmKind.URGENT_LOW, AlarmKind.LOW, AlarmKind.VERY_HIGH, AlarmKind.HIGH);
    }

    private static <R extends AlarmRule> R only(Class<R> rule) {
        return RULES.stream().filter(rule::isInstance).map(rule::cast).findAny().orElseThrow();
    }

    private static Finding finding(AlarmRule rule, GlucoseHistory history, Instant now) {
        return rule.judge(new Watch(NOON, history), now).finding();
    }

    private static Finding finding(AlarmRule rule, Fact fact) {
        var report = new SensorReport(new PatientId("bed-07"), "replay", "A", NOON, fact);
        var sensor = KnownSensor.NONE.saying(report);
        return rule.judge(new Watch(NOON, GlucoseHistory.empty(), sensor, ZoneOffset.UTC), NOON.plus(ofDays(1)))
                .finding();
    }

    private static GlucoseHistory history(Reading... readings) {
        return GlucoseHistory.of(List.of(readings));
    }

    /** The same value for three hours up to noon. */
    private static GlucoseHistory steady(int mgPerDl) {
        return constant(mgPerDl, 180);
    }

    private static GlucoseHistory constant(double mgPerDl, int minutes) {
        var readings = new ArrayList<Reading>();
        for (var minute = -minutes; minute <= 0; minute += 5) {
            readings.add(reading(minute, mgPerDl));
        }
        return GlucoseHistory.of(readings);
    }

    /** A straight line of 25 minutes that ends there at noon. */
    private static GlucoseHistory line(double perMinute, int end, int interval) {
        var readings = new ArrayList<Reading>();
        for (var minute = -25; minute <= 0; minute += interval) {
            readings.add(reading(minute, end + perMinute * minute));
        }
        return GlucoseHistory.of(readings);
    }

    /** Each tenth of a mg/dL that a sensor may give. */
    private static Stream<Double> everyValue() {
        return IntStream.rangeClosed(0, 6_000).mapToObj(mgPerL -> mgPerL / 10.0);
    }
}
