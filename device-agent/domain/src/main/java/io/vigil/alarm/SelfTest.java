package io.vigil.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A test of the chain that every alarm goes through, from the agent to eyes and ears. It is no alarm: it is shown as a test,
 * and makes the tone of one once.
 *
 * @param by who asked for it, or that it was planned, in words
 */
public record SelfTest(String id, String by, Instant begunAt) {

    /** Real time, whatever the speed of the told clock: a screen draws within one of its frames, and makes a burst within a second. */
    public static final Duration ANSWERED_WITHIN = Duration.ofSeconds(10);

    /**
     * A screen drew the test.
     *
     * @param heard whether it made the tone
     * @param after how long it took, in real time
     */
    public record Confirmation(String screen, boolean heard, Duration after) {}

    /**
     * How a test ended.
     *
     * @param failure what did not work, in a sentence; empty when all did
     */
    public record Result(SelfTest test, List<Confirmation> confirmed, String failure) {

        public Result {
            confirmed = List.copyOf(confirmed);
        }

        public boolean passed() {
            return failure.isEmpty();
        }
    }
}
