package io.vigil.rule;

import static io.vigil.alarm.Finding.ABSENT;
import static io.vigil.alarm.Finding.PRESENT;
import static io.vigil.alarm.Finding.UNDETERMINED;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.Evidence.ByAmount;
import io.vigil.alarm.Evidence.ByMoment;
import io.vigil.alarm.Evidence.ByReading;
import io.vigil.alarm.Evidence.ByStation;
import io.vigil.alarm.Finding;
import io.vigil.ward.KnownSensor.Said;
import io.vigil.ward.SensorReport.Fact;
import io.vigil.ward.SensorReport.Fact.Battery;
import io.vigil.ward.SensorReport.Fact.ClockAhead;
import io.vigil.ward.SensorReport.Fact.Faulty;
import io.vigil.ward.SensorReport.Fact.Stopped;
import io.vigil.ward.SensorReport.Fact.WarmsUp;
import io.vigil.ward.SensorSession;
import java.time.Duration;
import java.time.Instant;

/**
 * What is wrong with a sensor by its own words or by its age. Where it says nothing, nothing is known: its silence is told
 * by {@link SignalLost}.
 */
public sealed interface SensorRule extends AlarmRule {

    /** A sensor that gave a reading within this time measures. */
    Duration MEASURES_WITHIN = ofMinutes(20);

    /** What a sensor said and took back is over once it has not said it for so long: one that wavers is told once. */
    Duration SETTLED_AFTER = ofMinutes(10);

    /** A state of a sensor is of the present; what it was when a late reading was measured is told no more. */
    @Override
    default boolean isToldLate() {
        return false;
    }

    /** The sensor says that it is broken. Over when it has taken that back, or when another takes its place and measures. */
    record SensorFault() implements SensorRule {

        @Override
        public AlarmKind kind() {
            return AlarmKind.SENSOR_FAULT;
        }

        @Override
        public int limit() {
            return 0;
        }

        // [impl->req~alarm.sensor-fault~1]
        @Override
        public Verdict judge(Watch watch, Instant now) {
            return watch.sensor()
                    .said(Faulty.class)
                    .map(fault -> new Verdict(
                            watch.sensor().says(Faulty.class).isPresent() ? PRESENT : takenBack(fault, now),
                            new ByStation(fault.fact().words())))
                    .orElseGet(() -> unsaid(watch, now));
        }
    }

    /** The session will be over soon, or is over and the sensor measures on in its grace: time to get a new one. */
    record SensorExpiring(Duration before, SensorLife life) implements SensorRule {

        public SensorExpiring {
            PolicyRefused.unless(
                    !before.isNegative() && before.compareTo(ofDays(2)) <= 0,
                    "The end of a sensor is told at most 48 hours before, not " + before.toHours() + ".");
        }

        @Override
        public AlarmKind kind() {
            return AlarmKind.SENSOR_EXPIRING;
        }

        @Override
        public int limit() {
            return (int) before.toMinutes();
        }

        // [impl->req~alarm.sensor-expiring~1]
        @Override
        public Verdict judge(Watch watch, Instant now) {
            return watch.sensor()
                    .session()
                    .map(session -> new Verdict(finding(watch, session, now), new ByMoment(life.lastMoment(session))))
                    .orElseGet(() -> watch.unknown(now));
        }

        private Finding finding(Watch watch, SensorSession session, Instant now) {
            var isNear = !now.isBefore(session.endsAt().minus(before));
            return isNear && life.ended(watch, now).isEmpty() ? PRESENT : ABSENT;
        }
    }

    /** The sensor measures no more, or must not be trusted to: it was stopped, or its session and the grace are over. */
    record SensorExpired(SensorLife life) implements SensorRule {

        @Override
        public AlarmKind kind() {
            return AlarmKind.SENSOR_EXPIRED;
        }

        @Override
        public int limit() {
            return 0;
        }

        // [impl->req~alarm.sensor-expired~1]
        @Override
        public Verdict judge(Watch watch, Instant now) {
            return life.ended(watch, now)
                    .map(ended -> new Verdict(PRESENT, new ByMoment(ended)))
                    .or(() -> watch.sensor()
                            .said(Stopped.class)
                            .map(stop -> new Verdict(takenBack(stop, now), new ByMoment(stop.at()))))
                    .or(() -> watch.sensor()
                            .session()
                            .map(session -> new Verdict(ABSENT, new ByMoment(life.lastMoment(session)))))
                    .orElseGet(() -> watch.unknown(now));
        }
    }

    /**
     * The sensor measures nothing until it is warm. It stays open until the first reading comes, or is missed
     * ({@link SignalLost}), so that no time between the two is told by neither.
     */
    record WarmUp(SensorLife life) implements SensorRule {

        @Override
        public AlarmKind kind() {
            return AlarmKind.WARM_UP;
        }

        @Override
        public int limit() {
            return 0;
        }

        // [impl->req~alarm.warm-up~1]
        @Override
        public Verdict judge(Watch watch, Instant now) {
            return life.warmUp(watch)
                    .map(warm -> new Verdict(finding(watch, warm, now), new ByMoment(warm)))
                    .or(() -> watch.sensor()
                            .said(WarmsUp.class)
                            .map(said -> new Verdict(takenBack(said, now), new ByMoment(said.at()))))
                    .orElseGet(() -> unsaid(watch, now));
        }

