package io.vigil.agent.storing;

import static io.vigil.agent.storing.Facts.ANNA;
import static io.vigil.agent.storing.Facts.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vigil.agent.storing.StationStore.Kept;
import io.vigil.agent.storing.keys.FileKeySource;
import io.vigil.alarm.AlarmKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that is full, on a small file system in memory. */
class FullDiskTest {

    @TempDir
    Path folder;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", disk.toString()),
                "Needs the right to mount a small disk; run as root to try what happens when it is full");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "-l", disk.toString());
    }

    private StationStore open() {
        return open(disk.resolve("store"));
    }

    private StationStore open(Path store) {
        return HsqlStationStore.open(StoreSettings.in(store), new FileKeySource(folder.resolve("keys")), () -> NOON);
    }

    @Test
    @Timeout(120)
    void loses_nothing_that_was_answered_and_says_that_the_store_fails() throws Exception {
        var answered = 0;
        try (var store = open()) {
            var answers = several(store, answered);
            while (areKept(answers)) {
                answered += answers.size();
                answers = several(store, answered);
            }
            answered += (int) answers.stream()
                    .filter(answer -> !answer.isCompletedExceptionally())
                    .count();

            assertThat(answered).as("it took something first").isGreaterThan(1_000);
            assertThat(store.health().sound()).isFalse();
            assertThat(store.health().words()).contains("takes nothing more").contains("Make room on the disk");
            assertThatThrownBy(keep(store, answered)::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(StoreFailed.class);
            assertThat(store.eventsAfter(0, 10)).as("it still reads").hasSize(10);
        }
        assertThat(run("mount", "-o", "remount,size=64m", disk.toString())).isTrue();

        try (var again = open()) {
            assertThat(again.newestSeq()).isGreaterThanOrEqualTo(answered);
            assertThat(again.readings(ANNA, NOON, NOON.plus(Duration.ofDays(10_000)))
                            .size())
                    .isGreaterThanOrEqualTo(answered);
            assertThat(again.health().sound()).isTrue();
            assertThat(keep(again, 1_000_000).join().taken()).isEqualTo(1);
        }
    }

    /** As the store itself asks for it: first make room, then restart. */
    @Test
    @Timeout(120)
    void opens_again_when_room_was_made_while_it_stood_failed() throws Exception {
        var answered = 0;
        try (var store = open()) {
            while (areKept(several(store, answered))) {
                answered += 20;
            }
            assertThat(store.health().sound()).isFalse();
            assertThat(run("mount", "-o", "remount,size=64m", disk.toString())).isTrue();
        }

        try (var again = open()) {
            assertThat(again.newestSeq()).isGreaterThanOrEqualTo(answered);
            assertThat(again.health().sound()).isTrue();
            assertThat(keep(again, 1_000_000).join().taken()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @Timeout(120)
    @ValueSource(ints = {0, 4, 16, 64, 256, 600})
    void tells_where_every_alarm_stands_after_a_crash_that_left_no_room(int kilobytesFree) throws Exception {
        try (var store = open()) {
            store.keep(Facts.readings(ANNA, 0, 500), List.of()).join();
            several(store, 0).forEach(CompletableFuture::join);
        }
        var crashed = Files.createDirectory(disk.resolve("crashed"));
        try (var store = open()) {
            for (var n = 20; n < 1_000; n += 20) {
                several(store, n).forEach(CompletableFuture::join);
            }
            store.keep(List.of(), List.of(Facts.raised(ANNA, AlarmKind.URGENT_LOW, NOON)))
                    .join();
            copy(disk.resolve("store"), crashed);
        }
        var filler = disk.resolve("somebody else's");
        fill(filler, kilobytesFree);

        for (var start = 0; start < 2; start++) {
            try (var store = open(crashed)) {
                assertThat(store.latestAlarmChanges()).hasSize(1);
                assertThat(store.newestSeq()).isEqualTo(1_001);
                assertThat(store.health().filling()).isTrue();
                assertThat(store.health().words()).isNotEmpty();
                if (start == 1) {
                    Files.delete(filler);
                }
            }
        }

        try (var again = open(crashed)) {
            assertThat(again.health().sound()).isTrue();
            assertThat(again.newestSeq()).isEqualTo(1_001);
            assertThat(again.latestAlarmChanges()).hasSize(1);
            assertThat(again.readings(ANNA, NOON, NOON.plus(Duration.ofDays(10_000))))
                    .hasSize(1_000);
            assertThat(keep(again, 1_000_000).join().taken()).isEqualTo(1);
        }
    }

    @Test
    @Timeout(120)
    void still_refuses_what_is_damaged_when_there_is_no_room() throws Exception {
        var crashed = Files.createDirectory(disk.resolve("crashed"));
        try (var store = open()) {
            several(store, 0).forEach(CompletableFuture::join);
            copy(disk.resolve("store"), crashed);
        }
        var log = Files.readAllBytes(crashed.resolve("station.log"));
        log[log.length / 2] ^= 4;
        Files.write(crashed.resolve("station.log"), log);
        fill(disk.resolve("somebody else's"), 0);

        for (var start = 0; start < 2; start++) {
            assertThatThrownBy(() -> open(crashed))
                    .isInstanceOf(StoreFailed.class)
                    .hasMessageContaining("is damaged and stays shut");
        }
        try (var all = Files.list(crashed)) {
            var aside = all.filter(path -> path.getFileName().toString().startsWith("quarantine-"))
                    .toList();
            assertThat(aside).hasSize(1);
            assertThat(aside.getFirst().resolve("station.log")).hasBinaryContent(log);
        }
    }

    private static void fill(Path filler, int kilobytesFree) throws IOException {
        var free = Files.getFileStore(filler.getParent()).getUsableSpace() - kilobytesFree * 1024L;
        Files.write(filler, new byte[(int) Math.max(0, free)]);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    @Test
    @Timeout(120)
    void says_that_the_disk_fills_before_it_is_full() throws Exception {
        try (var store = open()) {
            var filler = disk.resolve("somebody else's");
            Files.write(filler, new byte[(int) (Files.getFileStore(disk).getUsableSpace() - 600_000)]);

            assertThat(store.health().filling()).isTrue();
            assertThat(store.health().sound()).isTrue();
            Files.delete(filler);
        }
    }

    private static CompletableFuture<Kept> keep(StationStore store, int number) {
        return store.keep(
                List.of(Facts.reading(ANNA, number)), List.of(Facts.commanded("c" + number, NOON.plusSeconds(number))));
    }

    private static List<CompletableFuture<Kept>> several(StationStore store, int from) {
        return IntStream.range(from, from + 20)
                .mapToObj(number -> keep(store, number))
                .toList();
    }

    private static boolean areKept(List<CompletableFuture<Kept>> answers) {
        try {
            answers.forEach(CompletableFuture::join);
            return true;
        } catch (CompletionException e) {
            assertThat(e).hasCauseInstanceOf(StoreFailed.class);
            // In the order of the calls: once one could not be kept, none after it was.
            answers.forEach(answer -> answer.handle((_, _) -> "").join());
            return false;
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
