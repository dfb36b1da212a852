package io.vigil.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A new temporary folder, of which nothing is left behind. */
record Scratch(Path path) implements AutoCloseable {

    static Scratch folder() throws IOException {
        return new Scratch(Files.createTempDirectory("vigil-bench-"));
    }

    @Override
    public void close() throws IOException {
        try (var all = Files.walk(path)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
