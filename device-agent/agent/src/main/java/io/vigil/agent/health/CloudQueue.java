package io.vigil.agent.health;

import java.time.Duration;
import java.util.Optional;

/** What waits to be sent to the cloud. */
@FunctionalInterface
public interface CloudQueue {

    /** No cloud is set up: nothing is to be sent, so nothing waits. */
    CloudQueue NONE = Optional::empty;

    /** How long the oldest has waited, in real time; none where nothing waits. Answered from memory. */
    Optional<Duration> oldestWaits();
}
