package io.vigil.app.bench;

import io.vigil.app.demo.AgentProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** What the agent's program measures of itself, passed on as it comes. */
public final class AgentBench {

    private static final int LAST_WORDS = 5;

    private final String classPath;

    /**
     * @param classPath where the agent's classes are
     */
    public AgentBench(String classPath) {
        this.classPath = classPath;
    }

    /** Runs the agent's benchmark of that name. */
    public void run(Consumer<Figure> found, String... arguments) {
        var words = new String[arguments.length + 1];
        words[0] = "bench";
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        try {
            var log = Files.createTempFile("vigil-bench-", ".log");
            try {
                run(found, AgentProgram.command(classPath, words).toArray(String[]::new), log);
            } finally {
                Files.delete(log);
            }
        } catch (IOException e) {
            throw new BenchFailed("The agent cannot be measured: " + e.getMessage() + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("The benchmark was interrupted.");
        }
    }

    private static void run(Consumer<Figure> found, String[] command, Path log)
            throws IOException, InterruptedException {
        var agent = new ProcessBuilder(command).redirectError(log.toFile()).start();
        try (var said = new BufferedReader(new InputStreamReader(agent.getInputStream(), StandardCharsets.UTF_8))) {
            said.lines().map(FigureLine::read).forEach(found);
            if (agent.waitFor() != 0) {
                var lines = Files.readAllLines(log);
                throw new BenchFailed("The agent could not be measured; its last words: "
                        + String.join(" | ", lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size())));
            }
        } finally {
            agent.destroy();
        }
    }
}
