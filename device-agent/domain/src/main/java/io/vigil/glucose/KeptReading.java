package io.vigil.glucose;

/** A reading as it is kept and drawn: with how it came. */
public record KeptReading(Reading reading, Origin origin) {}
