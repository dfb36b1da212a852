package io.vigil.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.grpc.StatusRuntimeException;
import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmPriority;
import io.vigil.alarm.Answer.Nobody;
import io.vigil.contract.Telling.AlarmsNow;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.Origin;
import io.vigil.glucose.Reading.Measured;
import io.vigil.ward.ReceivedReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A whole agent on a disk that fills: what nobody can keep is still judged and told, and nobody is told that it was kept. */
class StationOnAFullDiskTest {

    private static final int ROOM_LEFT = 100_000;
    private static final int DELIVERIES_UNTIL_FULL = 1_000;

    @TempDir
    private Path folder;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", disk.toString()),
                "Needs the right to mount a small disk; run as root to try what happens when it is full");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "-l", disk.toString());
    }

    // [utest->req~alarm.store-failing~1]
    // [utest->req~answer.durable-first~1]
    @Test
    @Timeout(240)
    void a_full_disk_is_an_alarm_and_keeps_no_alarm_back() throws Exception {
        try (var station = WholeStation.in(disk.resolve("station"))) {
            station.screen().signIn("brandt", "night-4b");
            var began = station.now();

            fill(station, began);

            var technical = station.screen().alarms("store-failing", now -> has(now, AlarmKind.STORE_FAILING));
            assertThat(technical.open())
                    .filteredOn(alarm -> alarm.id().kind() == AlarmKind.STORE_FAILING)
                    .allSatisfy(
                            alarm -> assertThat(alarm.id().kind().priority()).isEqualTo(AlarmPriority.HIGH));

            station.openAnotherDoor();
            var receipt = station.deliver(station.reading(51, began));
            var urgent = station
                    .screen()
                    .alarms("an urgent low on a full disk", now -> has(now, AlarmKind.URGENT_LOW))
                    .open()
                    .stream()
                    .map(alarm -> alarm.id())
                    .filter(id -> id.kind() == AlarmKind.URGENT_LOW)
                    .findFirst()
                    .orElseThrow();
            assertThatThrownBy(receipt::join)
                    .isInstanceOf(CompletionException.class)
                    .hasMessageContaining("Make room on the disk");

            assertThatThrownBy(() -> station.screen().acknowledge(urgent, "Juice given"))
                    .isInstanceOf(StatusRuntimeException.class)
                    .hasMessageContaining("Make room on the disk");
            assertNobodyHasAnswered(station, urgent);

            assertThat(station.screen().pauseSound())
                    .as("a tone can be paused all the same, though under no number")
                    .isZero();
        }
    }

    /** Somebody else's file takes nearly all, and readings the rest. */
    private void fill(WholeStation station, Instant began) throws IOException {
        var left = Files.getFileStore(disk).getUsableSpace() - ROOM_LEFT;
        Files.write(disk.resolve("somebody else's"), new byte[(int) left]);
        for (var delivery = 0; delivery < DELIVERIES_UNTIL_FULL; delivery++) {
            try {
                station.deliver(past(delivery, began)).join();
            } catch (CompletionException e) {
                assertThat(e).hasMessageContaining("Make room on the disk");
                return;
            }
        }
        throw new AssertionError("The disk never became full.");
    }

    private static List<ReceivedReading> past(int delivery, Instant began) {
        return IntStream.range(delivery * 500, (delivery + 1) * 500)
                .mapToObj(second -> WholeStation.reading(
                        new Measured(began.minusSeconds(100_000_000L - second), Glucose.mgPerDl(100 + second % 60)),
                        Origin.IMPORTED))
                .toList();
    }

    private static void assertNobodyHasAnswered(WholeStation station, AlarmId urgent) {
        station.openAnotherDoor();
        var _ = station.deliver(
                station.reading(50, station.now())); // the alarms are told anew when one of them grows worse
        var now = station.screen().alarms("the worse low", alarms -> has(alarms, AlarmKind.URGENT_LOW));
        assertThat(now.open())
                .filteredOn(alarm -> alarm.id().equals(urgent))
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.state().answer()).isInstanceOf(Nobody.class));
    }

    private static boolean has(AlarmsNow now, AlarmKind kind) {
        return now.open().stream().anyMatch(alarm -> alarm.id().kind() == kind);
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
