package io.vigil.contract;

import java.time.Instant;

/** The station's sound is paused. */
public record SoundPause(Instant until, String by) {}
