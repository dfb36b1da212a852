package io.vigil.app.ward;

import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmState;
import io.vigil.alarm.Answer;
import io.vigil.alarm.Condition;
import io.vigil.alarm.Evidence;
import io.vigil.alarm.OpenAlarm;
import io.vigil.alarm.SoundPause;
import io.vigil.app.agentlink.StationView;
import io.vigil.app.agentlink.StationView.AgentHealth;
import io.vigil.app.agentlink.StationView.Contact;
import io.vigil.app.agentlink.StationView.PatientView;
import io.vigil.app.agentlink.StationView.StationFacts;
import io.vigil.app.ui.PatientNames;
import io.vigil.app.ui.TileOrder;
import io.vigil.app.ui.Units;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.glucose.Reading;
import io.vigil.glucose.Reading.AboveRange;
import io.vigil.glucose.Reading.BelowRange;
import io.vigil.glucose.Reading.Measured;
import io.vigil.policy.Limits;
import io.vigil.ward.Patient;
import io.vigil.ward.PatientId;
import io.vigil.ward.SensorSession;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** The night of 16 May on ward 4B, seven minutes past four: every state a tile can be in. Names are invented. */
final class NightWard {

    static final ZoneId ZONE = ZoneId.of("America/Chicago");
    static final Instant NOW = at("04:07").plusSeconds(12);

    static final Manner ENGLISH =
            Manner.of(Units.MG_PER_DL, PatientNames.FULL, TileOrder.MOST_URGENT_FIRST, ZONE, Locale.ENGLISH);
    static final Manner GERMAN =
            Manner.of(Units.MG_PER_DL, PatientNames.FULL, TileOrder.MOST_URGENT_FIRST, ZONE, Locale.GERMANY);
    static final Manner MMOL =
            Manner.of(Units.MMOL_PER_L, PatientNames.FULL, TileOrder.MOST_URGENT_FIRST, ZONE, Locale.ENGLISH);

    static final Limits LIMITS = new Limits(
            Glucose.mgPerDl(54),
            Glucose.mgPerDl(70),
            Glucose.mgPerDl(250),
            Duration.ofMinutes(20),
            "Ward preset",
            at("00:00"));

    static final Contact IN_CONTACT = new Contact.InContact();

    private NightWard() {}

    static Instant at(String time) {
        return LocalDate.of(2022, 5, 16)
                .atTime(LocalTime.parse(time))
                .atZone(ZONE)
                .toInstant();
    }

    static PatientId bed(int number) {
        return new PatientId("bed-%02d".formatted(number));
    }

    /** The twelve of the night, in the order of their beds. */
    static List<PatientView> twelve() {
        return List.of(
                patient(
                        1,
                        "Byrne, Colm",
                        6.4,
                        line(3, 108, 120, 131, 138, 142, 146, 147, 148, 150, 153, 156, 157, 159)),
                patient(2, "Haddad, Samir", 5.5, falling()),
                patient(3, "Nowak, Piotr", 2.1, line(55, 112, 120, 126, 108, 104, 112, 122, 142, 130, 131, 128, 121)),
                patient(4, "Kowalska, Ewa", 3.3, line(2, 122, 120, 108, 86, 84, 104, 98, 90, 92, 82, 86, 85, 85)),
                patient(
                        5,
                        "Lindqvist, Anna",
                        2.39 / 24,
                        line(1, 82, 84, 98, 114, 112, 108, 106, 108, 112, 116, 118, 121, 125)),
                patient(
                        6,
                        "Demir, Leyla",
                        8.1,
                        line(4, 102, 98, 104, 116, 112, 120, 126, 128, 126, 128, 129, 130, 130)),
                patient(7, "Osei, Margaret", 4.2, line(2, 122, 104, 92, 96, 100, 96, 88, 76, 66, 60, 57, 55, 54)),
                patient(8, "Fischer, Uwe", 1.9, line(1, 115, 98, 86, 80, 92, 100, 98, 106, 110, 116, 112, 115, 116)),
                patient(
                        9,
                        "Alvarez, Rosa",
                        9.0,
                        line(4, 262, 280, 300, 296, 318, 330, 336, 332, 352, 360, 351, 342, 347)),
                patient(
                        10,
                        "Marsh, Eleanor",
                        7.0,
                        line(2, 172, 174, 165, 160, 163, 156, 146, 140, 139, 136, 135, 133, 132)),
                patient(11, "Whitfield, Jo", 7.8, line(3, 178, 170, 158, 148, 136, 124, 112, 100, 90, 82, 72, 63, 61)),
                patient(12, "Tanaka, Hiro", 9.6, line(4, 124, 112, 98, 92, 104, 106, 92, 82, 78, 86, 90, 97, 96)));
    }

