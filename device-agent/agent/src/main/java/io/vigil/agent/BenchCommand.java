package io.vigil.agent;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.vigil.agent.foresight.Cohort;
import io.vigil.agent.foresight.ForecastBench;
import io.vigil.agent.foresight.ForeseenFigure;
import io.vigil.agent.foresight.Person;
import io.vigil.agent.sensing.Recording;
import io.vigil.agent.storing.Figure;
import io.vigil.agent.storing.StoreBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The agent's share of {@code vigil bench}: one JSON object a line, told when it is measured. */
@Command(
        name = "bench",
        hidden = true,
        description = "Measures the agent for vigil bench; a JSON object for each figure.")
final class BenchCommand {

    private static final int DAYS = 346;
    private static final int READINGS_A_DAY = 288;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(description = "Bytes a reading, the opening of a store, and a query of 90 days.")
    void store(@Option(names = "--readings", defaultValue = "5000000") long readings) throws IOException {
        try (var scratch = Scratch.folder()) {
            var bench = new StoreBench(scratch.path());
            var patients = (int) Math.max(1, readings / READINGS_A_DAY / DAYS);
            tell(bench.bytesAReading(patients, DAYS));
            tell(bench.open(readings, 5));
            tell(bench.ninetyDays(50));
        }
    }

    @Command(description = "Durable readings a second, through the door for sources.")
    void ingest() throws IOException {
        try (var scratch = Scratch.folder();
                var bench = IngestBench.at(scratch.path())) {
            tell(bench.batches());
            tell(bench.single());
        }
    }

    @Command(description = "From the agent's start until it answers.")
    void start() throws IOException {
        try (var scratch = Scratch.folder()) {
            tell(new StartBench(scratch.path()).untilItAnswers());
        }
    }

    @Command(description = "How well lows are foreseen: thresholds set on one cohort, told of two others.")
    void forecast(@Option(names = "--cohorts", required = true) Path cohorts) throws IOException {
        var setOn = cohort(cohorts, "bris");
        new ForecastBench(setOn, List.of(cohort(cohorts, "physiocgm"), cohort(cohorts, "azt1d")), this::tell).run();
    }

    private static Cohort cohort(Path cohorts, String name) throws IOException {
        var now = LocalDateTime.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC);
        try (var files = Files.list(cohorts.resolve(name))) {
            return new Cohort(
                    name,
                    files.sorted()
                            .map(file -> Recording.read(file, now))
                            .map(recording -> Person.of(recording.name(), recording.readings()))
                            .toList());
        }
    }

    private void tell(Figure figure) {
        say(line(figure.name(), figure.unit(), figure.n(), figure.p50(), figure.p99(), figure.max(), figure.floor()));
    }

    private void tell(ForeseenFigure figure) {
        var line = line(
                figure.name(), figure.unit(), figure.n(), figure.p50(), figure.p99(), figure.max(), figure.floor());
        var beside = new JsonObject();
        figure.beside().forEach((name, value) -> beside.add(name, known(value)));
        line.add("beside", beside);
        say(line);
    }

    private static JsonObject line(String name, String unit, int n, double p50, double p99, double max, double floor) {
        var line = new JsonObject();
        line.addProperty("name", name);
        line.addProperty("unit", unit);
        line.addProperty("n", n);
        line.add("p50", known(p50));
        line.add("p99", known(p99));
        line.add("max", known(max));
        line.add("floor", known(floor));
        return line;
    }

    private static JsonElement known(double number) {
        return Double.isFinite(number) ? new JsonPrimitive(number) : JsonNull.INSTANCE;
    }

    private void say(JsonObject line) {
        var out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
