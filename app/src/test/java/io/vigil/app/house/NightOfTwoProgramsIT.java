package io.vigil.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmState;
import io.vigil.alarm.AlarmStep;
import io.vigil.alarm.Answer.Acknowledged;
import io.vigil.app.AppWindow;
import io.vigil.app.agentlink.RemoteAgentLink;
import io.vigil.app.agentlink.StationView;
import io.vigil.app.agentlink.StationView.Contact;
import io.vigil.app.demo.DemoStation;
import io.vigil.app.stage.Pictures;
import io.vigil.app.stage.StageTest;
import io.vigil.app.ui.Flash;
import io.vigil.app.ui.FxDoor;
import io.vigil.app.ui.Preferences;
import io.vigil.app.ui.Theme;
import io.vigil.glucose.Reading;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent.AlarmChanged;
import io.vigil.ward.PatientId;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A real night, an agent that is a process of its own, the whole window on a screen: an urgent low is answered, the agent is
 * killed as by a power failure, and comes back.
 */
class NightOfTwoProgramsIT extends StageTest {

    private static final Path ROOT = Path.of(System.getProperty("vigil.root", "."));
    private static final PatientId MARGARET = new PatientId("p-07");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final long GENEROUS_SECONDS = 120;

    /** The app must know within this time that the agent is gone. */
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(3);

    private final AtomicReference<StationView> view = new AtomicReference<>();
    private final AtomicLong lostAtNanos = new AtomicLong();
    private final List<NumberedEvent> events = new CopyOnWriteArrayList<>();

    private DemoStation station;
    private RemoteAgentLink link;
    private AppWindow window;
    private Scene scene;

    @BeforeEach
    void open_the_house() throws IOException {
        station = DemoStation.start(ROOT, agentPath(), 60);
        link = RemoteAgentLink.toAgentIn(station.agent().data(), new FxDoor(), InstantSource.system());
        link.onEvent(events::add);
        link.onChange(newer -> {
            if (newer.contact() instanceof Contact.Lost) {
                lostAtNanos.compareAndSet(0, System.nanoTime());
            }
            view.set(newer);
        });
        window = onScreen(() -> new AppWindow(link, Preferences.unkept(), Flash.still(), InstantSource.system()));
        scene = show(Theme.DARK, 1920, 1080, () -> window.shell().root());
        doOnScreen(() -> window.shell().dress(scene));
    }

    @AfterEach
    void close_the_house() {
        doOnScreen(window::close);
        link.close();
        station.close();
    }

    // [utest->req~link.agent-lost-is-told~1]
    // [utest->req~alarm.survives-restart~1]
    @Test
    void an_urgent_low_is_answered_and_a_killed_agent_comes_back_with_everything() throws Exception {
        waitUntil("an urgent low is open", () -> urgentLow().isPresent());
        var alarm = urgentLow().orElseThrow();
        waitUntil(
                "the banner offers to acknowledge it",
                () -> control("#acknowledge", Button.class).isPresent());
        Pictures.write("house-alarm", scene);

        // The banner takes no touch in the first 600 ms after another alarm has taken its place; she touches until it
        // asks.
        waitUntil("the screen asks who acknowledges", () -> {
            touch("#acknowledge");
            return control("#person", TextInputControl.class).isPresent();
        });
        doOnScreen(() -> {
            control("#person", TextInputControl.class).orElseThrow().setText("brandt");
            control("#password", TextInputControl.class).orElseThrow().setText("night-4b");
        });
        touch("#enter");
        waitUntil("the urgent low is answered", () -> isAnswered(alarm));
        Pictures.write("house-acknowledged", scene);

        station.agent().kill();
        var killedAtNanos = System.nanoTime();
        waitUntil("the app knows that the agent is gone", () -> lostAtNanos.get() != 0);
        assertThat(Duration.ofNanos(lostAtNanos.get() - killedAtNanos)).isLessThanOrEqualTo(KNOWN_WITHIN);
        waitUntil(
                "the frame says so", () -> control("#pause-lost", Button.class).isPresent());
        Pictures.write("house-agent-lost", scene);

        station.agent().restart();
        waitUntil("the agent is back", () -> view.get().contact() instanceof Contact.InContact);

        var answeredUntil = answerKept(alarm).quietUntil();
        assertThat(steps(alarm).stream().map(AlarmChange::to))
                .startsWith(AlarmStep.RAISED, AlarmStep.ACKNOWLEDGED)
                .containsOnlyOnce(AlarmStep.RAISED);
        assertThat(steps(alarm))
                .filteredOn(step -> step.to() == AlarmStep.REANNOUNCED)
                .allSatisfy(step -> assertThat(step.at()).isAfterOrEqualTo(answeredUntil));
        waitUntil(
                "the readings of the outage are in",
                () -> isCompleteUntil(link.clock().instant().minus(Duration.ofMinutes(10))));
        assertThat(events.stream().map(NumberedEvent::seq))
                .containsExactlyElementsOf(LongStream.rangeClosed(
                                events.getFirst().seq(), events.getLast().seq())
                        .boxed()
                        .toList());
        Pictures.write("house-back", scene);
    }

