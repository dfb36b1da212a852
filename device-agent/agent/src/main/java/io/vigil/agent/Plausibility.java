package io.vigil.agent;

import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.glucose.Reading.AboveRange;
import io.vigil.glucose.Reading.BelowRange;
import io.vigil.glucose.Reading.Measured;
import io.vigil.ward.ReceivedReading;
import io.vigil.ward.SensorReport;
import java.time.Instant;
import java.util.Optional;

/** What no sensor can have meant. A reading is refused for what it is, alone; all others are taken. */
final class Plausibility {

    /** Wider than what sensors report, 40 to 400 mg/dL, so that no low is refused for a sensor that reads further down. */
    private static final Glucose LEAST = Glucose.mgPerDl(20);

    private static final Glucose GREATEST = Glucose.mgPerDl(600);

    /** Characters. */
    private static final int LONGEST_NAME = 200;

    /** As far as {@link java.time.ZoneOffset} goes; the clocks of the world stand 14 hours off at most. */
    private static final int FURTHEST_OFF_UTC_MINUTES = 18 * 60;

    /** One sentence, or nothing where the reading can be believed. */
    // [impl->req~input.refused-with-reason~1]
    Optional<String> refusal(ReceivedReading received, boolean patientKnown, Instant now) {
        var id = received.id();
        if (id.source().length() > LONGEST_NAME || id.session().length() > LONGEST_NAME) {
            return Optional.of("A reading of " + received.patient().key()
                    + " names its source or session with more than " + LONGEST_NAME + " characters. Mend the source.");
        }
        if (received.utcOffsetMinutes() > FURTHEST_OFF_UTC_MINUTES
                || received.utcOffsetMinutes() < -FURTHEST_OFF_UTC_MINUTES) {
            return Optional.of(which(received) + ": no clock stands " + received.utcOffsetMinutes()
                    + " minutes off UTC. Mend the source.");
        }
        if (!patientKnown) {
            return Optional.of(which(received) + ": there is no such patient on this ward. Admit the patient first.");
        }
        if (received.reading().at().isAfter(now.plus(GlucoseHistory.AHEAD))) {
            return Optional.of(
                    which(received) + ": its time, " + received.reading().at() + ", lies in the future; it is now "
                            + now + ". Set the clock of the source.");
        }
        return switch (received.reading()) {
            case Measured(var _, var glucose) ->
                glucose.isBelow(LEAST) || glucose.isAbove(GREATEST)
                        ? Optional.of(which(received) + ": " + glucose
                                + " mg/dL is nothing a sensor measures; it must lie between " + LEAST + " and "
                                + GREATEST + " mg/dL. Look at the source.")
                        : Optional.empty();
            case BelowRange _, AboveRange _ -> Optional.empty();
        };
    }

    /** The same of what a sensor says of itself. */
    Optional<String> refusal(SensorReport report, boolean patientKnown, Instant now) {
        var which = "A report of the sensor " + report.source() + " of "
                + report.patient().key();
        if (report.source().length() > LONGEST_NAME || report.session().length() > LONGEST_NAME) {
            return Optional.of("A report of " + report.patient().key() + " names its source or session with more than "
                    + LONGEST_NAME + " characters. Mend the source.");
        }
        if (!patientKnown) {
            return Optional.of(which + ": there is no such patient on this ward. Admit the patient first.");
        }
        return report.at().isAfter(now.plus(GlucoseHistory.AHEAD))
                ? Optional.of(which + ": its time, " + report.at() + ", lies in the future; it is now " + now
                        + ". Set the clock of the source.")
                : Optional.empty();
    }

    private static String which(ReceivedReading received) {
        var id = received.id();
        return "Reading " + id.source() + "/" + id.session() + "/" + id.ticks() + " of "
                + received.patient().key();
    }
}
