package io.vigil.app.bench;

import io.vigil.app.demo.AgentProgram;
import io.vigil.ward.PatientId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A program of its own that brings readings to the agent as any source does, and tells when each left. */
final class Feeder implements AutoCloseable {

    private final Process program;
    private final Writer orders;
    private final BufferedReader said;

    private Feeder(Process program) {
        this.program = program;
        this.orders = program.outputWriter(StandardCharsets.UTF_8);
        this.said = new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
    }

    static Feeder start(String classPath, Path data) {
        try {
            return new Feeder(new ProcessBuilder(AgentProgram.command(classPath, "feed", "--data", data.toString()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("The sensors cannot be started.", e);
        }
    }

    /** A reading of this moment; the monotonic nanoseconds of the machine just before it left. */
    long give(PatientId patient, int mgPerDl) {
        return order(patient, Integer.toString(mgPerDl));
    }

    /** Readings of the past; returns when they are durable. */
    void bring(PatientId patient, int count) {
        order(patient, "import " + count);
    }

    @Override
    public void close() {
        program.destroy();
    }

    private synchronized long order(PatientId patient, String what) {
        try {
            orders.write(patient.key() + " " + what + "\n");
            orders.flush();
            var line = said.readLine();
            if (line == null) {
                throw new BenchFailed("The sensors ended before the benchmark did. See whether the agent still runs.");
            }
            return Long.parseLong(line.substring(line.indexOf(' ') + 1));
        } catch (IOException e) {
            throw new BenchFailed("The sensors cannot be reached: " + e.getMessage() + ".");
        }
    }
}
