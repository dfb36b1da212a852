package io.vigil.agent.foresight;

import static java.time.Duration.ofMinutes;

import io.vigil.glucose.Glucose;
import io.vigil.glucose.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The lows of a recording that should have been foreseen. FROZEN: every forecast, now and later, is judged by these lines;
 * to change one is to lose every figure measured before, and needs a decision of its own.
 *
 * <p>A low begins at a reading under 70 mg/dL after at least 30 minutes without one, when at least three such readings
 * follow one another, none more than 30 minutes after the last. It counts where it could be foreseen: with at least four
 * readings in the 30 minutes before.
 */
final class LowEvents {

    static final Glucose LOW = Glucose.mgPerDl(70);
    static final Duration WINDOW = ofMinutes(30);

    /** Sensors are late by seconds; half a minute of that is not held against anybody. */
    static final Duration JITTER = Duration.ofSeconds(30);

    private static final int IN_A_ROW = 3;
    private static final int BEFORE = 4;

    private LowEvents() {}

    /** The places of the readings at which they begin, in order. */
    static List<Integer> of(Person person) {
        var events = new ArrayList<Integer>();
        var lastLow = -1;
        for (var i = 0; i < person.readings().size(); i++) {
            if (isLow(person.readings().get(i))) {
                var goesOn = lastLow == i - 1 && lastLow >= 0 && !isApart(person, lastLow, i);
                if (!goesOn
                        && (lastLow < 0
                                || Duration.between(person.at(lastLow), person.at(i))
                                                .compareTo(WINDOW)
                                        >= 0)
                        && lasts(person, i)
                        && couldBeForeseen(person, i)) {
                    events.add(i);
                }
                lastLow = i;
            }
        }
        return List.copyOf(events);
    }

    static boolean isLow(Reading reading) {
        return reading.isBelow(LOW);
    }

    private static boolean lasts(Person person, int begin) {
        var readings = person.readings();
        for (var i = begin; i < begin + IN_A_ROW; i++) {
            if (i >= readings.size() || !isLow(readings.get(i)) || (i > begin && isApart(person, i - 1, i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean couldBeForeseen(Person person, int begin) {
        return begin >= BEFORE
                && !person.at(begin - BEFORE).isBefore(person.at(begin).minus(WINDOW));
    }

    private static boolean isApart(Person person, int former, int latter) {
        return Duration.between(person.at(former), person.at(latter)).compareTo(WINDOW) > 0;
    }
}
