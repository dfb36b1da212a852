package io.vigil.app.patient;

import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmStep;
import io.vigil.alarm.Answer;
import io.vigil.app.agentlink.InMemoryAgentLink;
import io.vigil.authority.SubjectAlarms;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.glucose.KeptReading;
import io.vigil.glucose.Origin;
import io.vigil.glucose.Reading;
import io.vigil.journal.WardEvent;
import io.vigil.policy.AlarmPolicy;
import io.vigil.ward.Patient;
import io.vigil.ward.PatientId;
import io.vigil.ward.SensorSession;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** A bed of ward 4B with its real recording up to a moment, the alarms it raised, and nurses who answer most of them. */
final class Bedside {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final LocalDateTime STORY = LocalDateTime.of(2022, 5, 16, 4, 0);

    private static final Path NIGHTS = Path.of(System.getProperty("vigil.root"), "resources", "nights");
    private static final List<String> NURSES = List.of("K. Brandt", "T. Ruiz", "Dr Mika Sato");
    private static final Duration TICK = Duration.ofMinutes(5);

    private final Patient patient;
    private final String recording;
    private final LocalDateTime momentOfStory;
    private final List<SensorSession> sensors = new ArrayList<>();
    private double measuresUpTo = 500;

    private Bedside(Patient patient, String recording, LocalDateTime momentOfStory) {
        this.patient = patient;
        this.recording = recording;
        this.momentOfStory = momentOfStory;
    }

    static Bedside seven() {
        var patient = new Patient(
                new PatientId("p-07"),
                "Bed 07",
                "Osei, Margaret",
                LocalDate.of(1970, 2, 14),
                "H-205 077",
                "type 1 diabetes, day 3 after surgery");
        return new Bedside(patient, "physiocgm-c1s03.csv.gz", LocalDateTime.of(2022, 5, 16, 4, 0))
                .wears("3N6 B12 114", "right upper arm", LocalDateTime.of(2022, 4, 30, 9, 5))
                .wears("3N6 B44 758", "left upper arm", LocalDateTime.of(2022, 5, 10, 8, 55));
    }

    static Bedside three() {
        var patient = new Patient(
                new PatientId("p-03"),
                "Bed 03",
                "Nowak, Piotr",
                LocalDate.of(1966, 6, 11),
                "H-205 164",
                "type 1 diabetes, pneumonia");
        return new Bedside(patient, "bris-p15.csv.gz", LocalDateTime.of(2023, 6, 30, 4, 0))
                .wears("2X9 F51 388", "right upper arm", LocalDateTime.of(2022, 5, 8, 6, 30));
    }

    static Bedside nine() {
        var patient = new Patient(
                new PatientId("p-09"),
                "Bed 09",
                "Alvarez, Rosa",
                LocalDate.of(1974, 3, 5),
                "H-205 189",
                "type 1 diabetes, on prednisolone");
        return new Bedside(patient, "physiocgm-c1s02.csv.gz", LocalDateTime.of(2022, 5, 27, 4, 0))
                .wears("1Z5 V39 270", "left upper arm", LocalDateTime.of(2022, 5, 15, 4, 5));
    }

    /** As if the sensor said HI beyond that. */
    Bedside measuresUpTo(double mgPerDl) {
        measuresUpTo = mgPerDl;
        return this;
    }

    static Instant berlin(String localTime) {
        return LocalDateTime.parse(localTime).atZone(BERLIN).toInstant();
    }

    PatientId id() {
        return patient.id();
    }

    private Bedside wears(String serial, String site, LocalDateTime from) {
        var startedAt = from.atZone(BERLIN).toInstant();
        sensors.add(new SensorSession(
                patient.id(),
                "replay",
                serial,
                serial,
                site,
                startedAt,
                startedAt.plus(Duration.ofDays(10)),
                Duration.ofMinutes(5)));
        return this;
    }

