package io.vigil.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher at the root, in a house of its own whose builder writes down when it begins and ends. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(60)
class LauncherTest {

    private static final Path ROOT = Path.of(System.getProperty("vigil.root"));

    /** Builds when it is let, and no sooner, so that a second builder could be caught beside it. */
    private static final String BUILDER = """
            #!/bin/sh
            echo begin >>built.log
            until [ -f go ]; do sleep 0.05; done
            mkdir -p app/target device-agent/agent/target/lib
            echo end >>built.log
            """;

    @TempDir
    private Path house;

    @BeforeEach
    void an_unbuilt_house_stands() throws IOException {
        for (var folder : List.of("app/src/main", "device-agent/agent/src/main", "resources/contract", ".mvn")) {
            Files.createDirectories(house.resolve(folder));
        }
        for (var pom : List.of("pom.xml", "app/pom.xml", "device-agent/pom.xml", "device-agent/agent/pom.xml")) {
            Files.writeString(house.resolve(pom), "<project/>");
        }
        Files.copy(ROOT.resolve("vigil"), house.resolve("vigil"));
        Files.copy(ROOT.resolve(".mvn/find-jdk.sh"), house.resolve(".mvn/find-jdk.sh"));
        Files.writeString(house.resolve("mvnw"), BUILDER);
        Files.setPosixFilePermissions(house.resolve("mvnw"), PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void two_launchers_started_together_build_once() throws IOException, InterruptedException {
        var first = launched();
        awaitBuilders(1);
        var second = launched();
        while (second.isAlive() && builders() == 1 && !waits(second)) {
            Thread.onSpinWait();
        }
        Files.createFile(house.resolve("go"));
        assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(Files.readAllLines(house.resolve("built.log"))).containsExactly("begin", "end");
    }

    @Test
    void a_launcher_that_was_killed_while_it_built_keeps_nobody_from_building()
            throws IOException, InterruptedException {
        var killed = launched();
        awaitBuilders(1);
        killed.descendants().forEach(ProcessHandle::destroyForcibly);
        killed.destroyForcibly().waitFor();
        Files.createFile(house.resolve("go"));

        var next = launched();
        assertThat(next.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(Files.readAllLines(house.resolve("built.log"))).endsWith("begin", "end");
    }

    /** What it would run is not there, and it says so; here only what it builds is looked at. */
    private Process launched() throws IOException {
        return new ProcessBuilder("sh", house.resolve("vigil").toString(), "agent")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void awaitBuilders(int count) throws IOException {
        while (builders() < count) {
            Thread.onSpinWait();
        }
    }

    private long builders() throws IOException {
        var log = house.resolve("built.log");
        return Files.exists(log)
                ? Files.readAllLines(log).stream().filter("begin"::equals).count()
                : 0;
    }

    private static boolean waits(Process launcher) {
        return launcher.descendants()
                .anyMatch(child -> child.info().command().orElse("").endsWith("sleep"));
    }
}
