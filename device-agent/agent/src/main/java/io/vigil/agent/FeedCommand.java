package io.vigil.agent;

import io.vigil.agent.serving.StationCaller;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.Origin;
import io.vigil.glucose.Reading.Measured;
import io.vigil.glucose.ReadingId;
import io.vigil.ward.PatientId;
import io.vigil.ward.ReceivedReading;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A sensor on a string, for the benchmark of alarms: brings readings to a running agent through its door for sources. Each line
 * of standard input is {@code PATIENT MG_PER_DL}, a reading of this moment, or {@code PATIENT import COUNT}, so many of the
 * past. For each a line goes out: {@code PATIENT NANOS}, the monotonic time just before it left. An import's line waits until
 * all of it is durable, as whoever imports does before the next batch.
 */
@Command(name = "feed", hidden = true, description = "Brings readings of standard input to a running agent.")
final class FeedCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--data", paramLabel = "DIR")
    private Path data = AgentMain.standardData();

    private final InstantSource wall = InstantSource.system();
    private long ticks;

    @Override
    public void run() {
        var out = spec.commandLine().getOut();
        try (var caller = StationCaller.of(data);
                var door = caller.deliver();
                var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var words = line.split(" ", -1);
                var isImport = words[1].equals("import");
                var readings = isImport
                        ? past(new PatientId(words[0]), Integer.parseInt(words[2]))
                        : List.of(reading(new PatientId(words[0]), Double.parseDouble(words[1]), now(), Origin.LIVE));
                var sentAt = System.nanoTime();
                var receipt = door.give(readings);
                if (isImport) {
                    receipt.join();
                }
                out.println(words[0] + " " + sentAt);
                out.flush();
            }
        } catch (IOException e) {
            throw new CannotStart("Standard input cannot be read: " + e.getMessage());
        }
    }

    private List<ReceivedReading> past(PatientId patient, int count) {
        var readings = new ArrayList<ReceivedReading>(count);
        var at = now().minus(Duration.ofDays(30));
        for (var each = 0; each < count; each++) {
            readings.add(
                    reading(patient, 100 + each % 80, at.plus(Duration.ofMinutes(ticks % 40_000)), Origin.IMPORTED));
        }
        return readings;
    }

    private ReceivedReading reading(PatientId patient, double mgPerDl, Instant at, Origin origin) {
        return new ReceivedReading(
                patient,
                new ReadingId("feed", "feed-" + origin, ticks++),
                new Measured(at, Glucose.mgPerDl(mgPerDl)),
                origin,
                0,
                at,
                Duration.ZERO);
    }

    private Instant now() {
        return wall.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