    static List<OpenAlarm> alarms() {
        return List.of(
                open(7, AlarmKind.URGENT_LOW, "04:05", low("04:05", 54), 54),
                open(11, AlarmKind.LOW, "03:53", low("04:04", 61), 70),
                open(3, AlarmKind.SIGNAL_LOST, "03:32", new Evidence.BySilence(at("03:12")), 20),
                answered(open(9, AlarmKind.HIGH, "03:46", low("03:52", 360), 250), "Katrin Brandt", "04:01"));
    }

    /** What the ward's screen shows of a station at one moment. */
    static WardState shown(StationView station, AnswerTimes answers, Instant now, Manner manner) {
        var tiles = station.patients().stream()
                .map(view -> TileState.of(
                        view,
                        station.alarms().stream()
                                .filter(alarm -> alarm.id()
                                        .subject()
                                        .equals(view.patient().id()))
                                .toList(),
                        now,
                        station.contact(),
                        manner))
                .toList();
        return WardState.of(station, tiles, answers, now, manner);
    }

    /** Twelve who are in every state that the others are not. */
    static StationView odd() {
        var patients = List.of(
                patient(1, "Byrne, Colm", 6.4, line(14, 108, 120, 131, 138, 142, 146)),
                patient(2, "Haddad, Samir", 5.5, with(line(8, 120, 104, 86, 72, 60, 48), new BelowRange(at("04:04")))),
                patient(
                        3,
                        "Nowak, Piotr",
                        2.1,
                        with(line(7, 220, 260, 300, 340, 372, 396), new AboveRange(at("04:05")))),
                patient(4, "Kowalska, Ewa", 3.3, GlucoseHistory.empty()),
                patient(5, "Lindqvist, Anna", -0.2, line(1, 82, 84, 98, 114, 112, 108)),
                patient(6, "Demir, Leyla", 8.1, line(4, 130, 120, 96, 74, 58, 49)),
                patient(7, "Osei, Margaret", 4.2, line(2, 49, 50, 52, 58, 64, 76)),
                patient(8, "Fischer, Uwe", 1.9, line(0, 100, 104, 110, 130, 160, 212)),
                patient(9, "Alvarez, Rosa", 9.0, line(3, 250, 246, 240, 228, 190, 138)),
                withoutSensor(patient(10, "Marsh, Eleanor", 7.0, line(2, 172, 174, 165, 160, 163, 156))),
                patient(11, "Whitfield-Kaczmarek, Josephine Antonia", 7.8, line(26, 80, 76, 71, 66, 61)),
                patient(12, "Tanaka, Hiro", 0.3, line(181, 124, 112, 98)));
        var urgent = open(6, AlarmKind.URGENT_LOW, "03:58", low("04:03", 49), 54);
        return station(
                patients,
                List.of(
                        open(2, AlarmKind.URGENT_LOW, "03:59", new Evidence.ByReading(new BelowRange(at("04:04"))), 54),
                        recovered(open(7, AlarmKind.URGENT_LOW, "03:02", low("03:04", 49), 54), "03:44"),
                        open(11, AlarmKind.LOW, "03:22", low("03:41", 61), 70),
                        open(11, AlarmKind.SIGNAL_LOST, "04:01", new Evidence.BySilence(at("03:41")), 20),
                        open(12, AlarmKind.SIGNAL_LOST, "01:26", new Evidence.BySilence(at("01:06")), 20),
                        answered(urgent, "Katrin Brandt", "04:00"),
                        answered(
                                open(
                                        3,
                                        AlarmKind.HIGH,
                                        "03:20",
                                        new Evidence.ByReading(new AboveRange(at("04:05"))),
                                        250),
                                "Brandt",
                                "03:31")),
                IN_CONTACT);
    }

    /** So many patients; at bed 7 an urgent low and a low are open, both answered. */
    static StationView twiceAnswered(int patients) {
        var crowd = crowd(patients);
        return station(
                crowd.patients(),
                List.of(
                        answered(
                                open(7, AlarmKind.URGENT_LOW, "03:58", low("04:03", 54), 54), "Katrin Brandt", "04:00"),
                        answered(open(7, AlarmKind.LOW, "03:40", low("03:44", 63), 70), "Katrin Brandt", "03:42")),
                IN_CONTACT);
    }

    static GlucoseHistory with(GlucoseHistory history, Reading newest) {
        return history.with(newest);
    }

