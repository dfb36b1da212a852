package io.vigil.agent.sensing;

import static io.vigil.glucose.Origin.BACKFILLED;
import static io.vigil.glucose.Origin.IMPORTED;
import static io.vigil.glucose.Origin.LIVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.glucose.ReadingId;
import io.vigil.ward.Patient;
import io.vigil.ward.PatientId;
import io.vigil.ward.ReceivedReading;
import io.vigil.ward.SensorSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplaySourceTest {

    private static final Duration SOON = Duration.ofMillis(5);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final PatientId OSEI = new PatientId("p-07");
    private static final Instant FOUR = Instant.parse("2022-05-16T02:00:00Z");
    private static final LocalDateTime RECORDED = LocalDateTime.parse("2020-01-01T04:00:00");

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> told = new AtomicReference<>(FOUR);
    private final List<Source> sources = new ArrayList<>();
    private WardManifest ward;

    /** A day before the story and two hours of it, a reading each five minutes, a sensor change after an hour. */
    @BeforeEach
    void recordANight() throws IOException {
        var rows = IntStream.range(-288, 24)
                .mapToObj(step -> RECORDED.plusMinutes(5L * step).plusSeconds(30) + "," + (150 + step % 40))
                .collect(Collectors.joining("\n"));
        var file = folder.resolve("night.csv");
        Files.writeString(file, "taken_at_local,mg_per_dl\n" + rows);
        ward = ward(file);
    }

    @AfterEach
    void close() {
        sources.forEach(Source::close);
    }

    @Test
    void gives_the_past_at_once_and_as_the_past() throws Exception {
        var intake = open(handHeld());

        intake.await(() -> intake.kept.size() == 288 && intake.started.size() == 1);

        assertThat(intake.admitted).containsExactly(ward.beds().getFirst().patient());
        assertThat(intake.started).extracting(SensorSession::serial).containsExactly("first");
        assertThat(intake.calls).hasSize(1);
        assertThat(intake.kept).extracting(ReceivedReading::origin).containsOnly(IMPORTED);
        assertThat(intake.momentsKept()).isSorted().last().isEqualTo(FOUR.minusSeconds(270));
    }

    @Test
    void gives_no_more_of_the_past_than_the_ward_asks_for() throws Exception {
        ward = new WardManifest(
                ward.ward(),
                ward.zone(),
                FOUR.plus(Duration.ofDays(2)),
                Period.ofDays(1),
                List.of(new WardManifest.Bed(
                        ward.beds().getFirst().patient(),
                        ward.beds().getFirst().recording(),
                        RECORDED.plusHours(1),
                        List.of(sensor("first", -10, 60)))));
        told.set(FOUR.plus(Duration.ofDays(2)));

        var intake = open(handHeld());
        intake.await(() -> !intake.kept.isEmpty());

        assertThat(intake.kept).hasSize(288);
    }

    @Test
    void gives_each_reading_when_its_moment_comes() throws Exception {
        var intake = open(handHeld());
        intake.await(() -> intake.kept.size() == 288);

        tell("PT29S");
        tell("PT30S");
        intake.await(() -> intake.kept.size() == 289);
        tell("PT5M30S");
        intake.await(() -> intake.kept.size() == 290);

        assertThat(live(intake))
                .extracting(ReceivedReading::receivedAt)
                .containsExactly(FOUR.plusSeconds(30), FOUR.plusSeconds(330));
        assertThat(live(intake)).extracting(ReceivedReading::origin).containsOnly(LIVE);
        assertThat(live(intake)).extracting(ReceivedReading::utcOffsetMinutes).containsOnly(120);
        assertThat(live(intake)).extracting(reading -> reading.id().session()).containsOnly("first");
    }

    @Test
    void never_gives_a_reading_before_its_moment_on_a_running_clock() throws Exception {
        var began = System.nanoTime();
        InstantSource running = () -> FOUR.plusNanos((System.nanoTime() - began) * 20_000);
        var intake = open(new ListeningIntake(running, 20_000));

        intake.await(() -> intake.kept.size() == 288 + 24);

        assertThat(live(intake))
                .hasSize(24)
                .allSatisfy(reading -> assertThat(reading.receivedAt())
                        .isAfterOrEqualTo(reading.reading().at()));
    }

    @Test
    void starts_the_next_sensor_when_its_life_begins_and_plays_nothing_outside_of_a_life() throws Exception {
        ward = new WardManifest(
                ward.ward(),
                ward.zone(),
                FOUR,
                ward.past(),
                List.of(new WardManifest.Bed(
                        ward.beds().getFirst().patient(),
                        ward.beds().getFirst().recording(),
                        RECORDED,
                        List.of(sensor("first", -10, 60), sensor("second", 90, 600)))));
        var intake = open(handHeld());

        tell("PT2H");
        intake.await(() -> intake.started.size() == 2 && intake.kept.size() == 288 + 18);

        assertThat(live(intake))
                .extracting(reading -> reading.id().session())
                .containsExactlyElementsOf(IntStream.range(0, 18)
                        .mapToObj(i -> i < 12 ? "first" : "second")
                        .toList());
    }

    @Test
    void gives_again_what_was_not_taken_until_there_is_a_receipt() throws Exception {
        var intake = open(handHeld().failing(7));

        intake.await(() -> intake.admitted.size() == 1 && intake.started.size() == 1 && intake.kept.size() == 288);
        tell("PT30S");
        intake.await(() -> intake.kept.size() == 289);
        intake.failing(3);
        tell("PT10M30S");
        intake.await(() -> intake.kept.size() == 291);

        assertThat(intake.momentsKept()).doesNotHaveDuplicates();
    }

    @Test
    void a_new_source_on_the_same_story_gives_what_the_old_one_could_not() throws Exception {
        var before = open(handHeld());
        tell("PT30M");
        before.await(() -> before.kept.size() == 288 + 6);
        sources.getFirst().close();

        tell("PT61M");
        var after = open(handHeld());
        after.await(() -> after.kept.size() == 288 + 13);
        tell("PT2H");
        after.await(() -> after.kept.size() == 288 + 24);

        assertThat(after.kept)
                .extracting(ReceivedReading::id)
                .startsWith(before.kept.stream().map(ReceivedReading::id).toArray(ReadingId[]::new));
        assertThat(after.kept.subList(288, 300))
                .extracting(ReceivedReading::origin)
                .containsOnly(BACKFILLED);
        assertThat(after.kept.subList(300, 312))
                .extracting(ReceivedReading::origin)
                .containsOnly(LIVE);
    }

    @Test
    void tells_a_refused_row_and_plays_the_rest() throws Exception {
        Files.writeString(
                folder.resolve("night.csv"),
                "\n2020-01-01T06:00:30,4000\n2020-01-01T06:05:30,99\n",
                StandardOpenOption.APPEND);
        var intake = open(handHeld());

        tell("PT3H");
        intake.await(() -> intake.kept.size() == 288 + 25);

        assertThat(intake.refused)
                .containsExactly(
                        "night.csv line 314: 4000 mg/dL is nothing a sensor can say (20 to 600). Correct the value or leave the row out.");
    }

    @Test
    void a_bed_whose_recording_cannot_be_read_is_admitted_all_the_same() throws Exception {
        Files.writeString(folder.resolve("night.csv"), "PK");
        var intake = open(handHeld());

        intake.await(() -> intake.admitted.size() == 1 && intake.started.size() == 1 && intake.refused.size() == 1);

        assertThat(intake.kept).isEmpty();
        assertThat(intake.refused)
                .first()
                .asString()
                .startsWith("night.csv: night.csv line 1: the layout is not known: \"PK\"");
    }

    @Test
    void gives_nothing_once_it_is_closed() throws Exception {
        var intake = open(handHeld());
        intake.await(() -> intake.kept.size() == 288);

        sources.getFirst().close();
        tell("PT2H");

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("replay");
        assertThat(intake.kept).hasSize(288);
    }

    @Test
    void can_be_closed_before_it_was_opened() {
        ReplaySource.of(ward).close();
    }

    @Test
    void plays_ward_4b_through_the_first_hour_of_its_story() throws Exception {
        ward = WardManifest.read(Nights.FOLDER.resolve("ward-4b.json"));
        var intake = open(handHeld());
        intake.await(() -> intake.admitted.size() == 12 && intake.started.size() == 12);

        tell("PT1H");
        var recorded = ward.beds().stream()
                .flatMap(bed -> Recording.read(bed.recording(), LocalDateTime.MAX).placed(bed.moment(), FOUR).stream())
                .filter(reading -> !reading.at().isBefore(FOUR) && !reading.at().isAfter(told.get()))
                .count();
        intake.await(() -> live(intake).size() == recorded);

        assertThat(recorded).isGreaterThan(120);
        assertThat(intake.refused).isEmpty();
        assertThat(live(intake)).extracting(reading -> reading.patient().key()).doesNotContain("p-03");
        assertThat(intake.kept).hasSizeGreaterThan(150_000);
    }

    private ListeningIntake handHeld() {
        return new ListeningIntake(told::get, 100_000);
    }

    private ListeningIntake open(ListeningIntake intake) {
        var source = ReplaySource.of(ward, SOON);
        sources.add(source);
        source.open(intake);
        return intake;
    }

    private void tell(String sinceFour) {
        told.set(FOUR.plus(Duration.parse(sinceFour)));
    }

    private static List<ReceivedReading> live(ListeningIntake intake) {
        return intake.kept.stream()
                .filter(reading -> reading.origin() != IMPORTED)
                .toList();
    }

    private static WardManifest ward(Path recording) {
        var patient =
                new Patient(OSEI, "Bed 07", "Osei, Margaret", LocalDate.parse("1970-02-14"), "7", "type 1 diabetes");
        return new WardManifest(
                "Ward",
                BERLIN,
                FOUR,
                Period.ofDays(90),
                List.of(new WardManifest.Bed(patient, recording, RECORDED, List.of(sensor("first", -10, 600)))));
    }

    private static SensorSession sensor(String serial, int fromMinute, int toMinute) {
        return new SensorSession(
                OSEI,
                "replay",
                serial,
                serial,
                "abdomen",
                FOUR.plus(Duration.ofMinutes(fromMinute)),
                FOUR.plus(Duration.ofMinutes(toMinute)),
                Duration.ofMinutes(5));
    }
}
