package io.vigil.app.bench;

import io.vigil.app.agentlink.AgentLink;
import io.vigil.app.ui.FxDoor;
import io.vigil.ward.Station;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** How long the two ends ever kept somebody waiting: the screen's thread with nothing to do but answer, and the agent. */
final class Pauses {

    private static final int BETWEEN_KNOCKS_MILLIS = 20;
    private static final int BETWEEN_QUESTIONS_MILLIS = 100;

    private final ConcurrentLinkedQueue<Double> ofTheScreen = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Double> ofTheAgent = new ConcurrentLinkedQueue<>();

    private Pauses() {}

    static Pauses watched(ScheduledExecutorService timer, AgentLink link) {
        var pauses = new Pauses();
        var screen = new FxDoor();
        var _ = timer.scheduleAtFixedRate(
                () -> {
                    var knocked = System.nanoTime();
                    screen.execute(() -> pauses.ofTheScreen.add(millisSince(knocked)));
                },
                0,
                BETWEEN_KNOCKS_MILLIS,
                TimeUnit.MILLISECONDS);
        var _ = timer.scheduleWithFixedDelay(
                () -> {
                    var asked = System.nanoTime();
                    var now = link.clock().instant();
                    link.events(Station.THIS, now, now).join();
                    pauses.ofTheAgent.add(millisSince(asked));
                },
                0,
                BETWEEN_QUESTIONS_MILLIS,
                TimeUnit.MILLISECONDS);
        return pauses;
    }

    /** Until the screen's thread does what it is asked. */
    Figure ofTheScreen(double floor) {
        return figure("screen-pause", ofTheScreen, floor);
    }

    /** Until an empty question to the agent is answered on the screen's thread. */
    Figure ofTheAgent(double floor) {
        return figure("agent-pause", ofTheAgent, floor);
    }

    private static Figure figure(String name, ConcurrentLinkedQueue<Double> pauses, double floor) {
        return Figure.of(
                name, "ms", pauses.stream().mapToDouble(Double::doubleValue).toArray(), floor);
    }

    private static double millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }
}
