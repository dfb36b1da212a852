package io.vigil.ward;

import static io.vigil.glucose.Readings.minute;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.ward.KnownSensor.Said;
import io.vigil.ward.SensorReport.Fact;
import io.vigil.ward.SensorReport.Fact.Battery;
import io.vigil.ward.SensorReport.Fact.Faulty;
import io.vigil.ward.SensorReport.Fact.Runs;
import io.vigil.ward.SensorReport.Fact.Stopped;
import io.vigil.ward.SensorReport.Fact.WarmsUp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownSensorTest {

    private static final PatientId PATIENT = new PatientId("bed-07");

    @Test
    void begins_with_nothing_known() {
        assertThat(KnownSensor.NONE.session()).isEmpty();
        assertThat(KnownSensor.NONE.said(Runs.class)).isEmpty();
        assertThat(KnownSensor.NONE.says(Runs.class)).isEmpty();
    }

    @Test
    void remembers_the_newest_of_each_fact() {
        var known = KnownSensor.NONE
                .saying(report("A", 0, new Battery(40)))
                .saying(report("A", 10, new Battery(30)))
                .saying(report("A", 5, new Battery(35)))
                .saying(report("A", 7, new Runs()));

        assertThat(known.said(Battery.class)).contains(new Said<>(new Battery(30), minute(10)));
        assertThat(known.says(Runs.class)).contains(new Said<>(new Runs(), minute(7)));
    }

    @Test
    void says_only_what_it_said_last_of_how_it_runs() {
        var known = KnownSensor.NONE
                .saying(report("A", 0, new Faulty("Sensor error 9")))
                .saying(report("A", 1, new Runs()))
                .saying(report("A", 2, new Battery(30)));

        assertThat(known.says(Faulty.class)).isEmpty();
        assertThat(known.said(Faulty.class)).contains(new Said<>(new Faulty("Sensor error 9"), minute(0)));
        assertThat(known.says(Runs.class)).isPresent();
    }

    @Test
    void of_what_was_said_in_one_moment_the_more_serious_counts() {
        var facts = List.<Fact>of(new Runs(), new WarmsUp(minute(30)), new Stopped(), new Faulty("Sensor error 9"));
        var known = KnownSensor.NONE;
        for (var fact : facts) {
            known = known.saying(report("A", 0, fact));
            assertThat(known.says(fact.getClass())).isPresent();
        }
        for (var fact : facts.reversed()) {
            known = known.saying(report("A", 0, fact));
        }
        assertThat(known.says(Faulty.class)).isPresent();
    }

    @Test
    void forgets_what_the_old_sensor_said_and_does_not_listen_to_it_any_more() {
        var known = KnownSensor.NONE
                .wearing(session("A", 0))
                .saying(report("A", 5, new Faulty("Sensor error 9")))
                .wearing(session("B", 10))
                .saying(report("A", 15, new Stopped()));

        assertThat(known).isEqualTo(KnownSensor.NONE.wearing(session("B", 10)));
    }

    @Test
    void is_not_put_back_by_an_older_session() {
        var known = KnownSensor.NONE.wearing(session("B", 10));

        assertThat(known.wearing(session("A", 0))).isEqualTo(known);
    }

    @Test
    void keeps_what_was_said_before_its_session_was_known() {
        var known = KnownSensor.NONE.saying(report("A", 5, new Battery(9))).wearing(session("A", 0));

        assertThat(known.said(Battery.class)).isPresent();
    }

    @Test
    void comes_to_the_same_in_whatever_order_its_facts_come() {
        var reports = List.of(
                report("A", 0, new Runs()),
                report("A", 1, new Faulty("Sensor error 9")),
                report("A", 2, new Runs()),
                report("A", 3, new Battery(9)));
        var told = KnownSensor.NONE.wearing(session("A", 0));
        for (var report : reports) {
            told = told.saying(report);
        }
        for (var order : orders(reports)) {
            var known = KnownSensor.NONE.wearing(session("A", 0));
            for (var report : order) {
                known = known.saying(report);
            }
            assertThat(known).isEqualTo(told);
        }
    }

    private static List<List<SensorReport>> orders(List<SensorReport> reports) {
        if (reports.isEmpty()) {
            return List.of(List.of());
        }
        var orders = new ArrayList<List<SensorReport>>();
        for (var first : reports) {
            for (var rest : orders(
                    reports.stream().filter(other -> !other.equals(first)).toList())) {
                var order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                orders.add(order);
            }
        }
        return orders;
    }

    private static SensorReport report(String session, int minute, Fact fact) {
        return new SensorReport(PATIENT, "replay", session, minute(minute), fact);
    }

    private static SensorSession session(String session, int minute) {
        return new SensorSession(
                PATIENT, "replay", session, "serial", "arm", minute(minute), minute(minute + 14400), ofMinutes(5));
    }
}
