package io.vigil.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.IntStream;

/** Measures how long the app takes from its process's start until its first frame has gone to the renderer. */
public final class AppStartBench {

    /** The command that opens the window, says when by the monotonic clock of the machine, and ends. */
    public static final String FIRST_FRAME = "first-frame";

    /** The first start is not counted: it warms the disk's cache. */
    private static final int STARTS = 1 + 7;

    private final String program;

    /**
     * @param program the class that the app is started by
     */
    public AppStartBench(String program) {
        this.program = program;
    }

    /**
     * Milliseconds.
     *
     * @param emptyStart what a Java process that does nothing takes, in the same run
     */
    public Figure untilTheFirstFrame(double emptyStart) {
        var millis =
                IntStream.range(0, STARTS).mapToDouble(_ -> start()).skip(1).toArray();
        return Figure.of("start-app", "ms", millis, emptyStart);
    }

    private double start() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(program);
        command.add(FIRST_FRAME);
        try {
            var began = System.nanoTime();
            var app = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var said = new BufferedReader(new InputStreamReader(app.getInputStream(), StandardCharsets.UTF_8))) {
                var drawn = said.readLine();
                app.waitFor();
                if (drawn == null) {
                    throw new BenchFailed("The app to be measured ended without a frame.");
                }
                return (Long.parseLong(drawn) - began) / 1e6;
            } finally {
                app.destroy();
            }
        } catch (IOException e) {
            throw new BenchFailed("The app to be measured cannot be started: " + e.getMessage() + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("The benchmark was interrupted.");
        }
    }
}
