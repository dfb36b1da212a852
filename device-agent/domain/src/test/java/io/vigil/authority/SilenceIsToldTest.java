package io.vigil.authority;

import static io.vigil.alarm.AlarmKind.SENSOR_EXPIRED;
import static io.vigil.alarm.AlarmKind.SIGNAL_LOST;
import static io.vigil.alarm.AlarmKind.WARM_UP;
import static io.vigil.authority.NightStory.PATIENT;
import static io.vigil.glucose.Readings.minute;
import static io.vigil.glucose.Readings.reading;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.fail;

import io.vigil.alarm.AlarmKind;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.policy.AlarmPolicy;
import io.vigil.ward.KnownSensor;
import io.vigil.ward.SensorReport;
import io.vigil.ward.SensorReport.Fact;
import io.vigil.ward.SensorReport.Fact.Faulty;
import io.vigil.ward.SensorReport.Fact.Runs;
import io.vigil.ward.SensorReport.Fact.Stopped;
import io.vigil.ward.SensorReport.Fact.WarmsUp;
import io.vigil.ward.SensorSession;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever a sensor says and whenever it says it, more than twenty minutes without a reading stand under an alarm. */
class SilenceIsToldTest {

    private static final Set<AlarmKind> TELL_OF_SILENCE = Set.of(SIGNAL_LOST, WARM_UP, SENSOR_EXPIRED);

    private static final List<Fact> FACTS = List.of(
            new Runs(),
            new WarmsUp(minute(45)),
            new WarmsUp(minute(130)),
            new WarmsUp(minute(100_000)),
            new Faulty("Sensor error 9"),
            new Stopped());

    // [utest->req~alarm.silence-is-never-silent~1]
    @Test
    void by_any_two_facts_at_any_time() {
        for (var first : FACTS) {
            for (var second : FACTS) {
                for (var firstAt = -10; firstAt <= 40; firstAt += 25) {
                    for (var secondAt = firstAt; secondAt <= 90; secondAt += 20) {
                        silenceIsTold(List.of(report(firstAt, first), report(secondAt, second)));
                    }
                }
            }
        }
    }

    /** The last reading came at minute 0; the session, and a grace of 12 hours, end at minute 200. */
    private static void silenceIsTold(List<SensorReport> reports) {
        var heard = GlucoseHistory.of(List.of(reading(0, 100)));
        var alarms = SubjectAlarms.of(PATIENT, AlarmPolicy.standard(), minute(-10));
        var sensor = KnownSensor.NONE.wearing(new SensorSession(
                PATIENT, "replay", "A", "serial", "arm", minute(-1000), minute(200 - 720), ofMinutes(5)));
        for (var minute = -10; minute < 260; minute++) {
            for (var report : reports) {
                sensor = report.at().equals(minute(minute)) ? sensor.saying(report) : sensor;
            }
            alarms =
                    alarms.judged(heard, sensor, ZoneOffset.UTC, minute(minute)).alarms();
            var open = kinds(alarms);
            if (minute >= 20 && Collections.disjoint(open, TELL_OF_SILENCE)) {
                fail("Nothing tells of the silence at %s after %s", minute, reports);
            }
            if (minute >= 200 && (!open.contains(SENSOR_EXPIRED) || open.contains(SIGNAL_LOST))) {
                fail("A sensor that has ended is told as %s after %s", open, reports);
            }
        }
    }

    private static Set<AlarmKind> kinds(SubjectAlarms alarms) {
        return alarms.open().stream().map(alarm -> alarm.id().kind()).collect(Collectors.toSet());
    }

    private static SensorReport report(int minute, Fact fact) {
        return new SensorReport(PATIENT, "replay", "A", minute(minute), fact);
    }
}
