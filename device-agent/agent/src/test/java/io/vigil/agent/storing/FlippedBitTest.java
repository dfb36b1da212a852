package io.vigil.agent.storing;

import static io.vigil.agent.storing.Facts.ANNA;
import static io.vigil.agent.storing.Facts.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.agent.storing.keys.FileKeySource;
import io.vigil.glucose.KeptReading;
import io.vigil.journal.NumberedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bits flip, files are cut and lost. What was kept is given back whole, or the store says that it is not. */
class FlippedBitTest {

    private static final int FLIPS_A_FILE = 25;

    @TempDir
    Path folder;

    private record Held(List<KeptReading> readings, List<NumberedEvent> events) {

        static Held in(StationStore store) {
            return new Held(
                    store.readings(ANNA, Instant.EPOCH, NOON.plus(Duration.ofDays(1_000))),
                    store.eventsAfter(0, 10_000));
        }
    }

    private StationStore open(Path store) {
        return HsqlStationStore.open(StoreSettings.in(store), new FileKeySource(folder.resolve("keys")), () -> NOON);
    }

    private void keep(StationStore store, int from, int to) {
        for (var i = from; i < to; i++) {
            store.keep(List.of(Facts.reading(ANNA, i)), List.of(Facts.commanded("c" + i, NOON.plusSeconds(i))))
                    .join();
        }
    }

    private Path closed() {
        var store = folder.resolve("closed");
        try (var open = open(store)) {
            open.keep(Facts.readings(ANNA, 1_000, 1_600), List.of()).join();
            keep(open, 0, 60);
        }
        return store;
    }

    /** As a pulled plug leaves it: much in place, some in the log. */
    private Path torn() throws IOException {
        var store = closed();
        var image = folder.resolve("torn");
        try (var open = open(store)) {
            keep(open, 60, 90);
            copy(store, image);
        }
        return image;
    }

    // [utest->req~store.damage-is-refused~1]
    @Test
    @Timeout(300)
    void refuses_a_store_that_was_changed_while_it_was_shut() throws IOException {
        var closed = closed();
        var random = new Random(1);
        for (var file : files(closed)) {
            for (var flip = 0; flip < FLIPS_A_FILE && Files.size(closed.resolve(file)) > 0; flip++) {
                var hurt = hurt(closed, file, random);

                assertThatThrownBy(() -> open(hurt).close())
                        .as("a bit of " + file)
                        .isInstanceOf(StoreFailed.class)
                        .hasMessageContaining("damaged");
            }
        }
    }

    @Test
    @Timeout(600)
    void gives_back_what_was_kept_or_says_that_it_cannot_when_a_bit_flips_in_a_torn_store() throws IOException {
        var torn = torn();
        var whole = held(copy(torn, folder.resolve("whole")));
        var random = new Random(2);
        var refused = 0;
        for (var file : files(torn)) {
            for (var flip = 0; flip < FLIPS_A_FILE && Files.size(torn.resolve(file)) > 0; flip++) {
                var hurt = hurt(torn, file, random);
                try {
                    assertThat(held(hurt)).as("after a bit of " + file).isEqualTo(whole);
                } catch (StoreFailed e) {
                    refused++;
                    assertThat(e).hasMessageMatching("(?s).*(damaged|cannot be read|did not close well).*");
                }
            }
        }
        assertThat(whole.events()).hasSize(90);
        assertThat(whole.readings()).hasSize(690);
        assertThat(refused).isGreaterThan(FLIPS_A_FILE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31})
    void opens_a_whole_store_whose_seal_was_half_written_when_it_was_killed(int written) throws IOException {
        var closed = closed();
        var seal = Files.readAllBytes(closed.resolve("seal"));
        Files.write(closed.resolve("seal"), Arrays.copyOf(seal, written));
        Files.write(closed.resolve("seal.new"), Arrays.copyOf(seal, written));

        try (var again = open(closed)) {
            assertThat(again.newestSeq()).isEqualTo(60);
            assertThat(again.readingCount()).isEqualTo(660);
            assertThat(again.health().sound()).isTrue();
        }

        assertThat(closed.resolve("seal")).as("and it is sealed anew").hasSize(32);
        assertThat(closed.resolve("seal.new")).doesNotExist();
        var hurt = hurt(closed, "station.data", new Random(3));
        assertThatThrownBy(() -> open(hurt).close())
                .isInstanceOf(StoreFailed.class)
                .hasMessageContaining("a file changed while the store was shut");
    }