    static PatientView withoutSensor(PatientView of) {
        return new PatientView(of.patient(), Optional.empty(), of.limits(), of.recent());
    }

    static OpenAlarm open(int bed, AlarmKind kind, String since, Evidence worst, int limit) {
        return new OpenAlarm(
                new AlarmId(bed(bed), kind, at(since)),
                new AlarmState.Open(at(since), at(since), new Condition.Present(), worst, Answer.Nobody.yet(at(since))),
                limit);
    }

    static OpenAlarm answered(OpenAlarm alarm, String by, String at) {
        var was = alarm.state();
        var answer = new Answer.Acknowledged(by, at(at), at(at).plus(Duration.ofMinutes(90)), "seen");
        return new OpenAlarm(
                alarm.id(),
                new AlarmState.Open(was.since(), was.announcedAt(), was.condition(), was.worst(), answer),
                alarm.limit());
    }

    static OpenAlarm recovered(OpenAlarm alarm, String at) {
        var was = alarm.state();
        return new OpenAlarm(
                alarm.id(),
                new AlarmState.Open(
                        was.since(), was.announcedAt(), new Condition.Recovered(at(at)), was.worst(), was.answer()),
                alarm.limit());
    }

    static Evidence low(String time, double mgPerDl) {
        return new Evidence.ByReading(new Measured(at(time), Glucose.mgPerDl(mgPerDl)));
    }

    static PatientView patient(int bed, String name, double sensorDays, GlucoseHistory recent) {
        var id = bed(bed);
        var ends = NOW.plusSeconds(Math.round(sensorDays * 86_400));
        return new PatientView(
                new Patient(id, "Bed %02d".formatted(bed), name, LocalDate.of(1958, 2, 3), "4711" + bed, ""),
                Optional.of(new SensorSession(
                        id,
                        "demo",
                        "s1",
                        "SN" + bed,
                        "arm",
                        ends.minus(Duration.ofDays(10)),
                        ends,
                        Duration.ofMinutes(5))),
                LIMITS,
                recent);
    }

    static PatientView withReadings(PatientView of, GlucoseHistory recent) {
        return new PatientView(of.patient(), of.sensor(), of.limits(), recent);
    }

    /** A reading each five minutes through values a quarter of an hour apart, the newest so many minutes old. */
    static GlucoseHistory line(int newestAge, double... quarterly) {
        var newest = at("04:07").minus(Duration.ofMinutes(newestAge));
        var readings = new ArrayList<Reading>();
        var last = (quarterly.length - 1) * 3;
        for (var i = 0; i <= last; i++) {
            var value = between(quarterly, i / 3.0);
            readings.add(
                    new Measured(newest.minus(Duration.ofMinutes(5L * (last - i))), Glucose.mgPerDl(Math.rint(value))));
        }
        return GlucoseHistory.of(readings);
    }

    /** Not quite two mg/dL a minute, down to 105. */
    private static GlucoseHistory falling() {
        return line(3, 320, 270, 262, 256, 246, 230, 214, 200, 188, 172, 156, 132.5, 105);
    }

    private static double between(double[] values, double place) {
        var before = (int) Math.floor(place);
        var after = Math.min(values.length - 1, before + 1);
        return values[before] + (place - before) * (values[after] - values[before]);
    }

    static StationView station(List<PatientView> patients, List<OpenAlarm> alarms, Contact contact) {
        return new StationView(
                contact,
                new StationFacts("4b-2", "Ward 4B", "Endocrinology · station 2", ZONE, "1.0.0"),
                patients,
                alarms,
                SoundPause.NONE,
                List.of(),
                new AgentHealth(NOW, true, "", 61, patients.size(), patients.size(), ""),
                Optional.empty());
    }

    static StationView asDrawn() {
        return station(twelve(), alarms(), IN_CONTACT);
    }

    /** So many patients, the twelve of the night over and over; the alarms are those of the first twelve. */
    static StationView crowd(int patients) {
        var twelve = twelve();
        return station(
                IntStream.range(0, patients)
                        .mapToObj(i -> {
                            var like = twelve.get(i % 12);
                            return i < 12
                                    ? like
                                    : patient(
                                            i + 1,
                                            like.patient().name(),
                                            1.5 + i % 8,
                                            // The restless ones stay single: a crowd of alarms is a case of its own.
                                            List.of(1, 2, 6, 8, 10).contains(i % 12)
                                                    ? twelve.get(0).recent()
                                                    : like.recent());
                        })
                        .toList(),
                patients < 12 ? List.of() : alarms(),
                IN_CONTACT);
    }
}
