package io.vigil.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A fresh agent in a temporary folder, on which recorded nights are told. Nothing of an earlier demo is left in it, and
 * nothing of it is left behind.
 */
public final class DemoStation implements AutoCloseable {

    /** When the story of ward 4B starts: Monday 16 May 2022, 04:00 in Berlin. */
    public static final Instant STORY_STARTS = Instant.parse("2022-05-16T02:00:00Z");

    private final Path folder;
    private final AgentProgram agent;

    private DemoStation(Path folder, AgentProgram agent) {
        this.folder = folder;
        this.agent = agent;
    }

    /**
     * Starts the demo's agent.
     *
     * @param home the folder that holds {@code resources}
     * @param classPath where the agent's classes are
     * @param speed told seconds in a real second
     */
    public static DemoStation start(Path home, String classPath, double speed) {
        return start(
                classPath,
                Map.of(
                        "station.id",
                        "station-4b-2",
                        "station.ward",
                        "Ward 4B",
                        "station.name",
                        "Endocrinology · station 2",
                        "station.zone",
                        "Europe/Berlin",
                        "clock.speed",
                        Double.toString(speed),
                        "clock.story",
                        STORY_STARTS.toString(),
                        "source.replay",
                        home.resolve("resources/nights/ward-4b.json").toString(),
                        "people.first",
                        home.resolve("resources/demo/people.csv").toString()));
    }

    /** Starts an agent with these settings in a fresh folder. */
    public static DemoStation start(String classPath, Map<String, String> settings) {
        try {
            var folder = Files.createTempDirectory("vigil-demo-");
            var file = folder.resolve("agent.properties");
            var properties = new Properties();
            properties.putAll(new TreeMap<>(settings));
            try (var writer = Files.newBufferedWriter(file)) {
                properties.store(writer, null);
            }
            return new DemoStation(folder, AgentProgram.start(classPath, folder.resolve("station"), file));
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's temporary folder cannot be made.", e);
        }
    }

    public AgentProgram agent() {
        return agent;
    }

    @Override
    public void close() {
        agent.close();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(
                        Path directory, @org.jspecify.annotations.Nullable IOException failure) throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's temporary folder " + folder + " cannot be removed.", e);
        }
    }
}
