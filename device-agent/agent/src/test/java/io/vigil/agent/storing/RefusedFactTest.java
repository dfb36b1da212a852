package io.vigil.agent.storing;

import static io.vigil.agent.storing.Facts.ANNA;
import static io.vigil.agent.storing.Facts.BERT;
import static io.vigil.agent.storing.Facts.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.agent.storing.StationStore.Kept;
import io.vigil.agent.storing.StationStore.KnownPerson;
import io.vigil.agent.storing.keys.FileKeySource;
import io.vigil.glucose.Origin;
import io.vigil.journal.NumberedEvent;
import io.vigil.ward.Person;
import io.vigil.ward.ReceivedReading;
import io.vigil.ward.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What the database will not take for what it is: that one is refused, and everything beside it is kept. */
@Timeout(60)
class RefusedFactTest {

    static final List<Named<ReceivedReading>> REFUSED = List.of(
            Named.of(
                    "the name of a session that is too long",
                    Facts.reading(BERT, "s".repeat(201), 1, Facts.measured(NOON, 100))),
            Named.of("an offset that no clock has", measured(NOON, 40_000)),
            Named.of("a moment that no calendar has", measured(Instant.MAX, 60)));

    @TempDir
    Path folder;

    private static ReceivedReading measured(Instant at, int utcOffsetMinutes) {
        return new ReceivedReading(
                BERT,
                Facts.reading(BERT, 1).id(),
                Facts.measured(at, 100),
                Origin.LIVE,
                utcOffsetMinutes,
                NOON,
                Duration.ZERO);
    }

    private StationStore open() {
        return HsqlStationStore.open(
                StoreSettings.in(folder.resolve("store")), new FileKeySource(folder.resolve("keys")), () -> NOON);
    }

    private static CompletableFuture<Kept> keep(StationStore store, int number) {
        return store.keep(
                List.of(Facts.reading(ANNA, number)), List.of(Facts.commanded("c" + number, NOON.plusSeconds(number))));
    }

    @ParameterizedTest
    @FieldSource("REFUSED")
    void refuses_a_fact_that_does_not_fit_and_keeps_all_that_wait_beside_it(ReceivedReading refused) {
        try (var store = open()) {
            keep(store, 0).join();
            var before = IntStream.range(1, 100).mapToObj(n -> keep(store, n)).toList();
            var bad = store.keep(List.of(Facts.reading(BERT, 0), refused), List.of(Facts.commanded("bad", NOON)));
            var after = IntStream.range(100, 200).mapToObj(n -> keep(store, n)).toList();

            assertThatThrownBy(bad::join)
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOf(FactRefused.class)
                    .hasMessageStartingWith("The store is well but refuses this, for it does not fit: ");
            assertThat(before)
                    .allSatisfy(answer -> assertThat(answer.join().taken()).isEqualTo(1));
            assertThat(after)
                    .allSatisfy(answer -> assertThat(answer.join().taken()).isEqualTo(1));
            assertThat(store.health().sound()).isTrue();
            assertThat(store.byCommand("bad")).isEmpty();
            assertThat(store.readings(BERT, Instant.EPOCH, NOON.plusSeconds(60)))
                    .isEmpty();
            assertThat(store.eventsAfter(0, 1_000))
                    .extracting(NumberedEvent::seq)
                    .isEqualTo(IntStream.rangeClosed(1, 200)
                            .mapToObj(Long::valueOf)
                            .toList());
            assertThat(store.readingCount()).isEqualTo(200);
            assertThat(store.keep(List.of(Facts.reading(BERT, 0)), List.of())
                            .join()
                            .taken())
                    .as("what came beside the bad one, told again by itself")
                    .isEqualTo(1);
        }
        try (var again = open()) {
            assertThat(again.newestSeq()).isEqualTo(200);
            assertThat(again.readingCount()).isEqualTo(201);
        }
    }

    @Test
    void refuses_two_commands_that_the_database_takes_for_one() {
        try (var store = open()) {
            var twins = store.keep(List.of(), List.of(Facts.commanded("c1", NOON), Facts.commanded("c1 ", NOON)));

            assertThatThrownBy(twins::join).cause().isInstanceOf(FactRefused.class);
            assertThat(keep(store, 2).join().events().getFirst().seq()).isEqualTo(1);
        }
    }

    @Test
    void refuses_a_person_without_telling_whose_name_it_is() {
        try (var store = open()) {
            var name = "Zwicknagl".repeat(30);
            var refused = store.keepPerson(new KnownPerson(new Person("zwick", name, Role.NURSE), "$argon2id$"));

            assertThatThrownBy(refused::join)
                    .cause()
                    .isInstanceOf(FactRefused.class)
                    .hasMessageNotContaining("Zwicknagl");
            assertThat(store.persons()).isEmpty();
            assertThat(store.health().sound()).isTrue();
        }
    }
}
