package io.vigil.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The agent as the program it is: started as a process of its own, never linked. It holds a lifeline to whoever started it, its
 * standard input: when that ends, however it ends, the agent ends too.
 */
public final class AgentProgram implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 10;

    private final Path data;
    private final Path log;
    private final List<String> command;
    private Process process;

    private AgentProgram(Path data, Path log, List<String> command) {
        this.data = data;
        this.log = log;
        this.command = command;
        this.process = start();
    }

    /**
     * Starts an agent.
     *
     * @param classPath where its classes are
     * @param data its folder
     * @param settings its settings file
     */
    public static AgentProgram start(String classPath, Path data, Path settings) {
        var command = command(classPath, "--data", data.toString(), "--config", settings.toString(), "--lifeline");
        return new AgentProgram(data, data.resolveSibling(data.getFileName() + ".log"), command);
    }

    /** The agent's program as it is called with these arguments. */
    public static List<String> command(String classPath, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                "io.vigil.agent.AgentMain"));
        command.addAll(List.of(arguments));
        return List.copyOf(command);
    }

    /** The folder an app is pointed at. */
    public Path data() {
        return data;
    }

    /** What the agent writes to its console. */
    public Path log() {
        return log;
    }

    /** The last line of its console. */
    public String lastWords() {
        try {
            var lines = Files.readAllLines(log);
            return lines.isEmpty() ? "nothing." : lines.getLast();
        } catch (IOException e) {
            return "nothing that can be read.";
        }
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** Ends it as a power failure would: at once, without a word. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** Starts it again on the same folder, after its end. */
    public void restart() {
        if (process.isAlive()) {
            throw new IllegalStateException("The agent still runs.");
        }
        process = start();
    }

    /** Lets go of the lifeline and waits; an agent that does not end by itself is ended. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (IOException e) {
            kill();
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    private Process start() {
        try {
            Files.createDirectories(data);
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".before"), StandardCopyOption.REPLACE_EXISTING);
            }
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("The agent cannot be started.", e);
        }
    }

    private void await() {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
