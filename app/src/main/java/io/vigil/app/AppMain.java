package io.vigil.app;

import java.io.IOException;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The app's program: the app itself, the demo around it, and the benchmarks. */
@Command(
        name = "vigil",
        description = "A clinician's station for continuous glucose monitoring.",
        mixinStandardHelpOptions = true,
        subcommands = {AppCommand.class, DemoCommand.class, BenchCommand.class, FirstFrameCommand.class})
public final class AppMain implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private AppMain() {}

    /** Runs a command; the exit code is 0 done, 1 refused or failed, 2 wrong usage. */
    public static void main(String[] args) {
        readLogSettings();
        System.exit(new CommandLine(new AppMain())
                .setExecutionExceptionHandler(AppMain::refused)
                .execute(args));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to run: app, demo or bench.");
    }

    private static int refused(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (failure instanceof CommandFailed refusal) {
            command.getErr().println("vigil: " + refusal.getMessage());
            return 1;
        }
        throw failure;
    }

    private static void readLogSettings() {
        try (var settings = AppMain.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        } catch (IOException e) {
            throw new IllegalStateException("The log's settings are not in the program.", e);
        }
    }
}
