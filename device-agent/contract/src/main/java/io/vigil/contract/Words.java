package io.vigil.contract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** The plain words that every message is made of: moments, days, numbers, names. */
final class Words {

    private Words() {}

    /** Whole microseconds: what is finer is cut off, so a told clock had better tell no finer. */
    static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw new BadRequest("\"" + text + "\" is no day: send one like 1958-03-14.");
        }
    }

    static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException _) {
            throw new BadRequest("\"" + id + "\" is no time zone: send one like Europe/Berlin.");
        }
    }

    /** A count that the wire carries unsigned and we hold signed. */
    static long count(long wire, String what) {
        require(wire >= 0, "The " + what + " is beyond all counting.");
        return wire;
    }

    static int count(int wire, String what) {
        require(wire >= 0, "The " + what + " is beyond all counting.");
        return wire;
    }

    static String commandId(String id) {
        require(id.matches("[A-Za-z0-9-]{8,64}"), "A command needs an id of its own: 8 to 64 letters, digits or -.");
        return id;
    }

    static String reason(String words) {
        require(words.length() <= 500, "The reason is too long: 500 characters at most.");
        return words;
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new BadRequest(otherwise);
        }
    }
}
