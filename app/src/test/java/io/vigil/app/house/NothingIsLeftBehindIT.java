package io.vigil.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.app.agentlink.RemoteAgentLink;
import io.vigil.app.agentlink.StationView.Contact.InContact;
import io.vigil.app.demo.DemoStation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** However a demo ends, its agent ends with it. */
class NothingIsLeftBehindIT {

    private static final int GENEROUS_SECONDS = 60;

    @Test
    @Timeout(200)
    void a_closed_station_leaves_no_process_and_no_folder() throws Exception {
        var station = DemoStation.start(BuiltAgent.HOME, BuiltAgent.classPath(), 60);
        var agent = ProcessHandle.of(station.agent().pid()).orElseThrow();
        var folder = station.agent().data().resolve("..").normalize();
        awaitContact(station.agent().data());
        assertThat(agent.isAlive()).isTrue();
        assertThat(folder).isNotEmptyDirectory();

        station.close();

        assertThat(agent.isAlive()).isFalse();
        assertThat(folder).doesNotExist();
    }

    @Test
    @Timeout(200)
    void an_agent_whose_parent_is_killed_ends_by_itself() throws Exception {
        var parent = new JavaProgram(DyingParent.class.getName(), List.of()).start();
        try (var told = parent.inputReader()) {
            var words = told.readLine().split(" ", 2);
            var agent = ProcessHandle.of(Long.parseLong(words[0])).orElseThrow();
            var data = Path.of(words[1]);
            awaitContact(data);
            assertThat(agent.isAlive()).isTrue();

            parent.destroyForcibly();

            agent.onExit().get(GENEROUS_SECONDS, TimeUnit.SECONDS);
            assertThat(agent.isAlive()).isFalse();
            remove(data.resolve("..").normalize()); // which the parent had no time to do
        } finally {
            parent.destroyForcibly();
        }
    }

    private static void awaitContact(Path data) throws InterruptedException {
        var reached = new CountDownLatch(1);
        try (var link = RemoteAgentLink.toAgentIn(data, Runnable::run, InstantSource.system());
                var _ = link.onChange(view -> {
                    if (view.contact() instanceof InContact) {
                        reached.countDown();
                    }
                })) {
            assertThat(reached.await(GENEROUS_SECONDS, TimeUnit.SECONDS))
                    .as("the agent answered")
                    .isTrue();
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(each -> {
                try {
                    Files.delete(each);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
