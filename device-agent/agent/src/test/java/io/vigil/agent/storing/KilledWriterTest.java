package io.vigil.agent.storing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it writes loses nothing that it has answered, as often as it happens. */
class KilledWriterTest {

    private static final int KILLS = 50;
    /** Side by side, each with a store of its own: most of a kill is the start of the next program. */
    private static final int STORES = 2;

    @TempDir
    Path folder;

    /** The last that was answered. */
    private record Answered(int readings, int events) {}

    // [utest->req~store.nothing-acknowledged-is-lost~1]
    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void loses_nothing_that_was_answered_in_fifty_kills() throws Exception {
        try (var beside = Executors.newFixedThreadPool(STORES)) {
            var stores = IntStream.range(0, STORES)
                    .mapToObj(number -> beside.submit(() -> killsOf(number)))
                    .toList();
            var kills = 0;
            for (var store : stores) {
                kills += store.get();
            }
            assertThat(kills).isEqualTo(KILLS);
        }
    }

    private int killsOf(int number) throws IOException, InterruptedException {
        var station = Files.createDirectory(folder.resolve("station-" + number));
        var random = new Random(20_260_301 + number);
        var answered = new Answered(0, 0);
        var kills = 0;
        for (; kills < KILLS / STORES; kills++) {
            answered = writeUntilKilled(station, answered, random);
        }

        try (var store = WritingUntilKilled.open(station)) {
            assertThat(WritingUntilKilled.checkedReadings(store)).isGreaterThanOrEqualTo(answered.readings());
            assertThat(WritingUntilKilled.checkedEvents(store)).isGreaterThanOrEqualTo(answered.events());
            assertThat(answered.readings()).as("it wrote at all").isGreaterThan(kills);
            assertThat(store.health().sound()).isTrue();
        }
        return kills;
    }

    private static Answered writeUntilKilled(Path station, Answered before, Random random)
            throws IOException, InterruptedException {
        var writer = start(station);
        try (var told = writer.inputReader()) {
            var held = told.readLine();
            assertThat(held).as("what the writer found").startsWith("HELD ");
            assertThat(number(held, 1)).isGreaterThanOrEqualTo(before.readings());
            assertThat(number(held, 2)).isGreaterThanOrEqualTo(before.events());

            // At once, or somewhere within the next commits and packings: others are always under way.
            var soFar = hear(told, random.nextInt(80), new Answered(number(held, 1), number(held, 2)));
            writer.toHandle()
                    .destroyForcibly(); // not the process itself: that would close the pipe, and with it what was told
            return hear(told, Integer.MAX_VALUE, soFar);
        } finally {
            writer.destroyForcibly().waitFor();
        }
    }

    /** Until so many answers were heard, or the writer is gone. */
    private static Answered hear(BufferedReader told, int answers, Answered before) throws IOException {
        var answered = before;
        for (var i = 0; i < answers; i++) {
            var line = told.readLine();
            if (line == null) {
                return answered;
            }
            // The last line may be torn by the kill: then it was not told.
            if (line.matches("KEPT \\d+ \\d+ \\.")) {
                answered = new Answered(number(line, 1) + 1, number(line, 2));
            }
        }
        return answered;
    }

    private static int number(String line, int word) {
        return Integer.parseInt(line.split(" ", -1)[word]);
    }

    private static Process start(Path station) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        command.add(WritingUntilKilled.class.getName());
        command.add(station.toString());
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
