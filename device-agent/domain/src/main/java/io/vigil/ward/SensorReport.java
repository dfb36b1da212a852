package io.vigil.ward;

import java.time.Duration;
import java.time.Instant;

/**
 * What a sensor, or who carries it, says of itself beside its readings. Of each fact the newest counts.
 *
 * @param at when it said so, by the station's clock
 */
public record SensorReport(PatientId patient, String source, String session, Instant at, Fact fact) {

    /** One thing that a sensor says. */
    public sealed interface Fact {

        /** It measures; nothing is wrong with it. */
        record Runs() implements Fact {}

        /** It measures nothing until then. */
        record WarmsUp(Instant until) implements Fact {}

        /** It is broken, in the words of its maker; what it measures cannot be trusted. */
        record Faulty(String words) implements Fact {}

        /** Its session was ended. */
        record Stopped() implements Fact {}

        /** How much its battery holds, 0 to 100. */
        record Battery(int percent) implements Fact {}

        /** It wants a measurement of blood from then on; one in the future is none yet. */
        record CalibrationDue(Instant from) implements Fact {}

        /** Its clock is so far ahead of the station's; behind where negative. */
        record ClockAhead(Duration by) implements Fact {}
    }
}
