package io.vigil.app.limits;

import static io.vigil.policy.SettingValue.mgPerDl;

import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmStep;
import io.vigil.app.agentlink.InMemoryAgentLink;
import io.vigil.authority.Replay;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.Reading;
import io.vigil.policy.AlarmPolicy;
import io.vigil.policy.Hours;
import io.vigil.policy.PolicyWish;
import io.vigil.policy.PolicyWish.Choose;
import io.vigil.policy.PolicyWish.Put;
import io.vigil.policy.Preset;
import io.vigil.policy.Setting;
import io.vigil.policy.SettingValue;
import io.vigil.policy.WhatIf;
import io.vigil.policy.WhatIf.Rung;
import io.vigil.ward.Patient;
import io.vigil.ward.PatientId;
import io.vigil.ward.Person;
import io.vigil.ward.Role;
import io.vigil.ward.Station;
import io.vigil.ward.Subject;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.zip.GZIPInputStream;

/** Ward 4B with a preset, bed 07 with limits of her own, and what her recording would have rung. */
final class LimitsOfSeven {

    static final PatientId MARGARET = new PatientId("p-07");
    static final PatientId PIOTR = new PatientId("p-03");
    static final Person SATO = new Person("msato", "Dr Mika Sato", Role.DOCTOR);
    static final Person KATRIN = new Person("kbrandt", "K. Brandt", Role.NURSE);
    static final Person TOMAS = new Person("truiz", "T. Ruiz", Role.TECHNICIAN);
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Instant NOW = berlin("2022-05-16T10:07:12");

    private static final Path RECORDING =
            Path.of(System.getProperty("vigil.root"), "resources", "nights", "physiocgm-c1s03.csv.gz");
    private static final Duration FORTNIGHT = Duration.ofDays(14);

    private LimitsOfSeven() {}

    static Instant berlin(String localTime) {
        return LocalDateTime.parse(localTime).atZone(BERLIN).toInstant();
    }

    /** Nobody has changed anything, and nobody is signed in. */
    static InMemoryAgentLink fresh(Executor executor) {
        return new InMemoryAgentLink(NOW, executor)
                .admits(new Patient(
                        PIOTR, "Bed 03", "Nowak, Piotr", LocalDate.of(1966, 6, 11), "H-205 164", "type 1 diabetes"))
                .admits(new Patient(
                        MARGARET,
                        "Bed 07",
                        "Osei, Margaret",
                        LocalDate.of(1970, 2, 14),
                        "H-205 077",
                        "type 1 diabetes"));
    }

    /** The ward rings as a hospital, Margaret's low is lower by day and higher at night; a doctor is signed in. */
    static InMemoryAgentLink lived(Executor executor) {
        var link = fresh(executor);
        change(
                link,
                "2022-05-09T08:15:00",
                Station.THIS,
                "House rule of May: telemetry limits",
                new Choose(Preset.INPATIENT));
        change(
                link,
                "2022-05-12T10:41:00",
                MARGARET,
                "Afraid of lows since the night of the 11th",
                new Put(Setting.LOW_BELOW, Hours.ALWAYS, mgPerDl(80)),
                new Put(Setting.LOW_BELOW, Hours.AT_NIGHT, mgPerDl(90)));
        change(
                link,
                "2022-05-14T17:20:00",
                MARGARET,
                "Rings all afternoon after lunch",
                new Put(Setting.HIGH_ABOVE, Hours.ALWAYS, mgPerDl(270)));
        return link.isNow(NOW).isSignedIn(SATO);
    }

    /** What the recording of a fortnight would have rung under the one and under the other. */
    static WhatIf told(Map<Setting, SettingValue> present, Map<Setting, SettingValue> proposed) {
        var readings = readings();
        return new WhatIf(
                NOW.minus(FORTNIGHT),
                NOW,
                readings.size(),
                rung(readings, AlarmPolicy.of(present)),
                rung(readings, AlarmPolicy.of(proposed)));
    }

    private static void change(
            InMemoryAgentLink link, String localTime, Subject subject, String reason, PolicyWish... wishes) {
        link.isNow(berlin(localTime)).isSignedIn(SATO);
        // Done at once; that it is told may wait for whoever delivers.
        var _ = link.changePolicy(subject, List.of(wishes), reason);
        var _ = link.signOut();
    }

    private static List<Rung> rung(List<Reading> readings, AlarmPolicy policy) {
        var changes = new LinkedHashMap<AlarmId, AlarmChange>();
        var over = new LinkedHashMap<AlarmId, Instant>();
        for (var change : Replay.play(MARGARET, readings, policy)) {
            changes.put(change.alarm(), change);
            if (change.to() == AlarmStep.RECOVERED || change.to() == AlarmStep.CLEARED) {
                over.putIfAbsent(change.alarm(), change.at());
            }
        }
        return changes.values().stream()
                .map(change -> new Rung(
                        change.alarm().kind(),
                        change.alarm().raisedAt(),
                        Optional.ofNullable(over.get(change.alarm())),
                        change.evidence(),
                        change.limit()))
                .toList();
    }

    /** The last fortnight of the recording, moved so that it ends now. */
    private static List<Reading> readings() {
        var lines = lines();
        var last = at(lines.getLast());
        var shift = Duration.between(last, NOW);
        return lines.stream()
                .filter(line -> at(line).isAfter(last.minus(FORTNIGHT)))
                .<Reading>map(line -> new Reading.Measured(
                        at(line).plus(shift), Glucose.mgPerDl(Double.parseDouble(line.split(",", 2)[1]))))
                .toList();
    }

    private static Instant at(String line) {
        return berlin(line.split(",", 2)[0]);
    }

    private static List<String> lines() {
        try (var in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(RECORDING)), StandardCharsets.UTF_8))) {
            return in.lines().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the recording " + RECORDING, e);
        }
    }
}
