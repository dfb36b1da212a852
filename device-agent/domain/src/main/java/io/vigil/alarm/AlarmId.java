package io.vigil.alarm;

import io.vigil.ward.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One alarm, from its first sounding to its end. The same facts told again give the same id.
 *
 * @param raisedAt when; where several of a kind are raised in one moment, each a microsecond after the one before
 */
public record AlarmId(Subject subject, AlarmKind kind, Instant raisedAt) {

    /** More than a batch of readings, all judged under one time, could ever fill with alarms a microsecond apart. */
    static final Duration ONE_MOMENT = Duration.ofSeconds(1);

    /**
     * When an alarm is raised whose forerunner of the same kind was raised at the last: now, or a microsecond after the last
     * where that is the same moment. A last that lies further ahead is of a clock since set back, and is not followed there.
     */
    // [impl->req~alarm.one-id-one-alarm~1]
    public static Instant raisedAfter(Instant last, Instant now) {
        return last.isBefore(now) || last.isAfter(now.plus(ONE_MOMENT)) ? now : last.plus(1, ChronoUnit.MICROS);
    }
}
