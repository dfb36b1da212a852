package io.vigil.agent.foresight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Judges warnings of lows. FROZEN, as {@link LowEvents} is: every forecast, now and later, is judged by these lines.
 *
 * <ul>
 *   <li>A low is foreseen when an alarm stood at a reading strictly before it, at most 30 minutes. Its lead is the distance
 *       of the first such reading, so no lead is longer than 30 minutes.
 *   <li>An alarm is given where one stands after 30 minutes without any: one that returns sooner is the same alarm.
 *   <li>It is false when no reading under 70 mg/dL follows within 30 minutes. One that is given under 70 is never false.
 *   <li>Stricter, and told beside it: an alarm that goes on standing is counted again every 30 minutes.
 * </ul>
 */
final class WarningJudge {

    private WarningJudge() {}

    static Judged judge(Person person, Warner warner) {
        return judge(person, warner.standing(person));
    }

    static Judged judge(Person person, BitSet standing) {
        var events = LowEvents.of(person);
        var leads = new ArrayList<Double>();
        for (var event : events) {
            lead(person, standing, event).ifPresent(leads::add);
        }
        return new Judged(
                person.name(),
                events.size(),
                List.copyOf(leads),
                falseOf(person, given(person, standing)),
                falseOf(person, told(person, standing)),
                person.days());
    }

    private static OptionalDouble lead(Person person, BitSet standing, int event) {
        var begin = person.at(event);
        var earliest = begin.minus(LowEvents.WINDOW).minus(LowEvents.JITTER);
        var lead = OptionalDouble.empty();
        for (var i = event - 1; i >= 0 && !person.at(i).isBefore(earliest); i--) {
            if (standing.get(i) && person.at(i).isBefore(begin)) {
                lead = OptionalDouble.of(minutes(person.at(i), begin));
            }
        }
        return lead;
    }

    private static List<Integer> given(Person person, BitSet standing) {
        var given = new ArrayList<Integer>();
        var stoodAt = Instant.MIN;
        for (var i = standing.nextSetBit(0); i >= 0; i = standing.nextSetBit(i + 1)) {
            if (given.isEmpty() || isWindowOver(stoodAt, person.at(i))) {
                given.add(i);
            }
            stoodAt = person.at(i);
        }
        return given;
    }

    private static List<Integer> told(Person person, BitSet standing) {
        var told = new ArrayList<Integer>();
        for (var i = standing.nextSetBit(0); i >= 0; i = standing.nextSetBit(i + 1)) {
            if (told.isEmpty() || isWindowOver(person.at(told.getLast()), person.at(i))) {
                told.add(i);
            }
        }
        return told;
    }

    private static int falseOf(Person person, List<Integer> alarms) {
        return (int) alarms.stream().filter(alarm -> isFalse(person, alarm)).count();
    }

    private static boolean isFalse(Person person, int alarm) {
        var readings = person.readings();
        if (LowEvents.isLow(readings.get(alarm))) {
            return false;
        }
        var last = person.at(alarm).plus(LowEvents.WINDOW).plus(LowEvents.JITTER);
        for (var i = alarm + 1; i < readings.size() && !person.at(i).isAfter(last); i++) {
            if (LowEvents.isLow(readings.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWindowOver(Instant former, Instant latter) {
        return Duration.between(former, latter).plus(LowEvents.JITTER).compareTo(LowEvents.WINDOW) >= 0;
    }

    private static double minutes(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 60_000.0;
    }
}
