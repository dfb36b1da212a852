package io.vigil.agent;

import io.vigil.agent.sensing.SensingFailed;
import io.vigil.agent.serving.ServingFailed;
import io.vigil.agent.storing.StoreFailed;
import io.vigil.rule.PolicyRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.logging.LogManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The agent's program. Without a command it runs; the commands look at it or at recordings. */
@Command(
        name = "vigil agent",
        description = "The agent: takes readings in, judges them, tells who listens, and keeps them.",
        mixinStandardHelpOptions = true,
        version = AgentMain.VERSION,
        subcommands = {
            StatusCommand.class,
            ReplayCommand.class,
            EnrolCommand.class,
            FeedCommand.class,
            BenchCommand.class
        })
public final class AgentMain implements Runnable {

    static final String VERSION = "1.0.0-SNAPSHOT";

    /** Said when it can be called. */
    static final String RUNS = "the agent runs";

    private static final Logger LOG = LoggerFactory.getLogger(AgentMain.class);

    @Option(names = "--data", paramLabel = "DIR", description = "the agent's folder (default: ${DEFAULT-VALUE})")
    private Path data = standardData();

    @Option(names = "--config", paramLabel = "FILE", description = "settings; without it the defaults hold")
    private Path config = Path.of("");

    @Option(
            names = "--lifeline",
            description = "end when standard input ends: for whoever starts the agent as a part of something")
    private boolean lifeline;

    private AgentMain() {}

    /** Runs the agent or one of its commands; the exit code is 0 done, 1 refused or failed, 2 wrong usage. */
    public static void main(String[] args) {
        readLogSettings();
        var code = new CommandLine(new AgentMain())
                .setExecutionExceptionHandler(AgentMain::refused)
                .execute(args);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Where the agent keeps its things when nothing else is said. */
    static Path standardData() {
        return Path.of(System.getProperty("user.home"), ".vigil", "station");
    }

    @Override
    public void run() {
        var settings = config.toString().isEmpty() ? AgentSettings.standard() : AgentSettings.read(config);
        LOG.info("settings {}", settings.inWords());
        try (var end = Shutdown.hooked(lifeline);
                var station = RunningStation.start(data, settings, InstantSource.system())) {
            LOG.info(RUNS + " version={} data={} port={}", VERSION, data, station.port());
            end.await();
            LOG.info("the agent ends");
        }
    }

    private static int refused(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        return switch (failure) {
            case CannotStart _, StoreFailed _, ServingFailed _, SensingFailed _, PolicyRefused _ -> {
                command.getErr().println("vigil agent: " + failure.getMessage());
                yield 1;
            }
            default -> throw failure;
        };
    }

    private static void readLogSettings() {
        try (var settings = AgentMain.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        } catch (IOException e) {
            throw new IllegalStateException("The log's settings are not in the program.", e);
        }
    }
}
