package io.vigil.rule;

import static io.vigil.alarm.Finding.ABSENT;
import static io.vigil.alarm.Finding.PRESENT;
import static io.vigil.alarm.Finding.UNDETERMINED;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.Finding;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.Reading;
import io.vigil.glucose.Reading.Measured;
import java.time.Duration;
import java.time.Instant;

/**
 * The same number for so long, to the tenth, and so many times: somebody repeats the last reading and measures no more. LO
 * and HI, and the numbers at the edges of what sensors measure, may well repeat themselves.
 *
 * @param readings at least; a sensor that speaks every 15 minutes gives four alike in a calm hour
 * @param trustedFor a gap longer than that begins the time anew
 */
public record StuckValue(Duration after, int readings, Duration trustedFor) implements AlarmRule {

    public StuckValue {
        PolicyRefused.unless(
                after.compareTo(ofMinutes(30)) >= 0 && after.compareTo(ofHours(6)) <= 0,
                "A value is stuck after 30 to 360 minutes, not after " + after.toMinutes() + ".");
        PolicyRefused.unless(
                readings >= 5 && readings <= 60,
                "A value is stuck after 5 to 60 readings, not after " + readings + ".");
    }

    @Override
    public AlarmKind kind() {
        return AlarmKind.STUCK_VALUE;
    }

    @Override
    public int limit() {
        return (int) after.toMinutes();
    }

    @Override
    public boolean isToldLate() {
        return false;
    }

    // [impl->req~alarm.stuck-value~1]
    @Override
    public Verdict judge(Watch watch, Instant now) {
        return watch.onTrusted(trustedFor, now, newest -> switch (newest) {
            case Measured(var at, var glucose) when isWithinRange(glucose) -> finding(watch, now, at, glucose);
            case Reading _ -> ABSENT;
        });
    }

    private Finding finding(Watch watch, Instant now, Instant newest, Glucose glucose) {
        var since = newest;
        var alike = 0;
        for (var reading : watch.heard(now).readings().reversed()) {
            if (Duration.between(reading.at(), since).compareTo(trustedFor) > 0) {
                return UNDETERMINED;
            }
            if (!(reading instanceof Measured(var at, var same)) || !same.equals(glucose)) {
                return alike == 1 ? ABSENT : UNDETERMINED;
            }
            since = at;
            alike++;
            if (alike >= readings && !since.plus(after).isAfter(newest)) {
                return PRESENT;
            }
        }
        return UNDETERMINED;
    }

    private static boolean isWithinRange(Glucose glucose) {
        return glucose.isAbove(Glucose.LEAST_MEASURED) && glucose.isBelow(Glucose.MOST_MEASURED);
    }
}