        private Finding finding(Watch watch, Instant warm, Instant now) {
            if (now.isBefore(warm)) {
                return PRESENT;
            }
            var measures = watch.newest(now).filter(reading -> !reading.at().isBefore(warm));
            return measures.isPresent() || life.isMissed(warm, now) ? ABSENT : UNDETERMINED;
        }
    }

    /** The sensor wants a measurement of blood, without which it measures worse or not at all. */
    record CalibrationDue() implements SensorRule {

        @Override
        public AlarmKind kind() {
            return AlarmKind.CALIBRATION_DUE;
        }

        @Override
        public int limit() {
            return 0;
        }

        // [impl->req~alarm.calibration-due~1]
        @Override
        public Verdict judge(Watch watch, Instant now) {
            return watch.sensor()
                    .said(Fact.CalibrationDue.class)
                    .map(said -> said.fact().from())
                    .map(from -> new Verdict(now.isBefore(from) ? ABSENT : PRESENT, new ByMoment(from)))
                    .orElseGet(() -> unsaid(watch, now));
        }
    }

    /** The sensor's battery is nearly empty (Nightscout warns of an uploader's at 30 %, urgently at 20 %). */
    record SensorBatteryLow(int atOrBelowPercent, int recoversAtPercent) implements SensorRule {

        public SensorBatteryLow {
            PolicyRefused.unless(
                    atOrBelowPercent >= 5 && atOrBelowPercent <= 50,
                    "A battery is low at 5 to 50 percent, not at " + atOrBelowPercent + ".");
            PolicyRefused.unless(
                    recoversAtPercent > atOrBelowPercent && recoversAtPercent <= 100,
                    "A battery that is low at " + atOrBelowPercent + " percent cannot be well at " + recoversAtPercent
                            + ".");
        }

        @Override
        public AlarmKind kind() {
            return AlarmKind.SENSOR_BATTERY_LOW;
        }

        @Override
        public int limit() {
            return atOrBelowPercent;
        }

        // [impl->req~alarm.sensor-battery-low~1]
        @Override
        public Verdict judge(Watch watch, Instant now) {
            return watch.sensor()
                    .said(Battery.class)
                    .map(said -> said.fact().percent())
                    .map(percent -> new Verdict(finding(percent), new ByAmount(percent)))
                    .orElseGet(() -> unsaid(watch, now));
        }

        private Finding finding(int percent) {
            if (percent <= atOrBelowPercent) {
                return PRESENT;
            }
            return percent < recoversAtPercent ? UNDETERMINED : ABSENT;
        }
    }

    /**
     * The sensor's clock goes before the station's or after it, so that its readings seem newer or older than they are.
     * What lies further ahead than {@link io.vigil.glucose.GlucoseHistory#AHEAD} is judged late.
     */
    record ClockSkewed(Duration from, Duration recoversAt) implements SensorRule {

        public ClockSkewed {
            PolicyRefused.unless(
                    from.compareTo(ofSeconds(30)) >= 0 && from.compareTo(ofMinutes(5)) <= 0,
                    "A sensor's clock is told to be wrong from 30 to 300 seconds on, not from " + from.toSeconds()
                            + ".");
            PolicyRefused.unless(
                    !recoversAt.isNegative() && recoversAt.compareTo(from) < 0,
                    "A clock that is wrong by " + from.toSeconds() + " seconds cannot be right at "
                            + recoversAt.toSeconds() + ".");
        }

        @Override
        public AlarmKind kind() {
            return AlarmKind.CLOCK_SKEWED;
        }

        @Override
        public int limit() {
            return (int) from.toSeconds();
        }

        // [impl->req~alarm.clock-skewed~1]
        @Override
        public Verdict judge(Watch watch, Instant now) {
            return watch.sensor()
                    .said(ClockAhead.class)
                    .map(said -> said.fact().by())
                    .map(ahead -> new Verdict(finding(ahead.abs()), new ByAmount((int) ahead.toSeconds())))
                    .orElseGet(() -> unsaid(watch, now));
        }

        private Finding finding(Duration skew) {
            if (skew.compareTo(from) >= 0) {
                return PRESENT;
            }
            return skew.compareTo(recoversAt) > 0 ? UNDETERMINED : ABSENT;
        }
    }

    // [impl->req~alarm.sensor-wavers~1]
    private static Finding takenBack(Said<?> said, Instant now) {
        return now.isBefore(said.at().plus(SETTLED_AFTER)) ? UNDETERMINED : ABSENT;
    }

    /** What the worn sensor never spoke of is over once it measures: it was said of another, worn before. */
    private static Verdict unsaid(Watch watch, Instant now) {
        return watch.sensor()
                .session()
                .flatMap(worn -> watch.history()
                        .latestWithin(MEASURES_WITHIN, now)
                        .filter(reading -> !reading.at().isBefore(worn.startedAt())))
                .map(reading -> new Verdict(ABSENT, new ByReading(reading)))
                .orElseGet(() -> watch.unknown(now));
    }
}