    @Test
    void keeps_a_copy_aside_of_what_it_refuses() throws IOException {
        var torn = torn();
        var log = Files.readAllBytes(torn.resolve("station.log"));
        log[log.length / 2] ^= 4;
        Files.write(torn.resolve("station.log"), log);

        assertThatThrownBy(() -> open(torn))
                .isInstanceOf(StoreFailed.class)
                .hasMessageContaining("is damaged and stays shut")
                .hasMessageContaining("A copy is kept in ")
                .hasMessageContaining("Restore a backup");
        assertThatThrownBy(() -> open(torn)).as("and again").isInstanceOf(StoreFailed.class);

        try (var all = Files.list(torn)) {
            var aside = all.filter(path -> path.getFileName().toString().startsWith("quarantine-"))
                    .toList();
            assertThat(aside).hasSize(1);
            assertThat(aside.getFirst().resolve("station.log")).hasBinaryContent(log);
            assertThat(aside.getFirst().resolve("station.data")).exists();
            assertThat(aside.getFirst().resolve("anchor")).exists();
        }
    }

    @Test
    void notices_a_log_that_was_cut_clean() throws IOException {
        var torn = torn();
        Files.write(torn.resolve("station.log"), new byte[0]);

        assertThatThrownBy(() -> open(torn))
                .isInstanceOf(StoreFailed.class)
                .hasMessageContaining("it holds 60 events and 660 readings, and 90 and 690 were kept");
    }

    @Test
    void notices_that_its_files_are_gone() throws IOException {
        var closed = closed();
        for (var file : files(closed)) {
            if (file.startsWith("station.")) {
                Files.delete(closed.resolve(file));
            }
        }

        assertThatThrownBy(() -> open(closed))
                .isInstanceOf(StoreFailed.class)
                .hasMessageContaining("The store's files are missing");
    }

    @Test
    void stays_shut_without_its_key_and_makes_no_new_one() throws IOException {
        var closed = closed();
        var key = folder.resolve("keys").resolve("station.key");
        var kept = Files.readString(key);
        Files.delete(key);
        assertThatThrownBy(() -> open(closed))
                .isInstanceOf(StoreFailed.class)
                .hasMessageContaining("key")
                .hasMessageContaining("is missing");
        assertThat(key).doesNotExist();

        Files.writeString(key, kept.replaceFirst("[0-8]", "9"));
        assertThatThrownBy(() -> open(closed))
                .isInstanceOf(StoreFailed.class)
                .hasMessageContaining("The key file")
                .hasMessageContaining("is damaged");

        Files.writeString(key, kept);
        try (var again = open(closed)) {
            assertThat(again.newestSeq()).isEqualTo(60);
        }
    }

    private Held held(Path store) {
        try (var open = open(store)) {
            return Held.in(open);
        }
    }

    private Path hurt(Path store, String file, Random random) throws IOException {
        var hurt = copy(store, folder.resolve("hurt"));
        var bytes = Files.readAllBytes(hurt.resolve(file));
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        Files.write(hurt.resolve(file), bytes);
        return hurt;
    }

    private static List<String> files(Path store) throws IOException {
        try (var files = Files.list(store)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("lock"))
                    .sorted()
                    .toList();
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        if (Files.exists(to)) {
            try (var old = Files.walk(to)) {
                for (var path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(to);
        for (var file : files(from)) {
            Files.copy(from.resolve(file), to.resolve(file));
        }
        return to;
    }
}
