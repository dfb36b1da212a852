package io.vigil.app.alarms;

import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.Evidence;
import io.vigil.alarm.Shelf;
import io.vigil.app.agentlink.InMemoryAgentLink;
import io.vigil.app.agentlink.StationView.AgentHealth;
import io.vigil.app.agentlink.StationView.StationFacts;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.Reading.Measured;
import io.vigil.journal.WardEvent;
import io.vigil.ward.Patient;
import io.vigil.ward.PatientId;
import io.vigil.ward.Person;
import io.vigil.ward.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;

/** Ward 4B at seven past four, with a fortnight of alarms behind it: the same one each time. */
final class FortnightOfAlarms {

    static final Instant NOW = Instant.parse("2022-05-16T09:07:12Z"); // 04:07:12 at the station
    static final Person KATRIN = new Person("kbrandt", "Katrin Brandt", Role.NURSE);

    static final List<String> NAMES = List.of(
            "Byrne, Colm",
            "Haddad, Samir",
            "Nowak, Piotr",
            "Kowalska, Ewa",
            "Lindqvist, Anna",
            "Demir, Leyla",
            "Osei, Margaret",
            "Fischer, Uwe",
            "Alvarez, Rosa",
            "Marsh, Eleanor",
            "Whitfield, Jo",
            "Tanaka, Hiro");

    private static final List<String> NURSES = List.of("K. Brandt", "T. Ruiz", "A. Novak");
    private static final int ALARMS_A_DAY = 26;

    private FortnightOfAlarms() {}

    static PatientId bed(int number) {
        return new PatientId("p-%02d".formatted(number));
    }

    /** Nothing is open; everything of the past has been answered, or not. */
    static InMemoryAgentLink calm(Executor executor) {
        var begin = NOW.minus(Duration.ofDays(14));
        var link = new InMemoryAgentLink(begin, executor)
                .isCalled(new StationFacts(
                        "st-2", "Ward 4B", "Endocrinology · station 2", ZoneId.of("America/Chicago"), "1.0.0"))
                .knows(KATRIN, "night");
        for (var i = 1; i <= NAMES.size(); i++) {
            link.admits(new Patient(
                    bed(i),
                    "Bed %02d".formatted(i),
                    NAMES.get(i - 1),
                    LocalDate.of(1958, 2, 3),
                    "H-204 817",
                    "type 1 diabetes"));
        }
        var chance = new Random(20220516);
        for (var minute = 60; minute < 14 * 24 * 60 - 60; minute += 1440 / ALARMS_A_DAY - 25 + chance.nextInt(50)) {
            happens(link, begin.plus(Duration.ofMinutes(minute)), chance);
        }
        return link.isNow(NOW).isHealthy(new AgentHealth(NOW, true, "", 61, 11, 12, "Cloud confirmed 04:06"));
    }

    /** Four are open and one is answered, as on the picture by which the room was made. */
    static InMemoryAgentLink alarmed(Executor executor) {
        var link = calm(executor);
        link.isNow(NOW.minus(Duration.ofMinutes(37)));
        shown(link, link.raises(bed(5), AlarmKind.SENSOR_EXPIRING, new Evidence.ByMoment(NOW.plusSeconds(8568)), 180));
        link.isNow(NOW.minus(Duration.ofMinutes(35)));
        shown(link, link.raises(bed(3), AlarmKind.SIGNAL_LOST, new Evidence.BySilence(NOW.minusSeconds(3312)), 20));
        link.isNow(NOW.minus(Duration.ofMinutes(29)));
        var high = raise(link, bed(9), AlarmKind.HIGH, 360, 250);
        shown(link, high);
        link.isNow(NOW.minus(Duration.ofMinutes(6))).answers(high, "K. Brandt");
        link.isNow(NOW.minus(Duration.ofMinutes(14)));
        shown(link, raise(link, bed(11), AlarmKind.LOW, 61, 70));
        link.isNow(NOW.minusSeconds(96));
        shown(link, raise(link, bed(7), AlarmKind.URGENT_LOW, 51, 54));
        return link.isNow(NOW).isHealthy(new AgentHealth(NOW, true, "", 61, 11, 12, "Cloud confirmed 04:06"));
    }

    /** Besides, a low lies on the shelf. */
    static InMemoryAgentLink shelved(Executor executor) {
        var link = alarmed(executor);
        return link.isPutAside(new Shelf(
                bed(11),
                AlarmKind.LOW,
                "K. Brandt",
                "in surgery, finger-stick every hour",
                NOW,
                NOW.plusSeconds(3600)));
    }

    static AlarmId raise(InMemoryAgentLink link, PatientId patient, AlarmKind kind, int mgPerDl, int limit) {
        var now = link.clock().instant();
        return link.raises(patient, kind, new Measured(now.minusSeconds(38), Glucose.mgPerDl(mgPerDl)), limit);
    }

    static void shown(InMemoryAgentLink link, AlarmId alarm) {
        var raisedAt = link.clock().instant();
        link.isNow(raisedAt.plusMillis(400));
        link.happens(new WardEvent.AlarmShown(alarm, raisedAt, "Ward screen", true));
        link.happens(new WardEvent.AlarmShown(alarm, raisedAt, "Desk", false));
        link.isNow(raisedAt);
    }

    private static void happens(InMemoryAgentLink link, Instant at, Random chance) {
        link.isNow(at);
        var patient = bed(1 + chance.nextInt(NAMES.size()));
        var alarm = switch (chance.nextInt(10)) {
            case 0 -> raise(link, patient, AlarmKind.URGENT_LOW, 41 + chance.nextInt(13), 54);
            case 1, 2, 3 -> raise(link, patient, AlarmKind.LOW, 55 + chance.nextInt(14), 70);
            case 4, 5 -> raise(link, patient, AlarmKind.HIGH, 252 + chance.nextInt(90), 250);
            case 6 -> link.raises(patient, AlarmKind.SIGNAL_LOST, new Evidence.BySilence(at.minusSeconds(1203)), 20);
            case 7 -> link.raises(patient, AlarmKind.SENSOR_BATTERY_LOW, new Evidence.ByAmount(12), 15);
            default ->
                link.raises(patient, AlarmKind.SENSOR_EXPIRING, new Evidence.ByMoment(at.plusSeconds(7200)), 180);
        };
        shown(link, alarm);
        if (chance.nextInt(20) > 0) {
            link.isNow(at.plusSeconds(20 + (long) Math.abs(chance.nextGaussian() * 140)));
            link.answers(alarm, NURSES.get(chance.nextInt(NURSES.size())));
            link.isNow(at.plusSeconds(1200)).recovers(alarm);
        } else {
            link.isNow(at.plusSeconds(1200)).recovers(alarm);
            if (link.view().alarms().stream().anyMatch(open -> open.id().equals(alarm))) {
                link.clears(alarm);
            }
        }
    }
}
