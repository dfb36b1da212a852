package io.vigil.agent.sensing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.vigil.agent.sensing.WardManifest.Bed;
import io.vigil.ward.Patient;
import io.vigil.ward.PatientId;
import io.vigil.ward.SensorSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/** Reads a {@link WardManifest}. Every key is needed and no other is known, so that a slip of the pen is named. */
final class ManifestReader {

    private final Path file;

    ManifestReader(Path file) {
        this.file = file;
    }

    WardManifest read() {
        try {
            return ward(
                    new Keys("", JsonParser.parseString(Files.readString(file)).getAsJsonObject()));
        } catch (IOException e) {
            throw new SensingFailed(file + " cannot be read: " + e + ". Name a ward's manifest that exists.", e);
        } catch (JsonParseException | IllegalStateException e) {
            throw new SensingFailed(file + " is no JSON object: " + e.getMessage() + ". Mend the file.", e);
        }
    }

    private WardManifest ward(Keys keys) {
        var ward = keys.text("ward", Function.identity());
        var zone = keys.text("zone", ZoneId::of);
        var storyStarts = keys.text("story_starts", LocalDateTime::parse);
        var past = Period.ofDays(keys.wholeNumber("past_days"));
        var beds = keys.each("beds", bed -> bed(bed, zone));
        keys.nothingElse();

        var seen = new HashSet<String>();
        for (var bed : beds) {
            if (!seen.add(bed.patient().bed()) || !seen.add(bed.patient().id().key())) {
                throw new SensingFailed(file + ": " + bed.patient().bed() + " or its patient "
                        + bed.patient().id().key() + " stands there twice. Leave one of the two out.");
            }
        }
        return new WardManifest(ward, zone, storyStarts.atZone(zone).toInstant(), past, beds);
    }

    private Bed bed(Keys keys, ZoneId zone) {
        var patient = new Patient(
                keys.text("id", PatientId::new),
                keys.text("bed", Function.identity()),
                keys.text("name", Function.identity()),
                keys.text("born", LocalDate::parse),
                keys.text("number", Function.identity()),
                keys.text("about", Function.identity()));
        var recording = keys.text("recording", this::recording);
        var moment = keys.text("moment", LocalDateTime::parse);
        var sensors = keys.each("sensors", sensor -> sensor(sensor, patient.id(), zone));
        keys.nothingElse();

        for (var i = 1; i < sensors.size(); i++) {
            if (sensors.get(i).startedAt().isBefore(sensors.get(i - 1).endsAt())) {
                throw keys.wrong("sensors", "a sensor starts before the one before has ended");
            }
        }
        return new Bed(patient, recording, moment, sensors);
    }

    private Path recording(String name) {
        var recording = file.resolveSibling(name);
        if (!Files.isRegularFile(recording)) {
            throw new IllegalArgumentException("there is no such file beside the manifest");
        }
        return recording;
    }

    private static SensorSession sensor(Keys keys, PatientId patient, ZoneId zone) {
        var serial = keys.text("serial", Function.identity());
        var site = keys.text("site", Function.identity());
        var starts = keys.text("starts", LocalDateTime::parse);
        var ends = keys.text("ends", LocalDateTime::parse);
        var interval = Duration.ofMinutes(keys.wholeNumber("interval_min"));
        keys.nothingElse();
        if (!starts.isBefore(ends)) {
            throw keys.wrong("ends", "a sensor ends after it starts");
        }
        return new SensorSession(
                patient,
                "replay",
                serial,
                serial,
                site,
                starts.atZone(zone).toInstant(),
                ends.atZone(zone).toInstant(),
                interval);
    }

    /** The keys of one object, taken one by one, so that what is left over can be named. */
    private final class Keys {

        private final String place;
        private final JsonObject left;

        Keys(String place, JsonObject object) {
            this.place = place;
            this.left = object.deepCopy();
        }

        <T> T text(String key, Function<String, T> read) {
            try {
                return read.apply(take(key).getAsString());
            } catch (DateTimeException
                    | IllegalArgumentException
                    | IllegalStateException
                    | UnsupportedOperationException e) {
                throw wrong(key, String.valueOf(e.getMessage()));
            }
        }

        int wholeNumber(String key) {
            return text(key, number -> {
                var amount = Integer.parseInt(number);
                if (amount <= 0) {
                    throw new IllegalArgumentException(number + " is not above 0");
                }
                return amount;
            });
        }

        <T> List<T> each(String key, Function<Keys, T> read) {
            var values = new ArrayList<T>();
            if (!(take(key) instanceof JsonArray array) || array.isEmpty()) {
                throw wrong(key, "it is no list, or an empty one");
            }
            for (JsonElement element : array) {
                var at = place + key + " " + (values.size() + 1);
                if (!(element instanceof JsonObject object)) {
                    throw wrong(key, at + " is no object");
                }
                values.add(read.apply(new Keys(at + ", ", object)));
            }
            return values;
        }

        void nothingElse() {
            if (!left.isEmpty()) {
                throw wrong(left.keySet().iterator().next(), "there is no such key");
            }
        }

        SensingFailed wrong(String key, String reason) {
            return new SensingFailed(file + ": " + place + key + ": " + reason + ". Mend the line.");
        }

        private JsonElement take(String key) {
            var value = left.remove(key);
            if (value == null) {
                throw wrong(key, "it is missing");
            }
            return value;
        }
    }
}
