package io.vigil.agent.storing;

import static io.vigil.agent.storing.Facts.ANNA;
import static io.vigil.agent.storing.Facts.BERT;
import static io.vigil.agent.storing.Facts.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.agent.storing.StationStore.KnownPerson;
import io.vigil.agent.storing.StationStore.NewEvent;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmStep;
import io.vigil.glucose.KeptReading;
import io.vigil.glucose.Origin;
import io.vigil.glucose.Reading;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent;
import io.vigil.ward.Patient;
import io.vigil.ward.PatientId;
import io.vigil.ward.Person;
import io.vigil.ward.ReceivedReading;
import io.vigil.ward.Role;
import io.vigil.ward.SensorSession;
import io.vigil.ward.Station;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every StationStore promises: a fake and the real one alike. */
abstract class StationStoreContract {

    abstract StationStore store();

    private static List<Reading> all(StationStore store, PatientId patient) {
        return store.readings(patient, Instant.EPOCH, Instant.EPOCH.plus(Duration.ofDays(40_000))).stream()
                .map(KeptReading::reading)
                .toList();
    }

    private static List<Reading> of(List<ReceivedReading> received) {
        return received.stream().map(ReceivedReading::reading).toList();
    }

    @Test
    void keeps_readings_and_gives_them_back_oldest_first() {
        var store = store();
        var readings = Facts.readings(ANNA, 0, 20);

        var kept = store.keep(readings.reversed(), List.of()).join();

        assertThat(kept.taken()).isEqualTo(20);
        assertThat(all(store, ANNA)).isEqualTo(of(readings));
        assertThat(all(store, BERT)).isEmpty();
        assertThat(store.readingCount()).isEqualTo(20);
    }

    @Test
    void tells_low_and_high_from_a_number_and_keeps_how_a_reading_came() {
        var store = store();
        var low = Facts.reading(ANNA, "s1", 1, new Reading.BelowRange(NOON));
        var high = Facts.reading(ANNA, "s1", 2, new Reading.AboveRange(NOON.plusSeconds(300)));
        var tenths = Facts.reading(ANNA, "s1", 3, Facts.measured(NOON.plusSeconds(600), 69.6));
        var imported = new ReceivedReading(
                ANNA, tenths.id(), tenths.reading(), Origin.IMPORTED, -90, NOON, Duration.ofMillis(-1250));

        store.keep(List.of(low, high, imported), List.of()).join();

        assertThat(store.readings(ANNA, NOON, NOON.plusSeconds(601)))
                .containsExactly(
                        new KeptReading(low.reading(), Origin.LIVE),
                        new KeptReading(high.reading(), Origin.LIVE),
                        new KeptReading(tenths.reading(), Origin.IMPORTED));
    }

    @Test
    void gives_from_the_first_moment_up_to_and_without_the_last() {
        var store = store();
        store.keep(Facts.readings(ANNA, 0, 3), List.of()).join();

        assertThat(store.readings(ANNA, NOON, NOON.plusSeconds(600))).hasSize(2);
        assertThat(store.readings(ANNA, NOON.plusSeconds(600), NOON.plusSeconds(601)))
                .hasSize(1);
        assertThat(store.readings(ANNA, NOON, NOON)).isEmpty();
        assertThat(store.readings(ANNA, NOON.plusSeconds(1), NOON)).isEmpty();
    }

    @Test
    void takes_a_repeated_reading_once() {
        var store = store();
        store.keep(Facts.readings(ANNA, 0, 10), List.of()).join();

        var again = store.keep(Facts.readings(ANNA, 5, 15), List.of()).join();

        assertThat(again.taken()).isEqualTo(5);
        assertThat(again.repeated()).isEqualTo(5);
        assertThat(all(store, ANNA)).isEqualTo(of(Facts.readings(ANNA, 0, 15)));
    }

    @Test
    void takes_a_reading_once_that_comes_twice_in_one_delivery() {
        var store = store();
        var reading = Facts.reading(ANNA, 1);

        var kept = store.keep(List.of(reading, reading), List.of()).join();

        assertThat(kept.taken()).isEqualTo(1);
        assertThat(kept.repeated()).isEqualTo(1);
        assertThat(store.readingCount()).isEqualTo(1);
    }

