package io.vigil.agent;

import io.vigil.agent.health.LifeSign;
import io.vigil.agent.serving.StationCaller;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.Origin;
import io.vigil.glucose.Reading;
import io.vigil.glucose.Reading.Measured;
import io.vigil.glucose.ReadingId;
import io.vigil.ward.Patient;
import io.vigil.ward.PatientId;
import io.vigil.ward.Receipt;
import io.vigil.ward.ReceivedReading;
import io.vigil.ward.SensorReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The agent, whole but for its process, in a folder of its own; with one patient, and the doors that everybody takes. */
final class WholeStation implements AutoCloseable {

    static final PatientId OSEI = new PatientId("p-07");

    private static final Patient MARGARET =
            new Patient(OSEI, "Bed 07", "Osei, Margaret", LocalDate.of(1958, 3, 14), "H-204 871", "");
    private static final Instant WALL = Instant.parse("2026-03-01T03:00:00Z");

    private final Path data;
    private final AgentSettings settings;
    private final long startedNanos = System.nanoTime();
    private RunningStation station;
    private StationCaller caller;
    private StationCaller.Deliveries door;
    private WireScreen screen;
    private volatile Duration wallAhead = Duration.ZERO;
    private volatile Duration later = Duration.ZERO;

    private WholeStation(Path data, AgentSettings settings) {
        this.data = data;
        this.settings = settings;
        this.station = RunningStation.start(data, settings, this::wall, this::nanos);
        this.caller = StationCaller.of(data);
        this.door = caller.deliver();
        this.screen = WireScreen.before(data);
    }

    /**
     * Starts it.
     *
     * @param data its folder
     * @param more settings, beside the people who may sign in
     */
    static WholeStation in(Path data, Map<String, String> more) {
        try {
            Files.createDirectories(data);
            var people = Files.writeString(
                    data.resolve("people.csv"), "id,name,role,password\nbrandt,Katrin Brandt,nurse,night-4b\n");
            var settings = new HashMap<>(more);
            settings.put("people.first", people.toString());
            var whole = new WholeStation(data, AgentSettings.read(settings, "these tests"));
            whole.station.intake().admit(MARGARET).join();
            return whole;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static WholeStation in(Path data) {
        return in(data, Map.of());
    }

    /** Ends the agent in order and starts it again on the same folder. */
    void restart() {
        close();
        start();
    }

    private void start() {
        station = RunningStation.start(data, settings, this::wall, this::nanos);
        caller = StationCaller.of(data);
        door = caller.deliver();
        screen = WireScreen.before(data);
    }

    /** Somebody sets the machine's clock, while it runs or while it is down. */
    void wallJumps(Duration ahead) {
        wallAhead = wallAhead.plus(ahead);
    }

    /** So much real time passes at once. */
    void passes(Duration time) {
        later = later.plus(time);
    }

    /** As after {@code kill -9}: the sign of life says nothing of an end. */
    void forgetsThatItEnded() {
        try {
            var sign = LifeSign.in(data);
            Files.writeString(sign, Files.readString(sign).replace("ended", "lives"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the agent in order. */
    void end() {
        close();
    }

    /** Starts it again on the same folder. */
    void startAgain() {
        start();
    }

    WireScreen screen() {
        return screen;
    }

    Instant now() {
        return caller.status().now();
    }

    /** Brings readings through the door for sources; the receipt comes when they are durable. */
    CompletableFuture<Receipt> deliver(List<ReceivedReading> readings) {
        return door.give(readings);
    }

    CompletableFuture<Receipt> deliver(SensorReport report) {
        return door.give(List.of(), List.of(report));
    }

    CompletableFuture<Receipt> deliver(ReceivedReading... readings) {
        return deliver(List.of(readings));
    }

    /** Another door, for when the last was shut. */
    void openAnotherDoor() {
        door = caller.deliver();
    }

    ReceivedReading reading(double mgPerDl, Instant at) {
        return reading(new Measured(at, Glucose.mgPerDl(mgPerDl)), Origin.LIVE);
    }

    static ReceivedReading reading(Reading reading, Origin origin) {
        return new ReceivedReading(
                OSEI,
                new ReadingId("sensor", "s-" + origin, reading.at().toEpochMilli()),
                reading,
                origin,
                60,
                reading.at(),
                Duration.ZERO);
    }

    @Override
    public void close() {
        screen.close();
        caller.close();
        station.close();
    }

    /** A wall clock that runs as this machine does, and goes on while the agent is down. */
    private Instant wall() {
        return WALL.plusNanos(nanos() - startedNanos).plus(wallAhead);
    }

    private long nanos() {
        return System.nanoTime() + later.toNanos();
    }
}
