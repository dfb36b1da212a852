package io.vigil.agent;

import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.glucose.Reading.AboveRange;
import io.vigil.glucose.Reading.BelowRange;
import io.vigil.glucose.Reading.Measured;
import io.vigil.ward.ReceivedReading;
import java.time.Instant;
import java.util.Optional;

/** What no sensor can have meant. A reading is refused for what it is, alone; all others are taken. */
final class Plausibility {

    private static final Glucose LEAST = Glucose.mgPerDl(20);
    private static final Glucose GREATEST = Glucose.mgPerDl(600);

    private static final int LONGEST_NAME = 200;

    /** One sentence, or nothing where the reading can be believed. */
    // [impl->req~input.refused-with-reason~1]
    Optional<String> refusal(ReceivedReading received, boolean patientKnown, Instant now) {
        var id = received.id();
        var which = "Reading " + id.source() + "/" + id.session() + "/" + id.ticks() + " of "
                + received.patient().key();
        if (id.source().length() > LONGEST_NAME || id.session().length() > LONGEST_NAME) {
            return Optional.of("A reading of " + received.patient().key()
                    + " names its source or session with more than " + LONGEST_NAME + " characters. Mend the source.");
        }
        if (Math.abs(received.utcOffsetMinutes()) > 18 * 60) {
            return Optional.of(
                    which + ": no clock stands " + received.utcOffsetMinutes() + " minutes off UTC. Mend the source.");
        }
        if (!patientKnown) {
            return Optional.of(which + ": there is no such patient on this ward. Admit the patient first.");
        }
        if (received.reading().at().isAfter(now.plus(GlucoseHistory.AHEAD))) {
            return Optional.of(which + ": its time, " + received.reading().at() + ", lies in the future; it is now "
                    + now + ". Set the clock of the source.");
        }
        return switch (received.reading()) {
            case Measured(var _, var glucose) ->
                glucose.isBelow(LEAST) || glucose.isAbove(GREATEST)
                        ? Optional.of(
                                which + ": " + glucose + " mg/dL is nothing a sensor measures; it must lie between "
                                        + LEAST + " and " + GREATEST + ". Look at the source.")
                        : Optional.empty();
            case BelowRange _, AboveRange _ -> Optional.empty();
        };
    }
}
