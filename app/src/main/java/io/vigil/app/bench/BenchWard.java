package io.vigil.app.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.vigil.ward.PatientId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A ward of made-up beds with six quiet hours behind them, in a temporary folder. */
final class BenchWard implements AutoCloseable {

    static final String PERSON = "bench";
    static final String PASSWORD = "night-of-the-bench";

    private static final int ROWS = 72;
    private static final int MINUTES = 5;

    private final Path folder;
    private final List<PatientId> patients;

    private BenchWard(Path folder, List<PatientId> patients) {
        this.folder = folder;
        this.patients = patients;
    }

    static BenchWard laidOut(int beds, InstantSource wall) {
        var now = LocalDateTime.ofInstant(wall.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        var patients = IntStream.rangeClosed(1, beds)
                .mapToObj(bed -> new PatientId("bed-" + bed))
                .toList();
        try {
            var ward = new BenchWard(Files.createTempDirectory("vigil-bench-"), patients);
            Files.writeString(ward.manifest(), manifest(patients, now).toString());
            Files.write(ward.folder.resolve("quiet.csv"), recording(now));
            Files.writeString(ward.people(), "id,name,role,password\n" + PERSON + ",Bench,nurse," + PASSWORD + "\n");
            return ward;
        } catch (IOException e) {
            throw new UncheckedIOException("The ward to be measured cannot be laid out.", e);
        }
    }

    List<PatientId> patients() {
        return patients;
    }

    Map<String, String> settings() {
        return Map.of(
                "station.ward",
                "Bench",
                "station.zone",
                "UTC",
                "source.replay",
                manifest().toString(),
                "people.first",
                people().toString());
    }

    @Override
    public void close() {
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary folder " + folder + " cannot be removed.", e);
        }
    }

    private Path manifest() {
        return folder.resolve("ward.json");
    }

    private Path people() {
        return folder.resolve("people.csv");
    }

    private static List<String> recording(LocalDateTime now) {
        return IntStream.rangeClosed(0, ROWS)
                .mapToObj(row -> row == 0
                        ? "taken_at_local,mg_per_dl"
                        : now.minusMinutes((long) MINUTES * (ROWS + 1 - row)) + ":00," + (110 + row % 20))
                .toList();
    }

    private static JsonObject manifest(List<PatientId> patients, LocalDateTime now) {
        var ward = new JsonObject();
        ward.addProperty("ward", "Bench");
        ward.addProperty("zone", "UTC");
        ward.addProperty("story_starts", now.toString());
        ward.addProperty("past_days", 1);
        var beds = new JsonArray();
        for (var i = 0; i < patients.size(); i++) {
            beds.add(bed(patients.get(i), i + 1, now));
        }
        ward.add("beds", beds);
        return ward;
    }

    private static JsonObject bed(PatientId patient, int number, LocalDateTime now) {
        var sensor = new JsonObject();
        sensor.addProperty("serial", "S-" + number);
        sensor.addProperty("site", "left upper arm");
        sensor.addProperty("starts", now.minusDays(1).toString());
        sensor.addProperty("ends", now.plusDays(9).toString());
        sensor.addProperty("interval_min", 1);
        var sensors = new JsonArray();
        sensors.add(sensor);

        var bed = new JsonObject();
        bed.addProperty("id", patient.key());
        bed.addProperty("bed", "Bed %03d".formatted(number));
        bed.addProperty("name", "Bench, %03d".formatted(number));
        bed.addProperty("born", "1960-01-01");
        bed.addProperty("number", "B-" + number);
        bed.addProperty("about", "made up");
        bed.addProperty("recording", "quiet.csv");
        bed.addProperty("moment", now.toString());
        bed.add("sensors", sensors);
        return bed;
    }
}
