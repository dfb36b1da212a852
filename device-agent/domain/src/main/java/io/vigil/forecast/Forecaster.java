package io.vigil.forecast;

import io.vigil.glucose.GlucoseHistory;
import java.time.Instant;
import java.util.Optional;

/** Looks ahead from a history. Whoever does it says how sure it is, and looks at nothing but the history and the told time. */
@FunctionalInterface
public interface Forecaster {

    /** None where the history does not bear one: too few readings, too old, broken by a gap, LO or HI. */
    Optional<Forecast> lookAhead(GlucoseHistory history, Instant now);
}
