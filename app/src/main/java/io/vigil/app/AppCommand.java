package io.vigil.app;

import io.vigil.app.agentlink.RemoteAgentLink;
import io.vigil.app.ui.Flash;
import io.vigil.app.ui.FxDoor;
import io.vigil.app.ui.Preferences;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "app", description = "The app, beside an agent of this machine.", mixinStandardHelpOptions = true)
final class AppCommand implements Runnable {

    @Option(names = "--agent", paramLabel = "DIR", description = "the agent's folder (default: ${DEFAULT-VALUE})")
    private Path agent = Path.of(System.getProperty("user.home"), ".vigil", "station");

    @Override
    public void run() {
        if (Display.isMissing()) {
            throw new CommandFailed(
                    "There is no display here (DISPLAY and WAYLAND_DISPLAY are not set), and the app needs one."
                            + " Start it on a desktop, or see it without one: vigil demo --headless --pictures DIR.");
        }
        FxDoor.open(false);
        var preferences = Preferences.in(Path.of(System.getProperty("user.home"), ".vigil", "app"));
        var closed = new CountDownLatch(1);
        try (var link = RemoteAgentLink.toAgentIn(agent, new FxDoor(), InstantSource.system());
                var _ = OpenWindow.show(link, preferences, Flash.of(FxDoor.lessMotionWanted()), closed::countDown)) {
            closed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            FxDoor.close();
        }
    }
}