    @Test
    void knows_a_reading_of_a_day_that_came_whole() {
        var store = store();
        var days = Facts.readings(ANNA, 0, 3 * 288);
        store.keep(days, List.of()).join();

        var again =
                store.keep(Facts.readings(ANNA, 100, 3 * 288 + 1), List.of()).join();

        assertThat(again.taken()).isEqualTo(1);
        assertThat(again.repeated()).isEqualTo(3 * 288 - 100);
        assertThat(all(store, ANNA)).isEqualTo(of(Facts.readings(ANNA, 0, 3 * 288 + 1)));
    }

    @Test
    void knows_a_reading_whose_clock_was_set_anew() {
        var store = store();
        store.keep(Facts.readings(ANNA, 0, 3 * 288), List.of()).join();
        var moved = Facts.reading(ANNA, "s1", 7, Facts.measured(NOON.plus(Duration.ofDays(30)), 80));

        var again = store.keep(List.of(moved), List.of()).join();

        assertThat(again.repeated()).isEqualTo(1);
        assertThat(store.readingCount()).isEqualTo(3 * 288);
    }

    @Test
    void takes_the_same_ticks_of_another_session_or_patient_as_another_reading() {
        var store = store();
        var reading = Facts.measured(NOON, 100);

        var kept = store.keep(
                        List.of(
                                Facts.reading(ANNA, "s1", 1, reading),
                                Facts.reading(ANNA, "s2", 1, reading),
                                Facts.reading(BERT, "s1", 1, reading)),
                        List.of())
                .join();

        assertThat(kept.taken()).isEqualTo(3);
        assertThat(all(store, ANNA)).hasSize(2);
    }

    @Test
    void takes_backfilled_readings_between_others_and_before_the_first() {
        var store = store();
        store.keep(Facts.readings(ANNA, 200, 210), List.of()).join();
        store.keep(Facts.readings(ANNA, 0, 150), List.of()).join();
        store.keep(Facts.readings(ANNA, 150, 210), List.of()).join();

        assertThat(all(store, ANNA)).isEqualTo(of(Facts.readings(ANNA, 0, 210)));
        assertThat(store.readingCount()).isEqualTo(210);
    }

    @Test
    void numbers_events_from_one_without_holes() {
        var store = store();

        var answers = IntStream.range(0, 300)
                .mapToObj(i -> store.keep(
                        List.of(Facts.reading(ANNA, i)), List.of(Facts.commanded("c" + i, NOON.plusSeconds(i)))))
                .toList();

        assertThat(answers)
                .extracting(answer -> answer.join().events().getFirst().seq())
                .isEqualTo(IntStream.rangeClosed(1, 300).mapToObj(Long::valueOf).toList());
        assertThat(store.eventsAfter(0, 1000))
                .extracting(NumberedEvent::seq)
                .isEqualTo(IntStream.rangeClosed(1, 300).mapToObj(Long::valueOf).toList());
        assertThat(store.eventsAfter(290, 5))
                .extracting(NumberedEvent::seq)
                .containsExactly(291L, 292L, 293L, 294L, 295L);
        assertThat(store.newestSeq()).isEqualTo(300);
    }

    @Test
    void makes_one_event_of_a_command_however_often_it_comes() {
        var store = store();
        var first = store.keep(List.of(), List.of(Facts.commanded("c1", NOON))).join();

        var again = store.keep(List.of(), List.of(Facts.commanded("c1", NOON.plusSeconds(9))))
                .join();
        var both = store.keep(
                        List.of(), List.of(Facts.commanded("c2", NOON), Facts.commanded("c2", NOON.plusSeconds(1))))
                .join();

        assertThat(again.events()).isEqualTo(first.events());
        assertThat(both.events().get(1)).isEqualTo(both.events().get(0));
        assertThat(store.newestSeq()).isEqualTo(2);
        assertThat(store.byCommand("c1")).contains(first.events().getFirst());
        assertThat(store.byCommand("never")).isEmpty();
    }

