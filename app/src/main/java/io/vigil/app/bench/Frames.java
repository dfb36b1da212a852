package io.vigil.app.bench;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Scene;

/** Tells when a scene has laid out its next frame. Belongs to the screen's thread. */
final class Frames {

    private final Queue<CompletableFuture<Long>> waiting = new ArrayDeque<>();

    private Frames() {}

    static Frames of(Scene scene) {
        var frames = new Frames();
        scene.addPostLayoutPulseListener(frames::laidOut);
        return frames;
    }

    /** The monotonic nanoseconds of that moment. */
    CompletableFuture<Long> next() {
        var frame = new CompletableFuture<Long>();
        waiting.add(frame);
        return frame;
    }

    private void laidOut() {
        var now = System.nanoTime();
        for (var frame = waiting.poll(); frame != null; frame = waiting.poll()) {
            frame.complete(now);
        }
    }
}
