package io.vigil.agent.storing;

import static io.vigil.agent.storing.Facts.ANNA;
import static io.vigil.agent.storing.Facts.BERT;
import static io.vigil.agent.storing.Facts.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.agent.storing.StationStore.KnownPerson;
import io.vigil.agent.storing.keys.FileKeySource;
import io.vigil.alarm.AlarmKind;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent;
import io.vigil.ward.Person;
import io.vigil.ward.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real store, on real files. */
class HsqlStationStoreTest extends StationStoreContract {

    @TempDir
    Path folder;

    private final List<StationStore> open = new ArrayList<>();

    @Override
    StationStore store() {
        return openAt(NOON);
    }

    private StationStore openAt(Instant now) {
        var store = HsqlStationStore.open(
                StoreSettings.in(folder.resolve("store")), new FileKeySource(folder.resolve("keys")), () -> now);
        open.add(store);
        return store;
    }

    @AfterEach
    void close() {
        open.forEach(StationStore::close);
    }

    private StationStore reopen(StationStore store) {
        store.close();
        open.remove(store);
        return store();
    }

    @Test
    void holds_everything_after_a_restart() {
        var store = store();
        store.keep(
                        Facts.readings(ANNA, 0, 30),
                        List.of(
                                Facts.of(new WardEvent.PatientAdmitted(Facts.patient(ANNA, "Berger, Anna")), NOON),
                                Facts.raised(ANNA, AlarmKind.URGENT_LOW, NOON),
                                Facts.commanded("c1", NOON)))
                .join();
        store.keepPerson(new KnownPerson(new Person("weber", "N. Weber", Role.NURSE), "$argon2id$"))
                .join();
        var readings = store.readings(ANNA, NOON, NOON.plus(Duration.ofDays(1)));
        var events = store.eventsAfter(0, 10);

        var again = reopen(store);

        assertThat(again.readings(ANNA, NOON, NOON.plus(Duration.ofDays(1)))).isEqualTo(readings);
        assertThat(again.eventsAfter(0, 10)).isEqualTo(events).hasSize(3);
        assertThat(again.latestAlarmChanges()).hasSize(1);
        assertThat(again.patients()).hasSize(1);
        assertThat(again.persons()).hasSize(1);
        assertThat(again.readingCount()).isEqualTo(30);
        assertThat(again.newestSeq()).isEqualTo(3);
        assertThat(again.keep(Facts.readings(ANNA, 0, 31), List.of(Facts.commanded("c1", NOON)))
                        .join())
                .satisfies(kept -> assertThat(kept.taken()).isEqualTo(1))
                .satisfies(kept ->
                        assertThat(kept.events()).extracting(NumberedEvent::seq).containsExactly(3L));
    }

    @Test
    @Timeout(60)
    void packs_days_that_have_grown_old_and_nothing_is_lost_repeated_or_changed() {
        var readings = Facts.walk(ANNA, NOON.minus(Duration.ofDays(5)), 5 * 280, Duration.ofMinutes(5), 1);
        var store = openAt(NOON.minus(Duration.ofDays(30)));
        for (var one : readings) {
            var _ = store.keep(List.of(one), List.of());
        }
        store.keep(List.of(), List.of()).join();
        var before = store.readings(ANNA, Instant.EPOCH, NOON);
        store.close();
        open.remove(store);

        var later = openAt(NOON);
        while (rowsIn("reading_recent") > 3 * 288) {
            Thread.onSpinWait();
        }

        assertThat(before).hasSize(readings.size());
        assertThat(later.readings(ANNA, Instant.EPOCH, NOON)).isEqualTo(before);
        assertThat(later.keep(readings, List.of()).join().repeated()).isEqualTo(readings.size());
        assertThat(later.readingCount()).isEqualTo(readings.size());
        assertThat(later.sizeInBytes()).isPositive();
    }

