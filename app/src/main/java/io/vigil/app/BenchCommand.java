package io.vigil.app;

import io.vigil.app.agentlink.AgentLink;
import io.vigil.app.bench.AgentBench;
import io.vigil.app.bench.AlarmBench;
import io.vigil.app.bench.AppStartBench;
import io.vigil.app.bench.BenchFailed;
import io.vigil.app.bench.Benchmark;
import io.vigil.app.bench.Figure;
import io.vigil.app.bench.FigureLine;
import io.vigil.app.bench.FigureTable;
import io.vigil.app.bench.Machine;
import io.vigil.app.patient.chart.ChartBench;
import io.vigil.app.ui.Flash;
import io.vigil.app.ui.FxDoor;
import io.vigil.app.ui.Preferences;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "bench",
        description = "Measures Vigil beside what this machine can do at all. Nothing fails for being slow.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Runnable {

    private static final int MINUTES_OF_A_YEAR = 365 * 24 * 60;
    private static final int CHART_FRAMES = 300;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "alarm-latency, ingest, store, start, chart or forecast; all when none is named")
    private List<String> names = new ArrayList<>();

    @Option(names = "--json", description = "one JSON object a line, for other programs")
    private boolean json;

    @Option(names = "--n", paramLabel = "N", description = "alarms of alarm-latency (default: ${DEFAULT-VALUE})")
    private int alarms = 1_000;

    @Option(names = "--readings", paramLabel = "N", description = "readings of store (default: ${DEFAULT-VALUE})")
    private long readings = 5_000_000;

    private boolean screenIsOpen;

    @Override
    public void run() {
        var named = names.stream().map(this::benchmark).toList();
        var agentPath = System.getProperty("vigil.agent.path", "");
        if (agentPath.isEmpty()) {
            throw new CommandFailed("The agent's program is not known. Start this by ./vigil bench.");
        }
        var machine = Machine.here();
        if (!json) {
            say(machine.inWords());
            say(FigureTable.head());
        }
        try {
            for (var benchmark : named.isEmpty() ? List.of(Benchmark.values()) : named) {
                measure(
                        benchmark,
                        agentPath,
                        figure -> say(json ? FigureLine.of(figure, machine) : FigureTable.row(figure)));
                if (!json) {
                    say("  floor: " + benchmark.floor());
                }
            }
        } catch (BenchFailed e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        } finally {
            if (screenIsOpen) {
                FxDoor.close();
            }
        }
    }

    private void measure(Benchmark benchmark, String agentPath, Consumer<Figure> found) {
        var agent = new AgentBench(agentPath);
        switch (benchmark) {
            case ALARM_LATENCY -> {
                openScreen();
                new AlarmBench(agentPath, Shown::on).measure(alarms).forEach(found);
            }
            case INGEST -> agent.run(found, "ingest");
            case STORE -> agent.run(found, "store", "--readings", Long.toString(readings));
            case START ->
                agent.run(
                        figure -> {
                            found.accept(figure);
                            found.accept(new AppStartBench(AppMain.class.getName()).untilTheFirstFrame(figure.floor()));
                        },
                        "start");
            case CHART -> {
                openScreen();
                CompletableFuture.supplyAsync(() -> ChartBench.measure(MINUTES_OF_A_YEAR, CHART_FRAMES), new FxDoor())
                        .join()
                        .forEach(frames -> found.accept(figure(frames)));
            }
            case FORECAST ->
                agent.run(
                        found,
                        "forecast",
                        "--cohorts",
                        Path.of(System.getProperty("vigil.home", "."), "resources", "nights", "cohorts")
                                .toString());
        }
    }

    private Benchmark benchmark(String name) {
        return Benchmark.of(name)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "There is no benchmark \"" + name + "\". Name some of "
                                + Arrays.stream(Benchmark.values())
                                        .map(Benchmark::word)
                                        .collect(Collectors.joining(", "))
                                + ", or none for all."));
    }

    private void openScreen() {
        if (!screenIsOpen) {
            FxDoor.open(true);
            screenIsOpen = true;
        }
    }

    private void say(String line) {
        var out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private static Figure figure(ChartBench.Figure frames) {
        return new Figure(
                "chart-" + frames.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
                "ms",
                frames.frames(),
                frames.p50(),
                frames.p99(),
                frames.max(),
                frames.floor());
    }

    /** The app's own window, as the benchmark of alarms looks at it. */
    private record Shown(OpenWindow window) implements AlarmBench.Window {

        static Shown on(AgentLink link) {
            return new Shown(OpenWindow.show(link, Preferences.unkept(), Flash.still(), () -> {}));
        }

        @Override
        public Scene scene() {
            return window.scene();
        }

        @Override
        public void close() {
            window.close();
        }
    }
}
