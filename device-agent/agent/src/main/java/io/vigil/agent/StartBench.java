package io.vigil.agent;

import io.vigil.agent.serving.StationCaller;
import io.vigil.agent.storing.Figure;
import io.vigil.agent.storing.HsqlStationStore;
import io.vigil.agent.storing.StationStore.NewEvent;
import io.vigil.agent.storing.StoreBench;
import io.vigil.agent.storing.StoreSettings;
import io.vigil.agent.storing.keys.FileKeySource;
import io.vigil.journal.WardEvent;
import io.vigil.ward.SensorSession;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Measures how long the agent takes from its process's start until it answers, with a year of readings of twelve patients. */
final class StartBench {

    private static final int PATIENTS = 12;
    private static final int READINGS = 365 * 288;
    private static final int BATCH = 10_000;
    private static final Duration EVERY = Duration.ofMinutes(5);

    /** The first start is not counted: it warms the disk's cache, and the one who asks. */
    private static final int STARTS = 1 + 7;

    private final Path data;
    private final InstantSource wall = InstantSource.system();

    StartBench(Path data) {
        this.data = data;
    }

    /** Milliseconds until a call of its status is answered. The floor is a Java process that says its version and ends. */
    Figure untilItAnswers() {
        fill();
        var floor = Figure.of("java", "ms", each(_ -> emptyStart()), Double.NaN).p50();
        return Figure.of("start-agent", "ms", each(_ -> start()), floor);
    }

    private static double[] each(ToDoubleFunction<Integer> measure) {
        return IntStream.range(0, STARTS).boxed().mapToDouble(measure).skip(1).toArray();
    }

    private void fill() {
        var begin = wall.instant().truncatedTo(ChronoUnit.SECONDS).minus(EVERY.multipliedBy(READINGS));
        var settings = StoreSettings.in(data.resolve("store"));
        try (var store = HsqlStationStore.open(settings, new FileKeySource(data.resolve("keys")), wall)) {
            for (var i = 0; i < PATIENTS; i++) {
                var patient = StoreBench.patient(i);
                var sensor = new SensorSession(
                        patient,
                        "bench",
                        "s",
                        "s",
                        "arm",
                        wall.instant().minus(Duration.ofDays(1)),
                        wall.instant().plus(Duration.ofDays(9)),
                        EVERY);
                var admitted = new WardEvent.PatientAdmitted(IngestBench.patient(patient, i));
                store.keep(
                                List.of(),
                                List.of(
                                        new NewEvent(begin, admitted, Optional.empty()),
                                        new NewEvent(begin, new WardEvent.SensorStarted(sensor), Optional.empty())))
                        .join();
                var year = StoreBench.walk(i, begin, READINGS, EVERY);
                for (var from = 0; from < READINGS; from += BATCH) {
                    store.keep(year.subList(from, Math.min(READINGS, from + BATCH)), List.of())
                            .join();
                }
            }
        }
    }

    private double start() {
        var command = java();
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                AgentMain.class.getName(),
                "--data",
                data.toString(),
                "--lifeline"));
        try {
            var began = System.nanoTime();
            var agent = new ProcessBuilder(command).redirectErrorStream(true).start();
            try (var said = new BufferedReader(new InputStreamReader(agent.getInputStream(), StandardCharsets.UTF_8))) {
                awaitRunning(said);
                try (var caller = StationCaller.of(data)) {
                    caller.status();
                    var millis = (System.nanoTime() - began) / 1e6;
                    agent.getOutputStream().close();
                    said.lines().forEach(_ -> {});
                    agent.waitFor();
                    return millis;
                }
            } finally {
                agent.destroy();
            }
        } catch (IOException e) {
            throw new CannotStart("The agent to be measured cannot be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted.");
        }
    }

    private static void awaitRunning(BufferedReader said) throws IOException {
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            if (line.contains(AgentMain.RUNS)) {
                return;
            }
        }
        throw new CannotStart("The agent to be measured ended before it ran.");
    }

    private static double emptyStart() {
        var command = java();
        command.add("-version");
        try {
            var began = System.nanoTime();
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            return (System.nanoTime() - began) / 1e6;
        } catch (IOException e) {
            throw new CannotStart("Java cannot be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted.");
        }
    }

    /** The same Java with the same options as this program. */
    private static List<String> java() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        return command;
    }
}
