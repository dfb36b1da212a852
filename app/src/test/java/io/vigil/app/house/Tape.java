package io.vigil.app.house;

import io.vigil.app.demo.DemoStation;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.Reading;
import io.vigil.glucose.Reading.Measured;
import io.vigil.ward.PatientId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** A patient's recording, read past the agent, and laid where the ward's manifest puts it. */
record Tape(List<Reading> readings) {

    /** The story's part of it: from its first moment on. */
    static Tape of(PatientId patient) {
        var nights = BuiltAgent.HOME.resolve("resources/nights");
        try {
            var manifest = Files.readString(nights.resolve("ward-4b.json"));
            var bed = manifest.substring(manifest.indexOf("\"id\": \"" + patient.key() + "\""));
            var moment = LocalDateTime.parse(cell(bed, "moment"));
            try (var rows = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(nights.resolve(cell(bed, "recording")))),
                    StandardCharsets.UTF_8))) {
                return new Tape(rows.lines()
                        .skip(1)
                        .map(row -> row.split(",", -1))
                        .map(row -> reading(Duration.between(moment, LocalDateTime.parse(row[0])), row[1]))
                        .filter(reading -> !reading.at().isBefore(DemoStation.STORY_STARTS))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Reading> until(Instant moment) {
        return readings.stream()
                .filter(reading -> reading.at().isBefore(moment))
                .toList();
    }

    Instant firstAfter(Instant moment) {
        return readings.stream()
                .map(Reading::at)
                .filter(at -> at.isAfter(moment))
                .findFirst()
                .orElseThrow();
    }

    private static Reading reading(Duration sinceMoment, String mgPerDl) {
        return new Measured(DemoStation.STORY_STARTS.plus(sinceMoment), Glucose.mgPerDl(Double.parseDouble(mgPerDl)));
    }

    private static String cell(String bed, String key) {
        var cell = Pattern.compile("\"" + key + "\": \"([^\"]+)\"").matcher(bed);
        if (!cell.find()) {
            throw new IllegalStateException("The ward's manifest has no " + key + " there.");
        }
        return cell.group(1);
    }
}