    private Optional<AlarmId> urgentLow() {
        return Optional.ofNullable(view.get()).stream()
                .flatMap(seen -> seen.alarms().stream())
                .map(each -> each.id())
                .filter(id -> id.kind() == AlarmKind.URGENT_LOW)
                .findFirst();
    }

    /** What the agent's log says of the alarm, now. */
    private List<AlarmChange> steps(AlarmId alarm) {
        return link.events(MARGARET, DemoStation.STORY_STARTS, link.clock().instant()).join().stream()
                .map(NumberedEvent::event)
                .filter(AlarmChanged.class::isInstance)
                .map(event -> ((AlarmChanged) event).change())
                .filter(change -> change.alarm().equals(alarm))
                .toList();
    }

    private Acknowledged answerKept(AlarmId alarm) {
        var state = (AlarmState.Open) steps(alarm).get(1).state();
        return (Acknowledged) state.answer();
    }

    private boolean isAnswered(AlarmId alarm) {
        return view.get().alarms().stream().anyMatch(each -> each.id().equals(alarm) && answer(each.state()));
    }

    private static boolean answer(AlarmState.Open state) {
        return state.answer() instanceof Acknowledged(var by, var _, var _, var _) && by.equals("Katrin Brandt");
    }

    /** Every reading of bed 07's recording between the story's start and then is in the agent's store, once. */
    private boolean isCompleteUntil(Instant then) {
        var expected = recorded(then);
        var kept = link.readings(MARGARET, DemoStation.STORY_STARTS, then).join().stream()
                .map(each -> each.reading())
                .map(Reading::at)
                .toList();
        return !expected.isEmpty() && kept.equals(expected);
    }

    private static List<Instant> recorded(Instant until) {
        var file = ROOT.resolve("resources/nights/physiocgm-c1s03.csv.gz");
        try (var rows = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return rows.lines()
                    .skip(1)
                    .map(row -> LocalDateTime.parse(row.substring(0, row.indexOf(',')))
                            .atZone(BERLIN)
                            .toInstant())
                    .filter(at -> !at.isBefore(DemoStation.STORY_STARTS) && at.isBefore(until))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void touch(String id) {
        doOnScreen(() -> control(id, Button.class).orElseThrow().fire());
    }

    private <N extends Node> Optional<N> control(String id, Class<N> kind) {
        return scene.getRoot().lookupAll(id).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(node -> !node.isDisabled() && isInSight(node))
                .findFirst();
    }

    private static boolean isInSight(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static void waitUntil(String what, BooleanSupplier isSo) {
        try {
            WaitForAsyncUtils.waitFor(GENEROUS_SECONDS, TimeUnit.SECONDS, isSo::getAsBoolean);
        } catch (TimeoutException e) {
            throw new AssertionError("Waited in vain until " + what, e);
        }
    }

    private static String agentPath() throws IOException {
        var target = ROOT.resolve("device-agent/agent/target");
        try (var jars = Files.newDirectoryStream(target, "vigil-agent-*.jar")) {
            for (var jar : jars) {
                return jar + File.pathSeparator + target.resolve("lib").resolve("*");
            }
        }
        throw new AssertionError("There is no agent in " + target + ": package it first (./mvnw verify does).");
    }
}
