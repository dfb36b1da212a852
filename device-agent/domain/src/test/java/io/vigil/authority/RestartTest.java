package io.vigil.authority;

import static io.vigil.alarm.AlarmKind.HIGH;
import static io.vigil.alarm.AlarmKind.LOW;
import static io.vigil.alarm.AlarmKind.SIGNAL_LOST;
import static io.vigil.alarm.AlarmKind.STORE_FAILING;
import static io.vigil.alarm.AlarmKind.URGENT_LOW;
import static io.vigil.authority.NightStory.moment;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.Evidence.ByStation;
import io.vigil.alarm.Finding;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.policy.AlarmPolicy;
import io.vigil.rule.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

// [utest->req~alarm.survives-restart~1]
class RestartTest {

    private final NightStory night = NightStory.begins("02:55").about(URGENT_LOW, LOW, HIGH, SIGNAL_LOST);

    @Test
    void an_alarm_sounds_on() {
        night.at("03:00").reads(50);
        var alarm = night.alarm(URGENT_LOW);

        night.isInterruptedByARestart();

        assertThat(night.alarm(URGENT_LOW)).isEqualTo(alarm);
        night.at("03:01").hearsNothing().tells().sounds(URGENT_LOW, LOW);
    }

    @Test
    void an_answer_holds_and_its_quiet_ends_when_it_would_have() {
        night.at("03:00")
                .reads(50)
                .isAnswered(URGENT_LOW)
                .isInterruptedByARestart()
                .isQuiet();
        night.at("03:14").reads(50).isQuiet();
        night.at("03:15").reads(50).tells("urgent-low reannounced");
    }

    @Test
    void what_had_recovered_still_waits_for_somebody() {
        night.at("03:00").reads(50);
        night.at("03:01").reads(80);
        night.at("03:02").reads(90).isInterruptedByARestart().sounds(URGENT_LOW);
        night.staysAt(90, "03:30")
                .tells()
                .sounds(URGENT_LOW)
                .isAnswered(URGENT_LOW)
                .isClear();
    }

    @Test
    void a_sensor_that_never_spoke_is_missed_on() {
        night.at("03:15").hearsNothing().sounds(SIGNAL_LOST).isInterruptedByARestart();

        night.at("03:16").hearsNothing().tells().sounds(SIGNAL_LOST);
        night.at("03:17").reads(100).tells("signal-lost recovered", "signal-lost cleared");
    }

    @Test
    void what_was_over_stays_over() {
        night.at("03:00").reads(65);
        night.at("03:05").reads(80).isInterruptedByARestart().isClear();
    }

    @Test
    void the_worst_is_told_again_from_the_readings() {
        night.at("03:00").reads(52);
        night.at("03:01").reads(44);
        night.at("03:02").reads(57).isInterruptedByARestart().showsWorst(URGENT_LOW, 44);
    }

    @Test
    void what_is_told_of_others_is_passed_over() {
        var station = SubjectAlarms.ofStation(AlarmPolicy.standard());
        var failing = station.found(
                STORE_FAILING, new Verdict(Finding.PRESENT, new ByStation("The disk is full")), moment("03:00"));
        night.at("03:00").reads(50);
        var everything = List.copyOf(night.night());

        assertThat(station.restored(everything, GlucoseHistory.empty()).open()).isEmpty();
        assertThat(station.restored(failing.changes(), GlucoseHistory.empty()).open())
                .isEqualTo(failing.alarms().open())
                .hasSize(1);
    }
}
