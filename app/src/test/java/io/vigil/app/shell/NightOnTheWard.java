package io.vigil.app.shell;

import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.Evidence;
import io.vigil.app.agentlink.InMemoryAgentLink;
import io.vigil.app.agentlink.StationView.AgentHealth;
import io.vigil.app.agentlink.StationView.StationFacts;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.Reading.Measured;
import io.vigil.ward.Patient;
import io.vigil.ward.PatientId;
import io.vigil.ward.Person;
import io.vigil.ward.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Executor;

/** Ward 4B at seven past four, on which the shell's tests and pictures rest. */
final class NightOnTheWard {

    static final Instant NOW = Instant.parse("2022-05-16T09:07:12Z"); // 04:07:12 at the station
    static final Person KATRIN = new Person("kbrandt", "Katrin Brandt", Role.NURSE);
    static final PatientId MARGARET = new PatientId("p-07");
    static final PatientId JO = new PatientId("p-11");
    static final PatientId PIOTR = new PatientId("p-03");

    private NightOnTheWard() {}

    static InMemoryAgentLink calm(Executor executor) {
        return new InMemoryAgentLink(NOW, executor)
                .isCalled(new StationFacts(
                        "st-2", "Ward 4B", "Endocrinology · station 2", ZoneId.of("America/Chicago"), "1.0.0"))
                .isHealthy(new AgentHealth(NOW, true, "", 61, 12, 12, "Cloud confirmed 04:06"))
                .admits(patient(PIOTR, "Bed 03", "Nowak, Piotr"))
                .admits(patient(MARGARET, "Bed 07", "Osei, Margaret"))
                .admits(patient(JO, "Bed 11", "Whitfield, Jo"))
                .knows(KATRIN, "night");
    }

    /** An urgent low since 04:05, a low since 03:53, a lost signal since 03:32. */
    static InMemoryAgentLink alarmed(Executor executor) {
        var link = calm(executor);
        link.isNow(NOW.minus(Duration.ofMinutes(35)));
        link.raises(PIOTR, AlarmKind.SIGNAL_LOST, new Evidence.BySilence(NOW.minus(Duration.ofMinutes(55))), 20);
        link.isNow(NOW.minus(Duration.ofMinutes(14)));
        raise(link, JO, AlarmKind.LOW, 61, 70);
        link.isNow(NOW.minus(Duration.ofMinutes(2)));
        raise(link, MARGARET, AlarmKind.URGENT_LOW, 51, 54);
        return link.isNow(NOW).isHealthy(new AgentHealth(NOW, true, "", 61, 11, 12, "Cloud confirmed 04:06"));
    }

    static AlarmId raise(InMemoryAgentLink link, PatientId patient, AlarmKind kind, double mgPerDl, int limit) {
        return link.raises(patient, kind, new Measured(link.clock().instant(), Glucose.mgPerDl(mgPerDl)), limit);
    }

    private static Patient patient(PatientId id, String bed, String name) {
        return new Patient(id, bed, name, LocalDate.of(1958, 2, 3), "H-204 817", "type 1 diabetes");
    }
}
