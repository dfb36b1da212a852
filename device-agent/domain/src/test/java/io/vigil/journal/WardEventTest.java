package io.vigil.journal;

import static io.vigil.glucose.Readings.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmState.Clear;
import io.vigil.alarm.AlarmStep;
import io.vigil.alarm.Evidence.BySilence;
import io.vigil.ward.Patient;
import io.vigil.ward.PatientId;
import io.vigil.ward.Person;
import io.vigil.ward.Role;
import io.vigil.ward.SensorSession;
import io.vigil.ward.Station;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WardEventTest {

    private static final PatientId BED_07 = new PatientId("bed-07");
    private static final Person NURSE = new Person("brandt", "K. Brandt", Role.NURSE);

    @Test
    void what_happens_to_a_patient_is_told_of_the_patient() {
        var alarm = new AlarmId(BED_07, AlarmKind.SIGNAL_LOST, NOON);
        var patient = new Patient(BED_07, "Bed 07", "Osei, Margaret", LocalDate.of(1951, 4, 2), "10-4711", "Type 1");
        var sensor = new SensorSession(
                BED_07,
                "dexcom",
                "s1",
                "8XK2",
                "left arm",
                NOON,
                NOON.plus(Duration.ofDays(10)),
                Duration.ofMinutes(5));

        assertThat(List.of(
                        new WardEvent.AlarmChanged(
                                new AlarmChange(alarm, AlarmStep.CLEARED, NOON, new BySilence(NOON), 20, new Clear())),
                        new WardEvent.PatientAdmitted(patient),
                        new WardEvent.SensorStarted(sensor)))
                .extracting(WardEvent::subject)
                .containsOnly(BED_07);
    }

    @Test
    void everything_else_is_told_of_the_station() {
        assertThat(List.of(
                        new WardEvent.SoundPaused(NOON, "K. Brandt"),
                        new WardEvent.SignedIn(NURSE),
                        new WardEvent.SignedOut(NURSE),
                        new WardEvent.AgentStarted("1.0.0", ""),
                        new WardEvent.Refused("night.csv", "line 4: \"41O\" is no number")))
                .extracting(WardEvent::subject)
                .containsOnly(Station.THIS);
    }
}
