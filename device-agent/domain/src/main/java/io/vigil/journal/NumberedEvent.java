package io.vigil.journal;

import java.time.Instant;

/**
 * An event with its place in the station's one log.
 *
 * @param seq from 1 on, without holes; told to nobody before it is durable
 */
public record NumberedEvent(long seq, Instant happenedAt, WardEvent event) {}