    /** The recording up to then, moved so that it fits the story; a stretch of it came late, as after a lost contact. */
    List<KeptReading> readings(Instant until) {
        var shift = Duration.between(momentOfStory, STORY);
        var readings = new ArrayList<KeptReading>();
        for (var line : lines().subList(1, lines().size())) {
            var parts = line.split(",", 2);
            var at = LocalDateTime.parse(parts[0]).plus(shift).atZone(BERLIN).toInstant();
            if (!at.isAfter(until)) {
                var late = at.isAfter(berlin("2022-05-16T02:20:00")) && at.isBefore(berlin("2022-05-16T02:50:00"));
                var reading = reading(at, Double.parseDouble(parts[1]));
                readings.add(new KeptReading(reading, late ? Origin.BACKFILLED : Origin.LIVE));
            }
        }
        return readings;
    }

    private Reading reading(Instant at, double mgPerDl) {
        return mgPerDl > measuresUpTo ? new Reading.AboveRange(at) : new Reading.Measured(at, Glucose.mgPerDl(mgPerDl));
    }

    /** The station at that moment, with all that led there. */
    InMemoryAgentLink at(Instant now) {
        var readings = readings(now);
        var link = InMemoryAgentLink.at(now).admits(patient);
        for (var sensor : sensors) {
            link.isNow(sensor.startedAt()).starts(sensor);
        }
        link.readsAll(patient.id(), readings);
        tellAlarms(link, readings.stream().map(KeptReading::reading).toList(), now);
        return link.isNow(now);
    }

    private void tellAlarms(InMemoryAgentLink link, List<Reading> readings, Instant now) {
        Map<AlarmId, List<AlarmChange>> changes = new LinkedHashMap<>();
        var alarms = SubjectAlarms.of(
                patient.id(), AlarmPolicy.standard(), readings.getFirst().at());
        var heard = GlucoseHistory.empty();
        var next = 0;
        for (var tick = readings.getFirst().at(); tick.isBefore(now.plus(TICK)); tick = tick.plus(TICK)) {
            var minute = tick.isAfter(now) ? now : tick;
            while (next < readings.size() && !readings.get(next).at().isAfter(minute)) {
                heard = heard.with(readings.get(next)).trimmedTo(Duration.ofHours(6));
                next++;
            }
            var told = new ArrayList<AlarmChange>();
            alarms = alarms.judged(heard, minute).into(told);
            for (var open : alarms.open()) {
                var due = open.id().raisedAt().plus(answerTime(open.id()));
                if (open.state().answer() instanceof Answer.Nobody && !due.isAfter(minute)) {
                    alarms = alarms.acknowledge(open.id(), open.state().announcedAt(), nurse(open.id()), "", minute)
                            .into(told);
                }
            }
            told.forEach(change -> changes.computeIfAbsent(change.alarm(), _ -> new ArrayList<>())
                    .add(change));
        }
        for (var story : changes.values()) {
            tellAlarm(link, story);
        }
    }

    private static void tellAlarm(InMemoryAgentLink link, List<AlarmChange> story) {
        if (story.getLast().to() == AlarmStep.CLEARED) {
            story.forEach(change -> link.isNow(change.at()).happens(new WardEvent.AlarmChanged(change)));
            return;
        }
        var first = story.getFirst();
        var id = link.isNow(first.alarm().raisedAt())
                .raises(first.alarm().subject(), first.alarm().kind(), first.evidence(), first.limit());
        for (var change : story) {
            if (change.to() == AlarmStep.ACKNOWLEDGED) {
                link.isNow(change.at()).answers(id, nurse(id));
            } else if (change.to() == AlarmStep.RECOVERED) {
                link.isNow(change.at()).recovers(id);
            }
        }
    }

    /** Some at once, some late, the newest never. */
    private static Duration answerTime(AlarmId alarm) {
        if (alarm.raisedAt().isAfter(berlin("2022-05-16T04:00:00"))) {
            return Duration.ofDays(1000);
        }
        return Duration.ofMinutes(2 + alarm.raisedAt().getEpochSecond() / 60 % 7);
    }

    private static String nurse(AlarmId alarm) {
        return NURSES.get((int) (alarm.raisedAt().getEpochSecond() / 60 % NURSES.size()));
    }

    private List<String> lines() {
        try (var in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(NIGHTS.resolve(recording))), StandardCharsets.UTF_8))) {
            return in.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the recording " + recording, e);
        }
    }
}
