package io.vigil.rule;

import static io.vigil.alarm.Finding.ABSENT;
import static io.vigil.alarm.Finding.PRESENT;
import static io.vigil.alarm.Finding.UNDETERMINED;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import io.vigil.alarm.AlarmKind;
import io.vigil.glucose.Glucose;
import java.time.Duration;
import java.time.Instant;

/**
 * High glucose that stays: every reading of so long a time was over the limit, HI among them. A reading at or under it, an
 * LO, or a gap longer than {@code trustedFor} begins the time anew; what it was in between is not known.
 */
public record PersistentHigh(Glucose above, Glucose recoversAtOrBelow, Duration lasting, Duration trustedFor)
        implements AlarmRule {

    public PersistentHigh {
        PolicyRefused.unless(
                !recoversAtOrBelow.isAbove(above),
                "A persistent high over " + above + " mg/dL cannot be over at " + recoversAtOrBelow + " mg/dL.");
        PolicyRefused.unless(
                lasting.compareTo(ofMinutes(30)) >= 0 && lasting.compareTo(ofHours(6)) <= 0,
                "A high is persistent after 30 to 360 minutes, not after " + lasting.toMinutes() + ".");
    }

    @Override
    public AlarmKind kind() {
        return AlarmKind.PERSISTENT_HIGH;
    }

    @Override
    public int limit() {
        return (int) lasting.toMinutes();
    }

    @Override
    public boolean isToldLate() {
        return false;
    }

    // [impl->req~alarm.persistent-high~1]
    @Override
    public Verdict judge(Watch watch, Instant now) {
        return watch.onTrusted(trustedFor, now, newest -> {
            if (!newest.isAbove(recoversAtOrBelow)) {
                return ABSENT;
            }
            return isHighSince(watch, now, newest.at()) ? PRESENT : UNDETERMINED;
        });
    }

    /** Whether the unbroken high readings that lead to the newest, itself among them, began so long before it. */
    private boolean isHighSince(Watch watch, Instant now, Instant newest) {
        var since = newest;
        for (var reading : watch.heard(now).readings().reversed()) {
            if (!reading.isAbove(above) || Duration.between(reading.at(), since).compareTo(trustedFor) > 0) {
                return false;
            }
            since = reading.at();
            if (!since.plus(lasting).isAfter(newest)) {
                return true;
            }
        }
        return false;
    }
}
