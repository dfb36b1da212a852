package io.vigil.app;

import io.vigil.app.agentlink.RemoteAgentLink;
import io.vigil.app.bench.AppStartBench;
import io.vigil.app.ui.Flash;
import io.vigil.app.ui.FxDoor;
import io.vigil.app.ui.Preferences;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Opens the window where no agent is, tells when it was there by the machine's monotonic clock, and ends. */
@Command(name = AppStartBench.FIRST_FRAME, hidden = true, description = "Tells when the first frame was there.")
final class FirstFrameCommand implements Runnable {

    /** A frame goes to the renderer after its own pulse: at the second it has gone. */
    private static final int PULSES = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        FxDoor.open(true);
        var screen = new FxDoor();
        var nowhere = Path.of(System.getProperty("java.io.tmpdir"), "vigil-no-station");
        try (var link = RemoteAgentLink.toAgentIn(nowhere, screen, InstantSource.system());
                var window = OpenWindow.show(link, Preferences.unkept(), Flash.still(), () -> {})) {
            var pulses = new AtomicInteger();
            var there = new CompletableFuture<Long>();
            screen.execute(() -> window.scene().addPostLayoutPulseListener(() -> {
                if (pulses.incrementAndGet() == PULSES) {
                    there.complete(System.nanoTime());
                }
            }));
            var out = spec.commandLine().getOut();
            out.println(there.join());
            out.flush();
        } finally {
            FxDoor.close();
        }
    }
}
