package io.vigil.app.house;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The agent as the build has left it. */
final class BuiltAgent {

    /** The folder that holds {@code resources}. */
    static final Path HOME = Path.of(System.getProperty("vigil.root", "."));

    private BuiltAgent() {}

    /** Where its classes are; without them there is no house, and one sentence that says so. */
    static String classPath() {
        var target = HOME.resolve("device-agent/agent/target");
        try (var jars = Files.newDirectoryStream(target, "vigil-agent-*.jar")) {
            for (var jar : jars) {
                return jar + File.pathSeparator + target.resolve("lib") + File.separator + "*";
            }
        } catch (IOException e) {
            throw new UncheckedIOException(missing(target), e);
        }
        throw new IllegalStateException(missing(target));
    }

    private static String missing(Path target) {
        return "These tests run the agent as the program it is, and " + target
                + " holds no vigil-agent jar. Build it first: ./mvnw package -pl device-agent/agent -am -DskipTests.";
    }
}