    @Test
    void gives_an_event_back_as_it_was_told() {
        var store = store();
        var happened = List.of(
                Facts.raised(ANNA, AlarmKind.URGENT_LOW, NOON),
                Facts.of(new WardEvent.Refused("reading.csv:17", "4000 mg/dL is no glucose"), NOON.plusNanos(1_000)),
                Facts.of(new WardEvent.PatientAdmitted(Facts.patient(BERT, "Haußmann, Jürgen 高")), NOON));

        store.keep(List.of(), happened).join();

        assertThat(store.eventsAfter(0, 10))
                .extracting(NumberedEvent::event)
                .isEqualTo(happened.stream().map(NewEvent::event).toList());
        assertThat(store.eventsAfter(0, 10).get(1).happenedAt()).isEqualTo(NOON.plusNanos(1_000));
        assertThat(store.events(ANNA, NOON, NOON.plusSeconds(1)))
                .extracting(NumberedEvent::seq)
                .containsExactly(1L);
        assertThat(store.events(Station.THIS, NOON, NOON.plusSeconds(1)))
                .extracting(NumberedEvent::seq)
                .containsExactly(2L);
        assertThat(store.events(Station.THIS, NOON.plusSeconds(1), NOON.plusSeconds(2)))
                .isEmpty();
        assertThat(store.events(NOON, NOON.plusSeconds(1)))
                .extracting(NumberedEvent::seq)
                .containsExactly(1L, 2L, 3L);
        assertThat(store.events(NOON.minusSeconds(1), NOON)).isEmpty();
        assertThat(store.freeInBytes()).isPositive();
    }

    @Test
    void tells_where_every_alarm_patient_and_sensor_stands() {
        var store = store();
        var later = NOON.plusSeconds(60);
        store.keep(
                        List.of(),
                        List.of(
                                Facts.raised(ANNA, AlarmKind.LOW, NOON),
                                Facts.raised(BERT, AlarmKind.LOW, NOON),
                                Facts.raised(ANNA, AlarmKind.SIGNAL_LOST, NOON),
                                Facts.of(new WardEvent.PatientAdmitted(Facts.patient(ANNA, "Old, Name")), NOON),
                                Facts.of(new WardEvent.SensorStarted(Facts.sensor(ANNA, "s1")), NOON)))
                .join();
        store.keep(
                        List.of(),
                        List.of(
                                Facts.of(Facts.changed(ANNA, AlarmKind.LOW, later, AlarmStep.CLEARED), later),
                                Facts.of(new WardEvent.PatientAdmitted(Facts.patient(ANNA, "New, Name")), later),
                                Facts.of(new WardEvent.SensorStarted(Facts.sensor(ANNA, "s2")), later)))
                .join();

        assertThat(store.latestAlarmChanges()).extracting(NumberedEvent::seq).containsExactlyInAnyOrder(2L, 3L, 6L);
        assertThat(store.patients()).extracting(Patient::name).containsExactly("New, Name");
        assertThat(store.sensors()).extracting(SensorSession::session).containsExactly("s2");
    }

    @Test
    void knows_who_may_sign_in() {
        var store = store();
        var nurse = new KnownPerson(new Person("weber", "N. Weber", Role.NURSE), "$argon2id$1");
        var changed = new KnownPerson(new Person("weber", "N. Weber-Ott", Role.DOCTOR), "$argon2id$2");

        store.keepPerson(nurse).join();
        store.keepPerson(changed).join();

        assertThat(store.persons()).containsExactly(changed);
    }

    @Test
    void refuses_at_once_what_can_never_be_kept() {
        var store = store();

        assertThatThrownBy(() -> Facts.commanded("x".repeat(101), NOON)).isInstanceOf(IllegalArgumentException.class);
        var endless = Facts.of(new WardEvent.Refused("x".repeat(2_000_000), "too long"), NOON);
        assertThatThrownBy(() -> store.keep(List.of(), List.of(endless))).isInstanceOf(IllegalArgumentException.class);
        assertThat(store.keep(Facts.readings(ANNA, 0, 1), List.of()).join().taken())
                .isEqualTo(1);
    }

    @Test
    void answers_nothing_with_nothing() {
        var store = store();

        var kept = store.keep(List.of(), List.of()).join();

        assertThat(kept.taken()).isZero();
        assertThat(store.newestSeq()).isZero();
        assertThat(store.health().sound()).isTrue();
    }
}
