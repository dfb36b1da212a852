package io.vigil.authority;

import static io.vigil.alarm.AlarmKind.CALIBRATION_DUE;
import static io.vigil.alarm.AlarmKind.CLOCK_SKEWED;
import static io.vigil.alarm.AlarmKind.SENSOR_BATTERY_LOW;
import static io.vigil.alarm.AlarmKind.SENSOR_EXPIRED;
import static io.vigil.alarm.AlarmKind.SENSOR_EXPIRING;
import static io.vigil.alarm.AlarmKind.SENSOR_FAULT;
import static io.vigil.alarm.AlarmKind.SIGNAL_LOST;
import static io.vigil.alarm.AlarmKind.WARM_UP;
import static io.vigil.authority.NightStory.moment;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.Evidence.ByAmount;
import io.vigil.alarm.Evidence.ByMoment;
import io.vigil.alarm.Evidence.ByStation;
import io.vigil.ward.SensorReport.Fact;
import io.vigil.ward.SensorReport.Fact.Battery;
import io.vigil.ward.SensorReport.Fact.CalibrationDue;
import io.vigil.ward.SensorReport.Fact.ClockAhead;
import io.vigil.ward.SensorReport.Fact.Faulty;
import io.vigil.ward.SensorReport.Fact.Runs;
import io.vigil.ward.SensorReport.Fact.Stopped;
import io.vigil.ward.SensorReport.Fact.WarmsUp;
import org.junit.jupiter.api.Test;

/** What a sensor says of itself, told through one night with a sensor called A, and B after it. */
class SensorStateTest {

    private final NightStory night = NightStory.begins("03:00").wearsSensor("A", ofDays(10));

    // [utest->req~alarm.sensor-fault~1]
    @Test
    void a_fault_sounds_at_once_in_the_words_of_its_maker_and_ends_when_it_is_taken_back_for_ten_minutes() {
        says("03:05", new Faulty("Sensor error 9")).tells("sensor-fault raised").sounds(SENSOR_FAULT);
        assertThat(night.lastTold().evidence()).isEqualTo(new ByStation("Sensor error 9"));

        says("03:06", new Runs()).isOpen(SENSOR_FAULT);
        night.at("03:14").hearsNothing().isOpen(SENSOR_FAULT);
        night.at("03:15").hearsNothing().tells("sensor-fault recovered", "sensor-fault cleared");
    }

    // [utest->req~alarm.sensor-fault~1]
    @Test
    void a_fault_is_not_ended_by_readings_of_the_faulty_sensor() {
        says("03:05", new Faulty("Sensor error 9"));
        night.at("03:10").reads(100);
        night.staysAt(100, "05:00").reads(100).isOpen(SENSOR_FAULT);
    }

    // [utest->req~alarm.sensor-fault~1]
    @Test
    void a_fault_ends_when_another_sensor_measures() {
        says("03:05", new Faulty("Sensor error 9"));
        night.at("03:10").wearsSensor("B", ofDays(10)).isOpen(SENSOR_FAULT);
        night.at("03:15").hearsLateOf("03:09", 100).isOpen(SENSOR_FAULT);
        night.at("03:16").reads(100).isClear();
    }

    // [utest->req~alarm.sensor-wavers~1]
    @Test
    void a_sensor_that_wavers_is_told_once() {
        for (var minute = 0; minute < 60; minute += 10) {
            says("04:%02d".formatted(minute), new Faulty("Weak signal"));
            says("04:%02d".formatted(minute + 5), new Runs());
        }
        assertThat(night.raised(SENSOR_FAULT)).hasSize(1);

        for (var minute = 0; minute < 60; minute += 10) {
            says("05:%02d".formatted(minute), new Stopped());
            says("05:%02d".formatted(minute + 5), new WarmsUp(moment("08:00")));
        }
        assertThat(night.raised(SENSOR_EXPIRED)).hasSize(1);
        assertThat(night.raised(WARM_UP)).hasSize(1);

        for (var minute = 0; minute < 60; minute += 10) {
            says("06:%02d".formatted(minute), new Battery(20));
            says("06:%02d".formatted(minute), new ClockAhead(ofSeconds(60)));
            says("06:%02d".formatted(minute + 5), new Battery(24));
            says("06:%02d".formatted(minute + 5), new ClockAhead(ofSeconds(31)));
        }
        assertThat(night.raised(SENSOR_BATTERY_LOW)).hasSize(1);
        assertThat(night.raised(CLOCK_SKEWED)).hasSize(1);
    }

