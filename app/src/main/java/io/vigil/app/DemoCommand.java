package io.vigil.app;

import io.vigil.app.agentlink.RemoteAgentLink;
import io.vigil.app.agentlink.StationView.Contact;
import io.vigil.app.demo.DemoStation;
import io.vigil.app.demo.DrawnAlarms;
import io.vigil.app.demo.NightStory;
import io.vigil.app.demo.Nurse;
import io.vigil.app.demo.Pictures;
import io.vigil.app.ui.Flash;
import io.vigil.app.ui.FxDoor;
import io.vigil.app.ui.Preferences;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "demo",
        description = "Everything on this machine: a fresh agent, the app, and a ward of real recorded nights.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Runnable {

    private static final Duration HEADLESS_LENGTH = Duration.ofSeconds(60);
    private static final Duration AGENT_PATIENCE = Duration.ofSeconds(90);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "told seconds in a real second (default: ${DEFAULT-VALUE})")
    private double speed = 60;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            converter = Length.class,
            description = "ends by itself after so long, such as 60s, 5m or 1h; headless after 60s")
    private Optional<Duration> length = Optional.empty();

    @Option(
            names = "--headless",
            description = "without a display: a scripted nurse, pictures, the story on the console")
    private boolean headless;

    @Option(names = "--pictures", paramLabel = "DIR", description = "where the headless demo writes its pictures")
    private Path pictures = Path.of("vigil-pictures");

    @Override
    public void run() {
        var out = spec.commandLine().getOut();
        if (!headless && Display.isMissing()) {
            out.println(
                    "There is no display here (DISPLAY and WAYLAND_DISPLAY are not set): the demo runs headless, with a"
                            + " scripted nurse, and writes pictures to " + pictures.toAbsolutePath() + ".");
            headless = true;
        }
        FxDoor.open(headless);
        var home = Path.of(System.getProperty("vigil.home", "."));
        var closed = new CountDownLatch(1);
        var shutdown = Thread.ofPlatform().unstarted(closed::countDown);
        Runtime.getRuntime().addShutdownHook(shutdown);
        try (var station = DemoStation.start(home, System.getProperty("vigil.agent.path", ""), speed);
                var link = RemoteAgentLink.toAgentIn(station.agent().data(), new FxDoor(), InstantSource.system());
                var story = NightStory.tell(link, out)) {
            awaitContact(link, station);
            if (headless) {
                runHeadless(link, story, closed);
            } else {
                out.println("Sign in as brandt with night-4b (nurse), or as sato with review-4b (doctor).");
                out.flush();
                try (var _ = OpenWindow.show(
                        link, Preferences.unkept(), Flash.of(FxDoor.lessMotionWanted()), closed::countDown)) {
                    await(closed, length);
                }
            }
        } finally {
            FxDoor.close();
        }
    }

    private void runHeadless(RemoteAgentLink link, NightStory story, CountDownLatch closed) {
        var out = spec.commandLine().getOut();
        var preferences = Preferences.unkept();
        var drawn = new DrawnAlarms(link, story::drawn);
        try (var open = OpenWindow.show(drawn, preferences, Flash.still(), closed::countDown)) {
            var nurse = onScreen(() -> new Nurse(
                    drawn,
                    open.scene(),
                    new Pictures(pictures, open.scene(), preferences),
                    open.window()::open,
                    open.window()::openWard));
            await(closed, Optional.of(length.orElse(HEADLESS_LENGTH)));
            onScreen(() -> {
                nurse.close();
                return true;
            });
            nurse.pictures().forEach(picture -> out.println("picture  " + picture));
        }
        var untold = story.untold();
        if (!untold.isEmpty()) {
            throw new CommandFailed("The demo's story was not told to its end: no urgent low was "
                    + String.join(", ", untold) + ". Give it longer with --for, or see what the agent says.");
        }
        out.println("An urgent low was raised, shown, acknowledged, and recovered.");
        out.flush();
    }

    /** What is asked for begins with the story, and the story with the first screen. */
    private static void awaitContact(RemoteAgentLink link, DemoStation station) {
        var reached = new CountDownLatch(1);
        try (var _ = link.onChange(view -> {
            if (view.contact() instanceof Contact.InContact) {
                reached.countDown();
            }
        })) {
            if (!reached.await(AGENT_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new CommandFailed("The demo's agent did not answer within " + AGENT_PATIENCE.toSeconds()
                        + " s. It said: " + station.agent().lastWords() + " Start the demo again.");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch closed, Optional<Duration> length) {
        try {
            if (length.isPresent()) {
                var _ = closed.await(length.get().toMillis(), TimeUnit.MILLISECONDS);
            } else {
                closed.await();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T onScreen(Supplier<T> act) {
        return CompletableFuture.supplyAsync(act, new FxDoor()).join();
    }

    /** {@code 60s}, {@code 5m}, {@code 1h}. */
    static final class Length implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                return Duration.parse("PT" + text.strip().toUpperCase(Locale.ROOT));
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("\"" + text + "\" is no duration; write 60s, 5m or 1h");
            }
        }
    }
}
