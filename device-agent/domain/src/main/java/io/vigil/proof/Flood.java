package io.vigil.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * More alarms than a person can take in (ISA-18.2): begins with more than 10 in 10 minutes and lasts until fewer than 5 are
 * left in 10 minutes.
 *
 * @param from when the first of those more than ten was raised
 * @param to when fewer than five were left
 * @param alarms how many were raised between
 */
public record Flood(Instant from, Instant to, int alarms) {

    public static final Duration WINDOW = Duration.ofMinutes(10);
    public static final int BEGINS_ABOVE = 10;
    public static final int ENDS_BELOW = 5;

    /** @param raised in order */
    static List<Flood> in(List<Instant> raised) {
        var floods = new ArrayList<Flood>();
        var i = BEGINS_ABOVE;
        var taken = 0; // an alarm belongs to one flood
        while (i < raised.size()) {
            var first = i - BEGINS_ABOVE;
            if (first < taken || !raised.get(first).plus(WINDOW).isAfter(raised.get(i))) {
                i++;
                continue;
            }
            var last = i;
            while (last + 1 < raised.size() && !raised.get(last + 1).isAfter(ebb(raised, last))) {
                last++;
            }
            floods.add(new Flood(raised.get(first), ebb(raised, last), last - first + 1));
            taken = last + 1;
            i = last + 1;
        }
        return List.copyOf(floods);
    }

    /** With no further alarm after that one: when the fifth but last is ten minutes old, fewer than five are left. */
    private static Instant ebb(List<Instant> raised, int last) {
        return raised.get(last - ENDS_BELOW + 1).plus(WINDOW);
    }
}