    // [utest->req~alarm.sensor-wavers~1]
    @Test
    void a_sensor_that_says_nothing_more_ends_no_alarm() {
        says("03:05", new Faulty("Sensor error 9"));
        says("03:05", new Battery(3));
        says("03:05", new CalibrationDue(moment("03:05")));
        says("03:05", new ClockAhead(ofMinutes(2)));
        night.at("03:10").reads(100);
        night.staysAt(101, "10:00");
        night.isOpen(SENSOR_FAULT, CLOCK_SKEWED, CALIBRATION_DUE, SENSOR_BATTERY_LOW);
    }

    // [utest->req~alarm.sensor-expiring~1]
    @Test
    void an_end_is_told_two_hours_before_and_through_the_grace_with_the_last_moment() {
        var brief = NightStory.begins("00:00").wearsSensor("A", ofHours(6));
        brief.at("03:59").reads(100).isClear();
        brief.at("04:00").reads(101).tells("sensor-expiring raised").sounds(SENSOR_EXPIRING);
        assertThat(brief.lastTold().evidence()).isEqualTo(new ByMoment(moment("18:00")));
        assertThat(brief.lastTold().limit()).isEqualTo(120);

        measuresUntil(brief, "17:59").isOpen(SENSOR_EXPIRING);
        brief.at("18:00").reads(100).isOpen(SENSOR_EXPIRED);
        assertThat(brief.raised(SENSOR_EXPIRING)).hasSize(1);
    }

    // [utest->req~alarm.sensor-expiring~1]
    // [utest->req~alarm.sensor-expired~1]
    @Test
    void a_new_sensor_ends_what_was_told_of_the_old_ones_end() {
        var brief = NightStory.begins("00:00").wearsSensor("A", ofHours(2));
        brief.at("01:00").reads(100).isOpen(SENSOR_EXPIRING);
        brief.at("01:05").wearsSensor("B", ofDays(10)).isClear();

        brief.sensorSays("B", new Stopped()).isOpen(SENSOR_EXPIRED);
        brief.at("01:10").wearsSensor("C", ofDays(10)).isClear();
        brief.sensorSays("B", new Stopped()).isClear();
    }

    // [utest->req~alarm.sensor-expired~1]
    @Test
    void a_sensor_that_is_stopped_is_told_at_once() {
        says("03:05", new Stopped()).tells("sensor-expired raised").sounds(SENSOR_EXPIRED);
        assertThat(night.lastTold().evidence()).isEqualTo(new ByMoment(moment("03:05")));
        says("03:10", new Runs()).isOpen(SENSOR_EXPIRED);
        night.at("03:15").hearsNothing().isClear();
    }

    // [utest->req~alarm.sensor-expired~1]
    @Test
    void a_sensor_that_measures_after_its_stop_has_not_ended() {
        says("03:05", new Stopped()).isOpen(SENSOR_EXPIRED);
        night.at("03:06").reads(100).isOpen(SENSOR_EXPIRED);
        night.at("03:15").reads(100).isClear();
    }

    // [utest->req~alarm.warm-up~1]
    @Test
    void a_warm_up_is_told_until_the_first_reading() {
        says("03:00", new WarmsUp(moment("03:30"))).tells("warm-up raised").sounds(WARM_UP);
        assertThat(night.lastTold().evidence()).isEqualTo(new ByMoment(moment("03:30")));
        night.at("03:34").hearsNothing().isOpen(WARM_UP);
        night.at("03:35").reads(100).isClear();
    }

    // [utest->req~alarm.warm-up~1]
    @Test
    void a_warm_up_is_over_ten_minutes_after_the_sensor_took_it_back() {
        says("03:00", new WarmsUp(moment("04:30"))).isOpen(WARM_UP);
        says("03:05", new Runs()).isOpen(WARM_UP);
        night.at("03:10").hearsNothing().isClear();
    }

    // [utest->req~alarm.warm-up~1]
    @Test
    void a_warm_up_is_believed_for_two_hours() {
        says("03:00", new WarmsUp(moment("23:00"))).isOpen(WARM_UP);
        night.at("05:19").hearsNothing().isOpen(WARM_UP);
        night.at("05:20").hearsNothing().isOpen(SIGNAL_LOST);
    }

