package io.vigil.agent.sensing;

import io.vigil.agent.sensing.WardManifest.Bed;
import io.vigil.glucose.Origin;
import io.vigil.glucose.Reading;
import io.vigil.glucose.ReadingId;
import io.vigil.ward.PatientId;
import io.vigil.ward.ReceivedReading;
import io.vigil.ward.SensorSession;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far the recording of one bed has been played. It is told the time and answers with what has become due; it knows no
 * thread and no clock.
 */
final class Playback {

    private static final String FROM_A_FILE = "recording";

    private final PatientId patient;
    private final ZoneId zone;
    private final ArrayDeque<SensorSession> sensors;
    private final ArrayDeque<LiveReading> live;
    /** Who opens the source late has missed what lies further back: it comes back-filled, as from a sensor's own memory. */
    private final Instant openedAt;

    private Playback(
            PatientId patient, ZoneId zone, List<SensorSession> sensors, List<LiveReading> live, Instant openedAt) {
        this.patient = patient;
        this.zone = zone;
        this.sensors = new ArrayDeque<>(sensors);
        this.live = new ArrayDeque<>(live);
        this.openedAt = openedAt;
    }

    private record LiveReading(SensorSession sensor, Reading reading) {}

    /** What has become due, in the order in which it must be given. */
    record Due(List<SensorSession> sensors, List<ReceivedReading> readings) {}

    /** What is played live: from the start of the story on, while a sensor lives. */
    static Playback of(WardManifest ward, Bed bed, List<Reading> placed, Instant openedAt) {
        var live = new ArrayList<LiveReading>();
        for (var reading : placed) {
            if (!reading.at().isBefore(ward.storyStarts())) {
                sensorAt(reading.at(), bed).ifPresent(sensor -> live.add(new LiveReading(sensor, reading)));
            }
        }
        return new Playback(bed.patient().id(), ward.zone(), bed.sensors(), live, openedAt);
    }

    /** What was before the story, to be given once, as one batch. */
    static List<ReceivedReading> past(WardManifest ward, Bed bed, List<Reading> placed, Instant openedAt) {
        var from = ward.storyStarts().atZone(ward.zone()).minus(ward.past()).toInstant();
        var file = String.valueOf(bed.recording().getFileName());
        return placed.stream()
                .filter(reading -> !reading.at().isBefore(from) && reading.at().isBefore(ward.storyStarts()))
                .map(reading -> received(
                        bed.patient().id(),
                        new ReadingId(FROM_A_FILE, file, reading.at().getEpochSecond()),
                        reading,
                        Origin.IMPORTED,
                        ward.zone(),
                        openedAt))
                .toList();
    }

    private static Optional<SensorSession> sensorAt(Instant moment, Bed bed) {
        return bed.sensors().stream()
                .filter(sensor -> !moment.isBefore(sensor.startedAt()) && moment.isBefore(sensor.endsAt()))
                .findFirst();
    }

    Due due(Instant now) {
        var started = new ArrayList<SensorSession>();
        while (!sensors.isEmpty() && !sensors.element().startedAt().isAfter(now)) {
            started.add(sensors.remove());
        }
        var readings = new ArrayList<ReceivedReading>();
        while (!live.isEmpty() && !live.element().reading().at().isAfter(now)) {
            readings.add(received(live.remove(), now));
        }
        return new Due(started, readings);
    }

    /** When something becomes due next; empty once all was played. */
    Optional<Instant> next() {
        var sensor = Optional.ofNullable(sensors.peek()).map(SensorSession::startedAt);
        var reading =
                Optional.ofNullable(live.peek()).map(next -> next.reading().at());
        return sensor.isPresent() && reading.isPresent()
                ? sensor.filter(reading.get()::isAfter).or(() -> reading)
                : sensor.or(() -> reading);
    }

    private ReceivedReading received(LiveReading due, Instant now) {
        var sensor = due.sensor();
        var at = due.reading().at();
        return received(
                patient,
                new ReadingId(sensor.source(), sensor.session(), at.getEpochSecond()),
                due.reading(),
                at.isBefore(openedAt.minus(sensor.interval())) ? Origin.BACKFILLED : Origin.LIVE,
                zone,
                now);
    }

    private static ReceivedReading received(
            PatientId patient, ReadingId id, Reading reading, Origin origin, ZoneId zone, Instant receivedAt) {
        var offset = zone.getRules().getOffset(reading.at());
        return new ReceivedReading(
                patient, id, reading, origin, offset.getTotalSeconds() / 60, receivedAt, Duration.ZERO);
    }
}