    @Test
    @Timeout(60)
    void shows_readers_whole_states_while_days_are_packed_and_written() throws Exception {
        var readings = Facts.walk(ANNA, NOON.minus(Duration.ofDays(40)), 30 * 288, Duration.ofMinutes(5), 2);
        var store = openAt(NOON);
        try (var reader = Executors.newSingleThreadExecutor()) {
            store.keep(readings.subList(0, 40), List.of()).join();
            var watching = reader.submit(() -> {
                var seen = new ArrayList<Integer>();
                while (seen.isEmpty() || seen.getLast() < readings.size()) {
                    seen.add(store.readings(ANNA, Instant.EPOCH, NOON).size());
                }
                return seen;
            });
            for (var i = 40; i < readings.size(); i += 40) {
                store.keep(readings.subList(i, Math.min(readings.size(), i + 40)), List.of())
                        .join();
            }

            assertThat(watching.get()).isSorted();
        }
    }

    @Test
    void refuses_a_second_opener() {
        store();

        assertThatThrownBy(this::store)
                .isInstanceOf(StoreFailed.class)
                .hasMessageContaining("in use by another running agent");
    }

    @Test
    void answers_after_closing_that_it_is_closed() {
        var store = store();
        store.close();
        open.clear();

        assertThatThrownBy(
                        () -> store.keep(Facts.readings(ANNA, 0, 1), List.of()).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(StoreFailed.class);
    }

    @Test
    void keeps_what_was_given_before_closing() {
        var store = store();
        var answers = IntStream.range(0, 2_000)
                .mapToObj(tick -> store.keep(List.of(Facts.reading(BERT, tick)), List.of()))
                .toList();

        var again = reopen(store);

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().taken()).isEqualTo(1));
        assertThat(again.readingCount()).isEqualTo(2_000);
    }

    // [utest->req~store.sealed~1]
    @Test
    void writes_no_name_and_no_source_in_plain() throws IOException {
        var store = store();
        var name = "Plantagenet-Zwicknagl";
        store.keep(
                        Facts.readings(ANNA, 0, 400),
                        List.of(Facts.of(new WardEvent.PatientAdmitted(Facts.patient(ANNA, name)), NOON)))
                .join();
        store.keepPerson(new KnownPerson(new Person("zwick", name, Role.NURSE), "hash-" + name))
                .join();

        assertNowhereInPlain(name, "zwick", "dexcom-g6", "anna", "CREATE CACHED TABLE");
        store.close();
        open.clear();
        assertNowhereInPlain(name, "zwick", "dexcom-g6", "anna", "CREATE CACHED TABLE");
    }

    private void assertNowhereInPlain(String... planted) throws IOException {
        try (var files = Files.walk(folder.resolve("store"))) {
            var all = files.filter(Files::isRegularFile).toList();
            assertThat(all).anyMatch(file -> file.toString().endsWith(".script"));
            for (var file : all) {
                var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                var wide = new String(Files.readAllBytes(file), StandardCharsets.UTF_16BE);
                assertThat(planted).as(file.toString()).noneMatch(word -> bytes.contains(word) || wide.contains(word));
            }
        }
    }

    @Test
    void holds_the_settings_that_make_it_durable_and_refuses_to_run_without_them() throws SQLException {
        store();
        var url = "jdbc:hsqldb:file:" + folder.resolve("store").resolve("station");

        try (var connection = DriverManager.getConnection(url, "SA", "");
                var statement = connection.createStatement()) {
            DurableSettings.verify(connection);
            statement.execute("SET FILES WRITE DELAY 500 MILLIS");
            assertThatThrownBy(() -> DurableSettings.verify(connection))
                    .isInstanceOf(StoreFailed.class)
                    .hasMessageContaining("hsqldb.write_delay is true instead of false");
            DurableSettings.enforce(connection);
        }
    }

    // [utest->req~alarm.disk-filling~1]
    @Test
    void says_when_its_disk_fills() {
        var store = HsqlStationStore.open(
                new StoreSettings(folder.resolve("store"), Duration.ofDays(2), 101),
                new FileKeySource(folder.resolve("keys")),
                () -> NOON);
        open.add(store);

        assertThat(store.health().sound()).isTrue();
        assertThat(store.health().filling()).isTrue();
        assertThat(store.health().words()).contains("% of the store's disk is free");
    }

    private long rowsIn(String table) {
        var url = "jdbc:hsqldb:file:" + folder.resolve("store").resolve("station");
        try (var connection = DriverManager.getConnection(url, "SA", "");
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