    // [utest->req~alarm.silence-is-never-silent~1]
    @Test
    void a_first_reading_that_does_not_come_is_a_lost_signal() {
        says("03:00", new WarmsUp(moment("03:30"))).isOpen(WARM_UP);
        night.at("03:49").hearsNothing().isOpen(WARM_UP);
        night.at("03:50").hearsNothing().tells("signal-lost raised", "warm-up recovered", "warm-up cleared");
    }

    // [utest->req~alarm.silence-is-never-silent~1]
    @Test
    void a_lost_signal_ends_when_a_new_sensor_warms_up() {
        night.at("03:20").hearsNothing().isOpen(SIGNAL_LOST);
        night.at("03:30").wearsSensor("B", ofDays(10)).isOpen(SIGNAL_LOST);
        night.sensorSays("B", new WarmsUp(moment("04:00"))).isOpen(WARM_UP);
    }

    // [utest->req~alarm.silence-is-never-silent~1]
    @Test
    void a_sensor_that_has_ended_is_told_as_that_and_not_as_lost_too() {
        says("03:00", new Stopped());
        night.at("06:00").hearsNothing().isOpen(SENSOR_EXPIRED);
        assertThat(night.raised(SIGNAL_LOST)).isEmpty();

        var brief = NightStory.begins("00:00").wearsSensor("A", ofHours(1));
        brief.at("12:59").hearsNothing().isOpen(SIGNAL_LOST, SENSOR_EXPIRING);
        brief.at("13:00").hearsNothing().isOpen(SENSOR_EXPIRED);
    }

    // [utest->req~alarm.calibration-due~1]
    @Test
    void a_calibration_is_told_from_its_time_on_and_until_the_next_is_in_the_future() {
        says("03:00", new CalibrationDue(moment("03:10"))).isClear();
        night.at("03:09").hearsNothing().isClear();
        night.at("03:10").reads(100).tells("calibration-due raised").sounds(CALIBRATION_DUE);
        assertThat(night.lastTold().evidence()).isEqualTo(new ByMoment(moment("03:10")));
        says("03:15", new CalibrationDue(moment("15:15"))).isClear();
    }

    // [utest->req~alarm.sensor-battery-low~1]
    @Test
    void a_battery_is_told_at_20_percent_and_over_at_25() {
        says("03:00", new Battery(21)).isClear();
        says("03:05", new Battery(20)).tells("sensor-battery-low raised").sounds(SENSOR_BATTERY_LOW);
        assertThat(night.lastTold().evidence()).isEqualTo(new ByAmount(20));
        assertThat(night.lastTold().limit()).isEqualTo(20);
        says("03:06", new Battery(24)).isOpen(SENSOR_BATTERY_LOW);
        says("03:07", new Battery(25)).isClear();
    }

    // [utest->req~alarm.clock-skewed~1]
    @Test
    void a_clock_is_told_that_is_wrong_by_a_minute_either_way() {
        says("03:00", new ClockAhead(ofSeconds(59))).isClear();
        says("03:01", new ClockAhead(ofSeconds(60)))
                .tells("clock-skewed raised")
                .sounds(CLOCK_SKEWED);
        says("03:02", new ClockAhead(ofSeconds(31))).isOpen(CLOCK_SKEWED);
        says("03:03", new ClockAhead(ofSeconds(-30))).isClear();
        says("03:04", new ClockAhead(ofMinutes(-1))).tells("clock-skewed raised");
        assertThat(night.lastTold().evidence()).isEqualTo(new ByAmount(-60));
        assertThat(night.lastTold().limit()).isEqualTo(60);
    }

    // [utest->req~alarm.sensor-wavers~1]
    @Test
    void what_an_old_sensor_said_is_over_when_the_new_one_measures() {
        says("03:05", new Battery(3));
        says("03:05", new CalibrationDue(moment("03:05")));
        says("03:05", new ClockAhead(ofMinutes(2)));
        says("03:05", new WarmsUp(moment("04:00")));
        night.at("03:10").wearsSensor("B", ofDays(10));
        night.isOpen(WARM_UP, CLOCK_SKEWED, CALIBRATION_DUE, SENSOR_BATTERY_LOW);
        night.at("03:15").reads(100).isClear();
    }

    private NightStory says(String time, Fact fact) {
        return night.at(time).sensorSays("A", fact);
    }

    private static NightStory measuresUntil(NightStory story, String time) {
        for (var hour = 4; hour < 18; hour++) {
            for (var minute = 1; minute < 60; minute += 2) {
                story.at("%02d:%02d".formatted(hour, minute)).reads(100 + hour + minute % 3);
            }
        }
        return story.at(time).hearsNothing();
    }
}
