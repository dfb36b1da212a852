package io.vigil.agent;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.vigil.agent.storing.Figure;
import io.vigil.agent.storing.StoreBench;
import java.io.IOException;
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

    private void tell(Figure figure) {
        var line = new JsonObject();
        line.addProperty("name", figure.name());
        line.addProperty("unit", figure.unit());
        line.addProperty("n", figure.n());
        line.addProperty("p50", figure.p50());
        line.addProperty("p99", figure.p99());
        line.addProperty("max", figure.max());
        if (Double.isFinite(figure.floor())) {
            line.addProperty("floor", figure.floor());
        } else {
            line.add("floor", JsonNull.INSTANCE);
        }
        var out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
