package io.vigil.policy;

import io.vigil.glucose.Glucose;
import java.time.Duration;
import java.time.Instant;

/**
 * The limits in force for one patient, as a person reads them.
 *
 * @param setBy who set them, in words, such as {@code Ward preset}
 */
public record Limits(
        Glucose urgentLowAtOrBelow,
        Glucose lowBelow,
        Glucose highAbove,
        Duration signalLostAfter,
        String setBy,
        Instant setAt) {}
