package io.vigil.rule;

import static io.vigil.alarm.Finding.ABSENT;
import static io.vigil.alarm.Finding.PRESENT;
import static io.vigil.alarm.Finding.UNDETERMINED;
import static java.time.Duration.ofMinutes;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.Evidence.ByMoment;
import io.vigil.alarm.Evidence.ByReading;
import io.vigil.alarm.Finding;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.Reading.AboveRange;
import java.time.Duration;
import java.time.Instant;

/**
 * A condition worth an alarm. Its components are its settings; its verdict depends on nothing else.
 *
 * <p>Each rule of glucose has two limits, one where its condition begins and one where it is over. Between them the finding
 * is {@link Finding#UNDETERMINED}: no alarm rises there and none ends, so that a value that hovers about a limit sounds
 * once. The same is said when the newest reading is older than {@code trustedFor}: an old value is no proof that all is
 * well, nor that it still is not.
 */
public sealed interface AlarmRule
        permits AlarmRule.UrgentLow,
                AlarmRule.LowGlucose,
                AlarmRule.HighGlucose,
                AlarmRule.VeryHigh,
                AlarmRule.SignalLost,
                UrgentLowSoon,
                PersistentHigh,
                FallingFast,
                RisingFast,
                StuckValue,
                ImplausibleJump,
                SuspectedCompression,
                SensorRule {

    AlarmKind kind();

    /** The limit as it is shown beside the alarm, in the unit of its kind; 0 where there is none. */
    int limit();

    Verdict judge(Watch watch, Instant now);

    /**
     * Whether a reading that comes late is judged by it too, by its own time. That somebody was low is told however late it
     * is known; how fast glucose went then, or what the sensor was like, helps nobody now.
     */
    boolean isToldLate();

    /** Glucose at which people lose consciousness. One reading is enough; LO is one. Its floor: it is never under 54 mg/dL. */
    record UrgentLow(Glucose atOrBelow, Glucose recoversAt, int recoveryReadings, Duration trustedFor)
            implements AlarmRule {

        /** Level 2 hypoglycaemia of the international consensus. No setting makes the alarm wait for less. */
        static final Glucose FLOOR = Glucose.mgPerDl(54);

        public UrgentLow {
            PolicyRefused.unless(
                    !atOrBelow.isBelow(FLOOR),
                    "The urgent low limit cannot be " + atOrBelow + " mg/dL: " + FLOOR + " mg/dL is its floor.");
            PolicyRefused.unless(
                    recoversAt.isAbove(atOrBelow),
                    "An urgent low at " + atOrBelow + " mg/dL cannot be over at " + recoversAt + " mg/dL.");
            PolicyRefused.unless(
                    recoveryReadings >= 1 && recoveryReadings <= 3,
                    "An urgent low is over after 1 to 3 readings, not after " + recoveryReadings + ".");
        }

        @Override
        public AlarmKind kind() {
            return AlarmKind.URGENT_LOW;
        }

        @Override
        public int limit() {
            return wholeMgPerDl(atOrBelow);
        }

        @Override
        public boolean isToldLate() {
            return true;
        }

        // [impl->req~alarm.urgent-low~1]
        @Override
        public Verdict judge(Watch watch, Instant now) {
            return watch.onTrusted(trustedFor, now, newest -> {
                if (!newest.isAbove(atOrBelow)) {
                    return PRESENT;
                }
                return watch.newestAre(recoveryReadings, now, reading -> !reading.isBelow(recoversAt))
                        ? ABSENT
                        : UNDETERMINED;
            });
        }
    }

    /** Low glucose: somebody must come, though not run. One reading is enough; LO is one. */
    record LowGlucose(Glucose below, Glucose recoversAt, Duration trustedFor) implements AlarmRule {

        public LowGlucose {
            PolicyRefused.unless(
                    !recoversAt.isBelow(below),
                    "A low under " + below + " mg/dL cannot be over at " + recoversAt + " mg/dL.");
        }

        @Override
        public AlarmKind kind() {
            return AlarmKind.LOW;
        }

        @Override
        public int limit() {
            return wholeMgPerDl(below);
        }

        @Override
        public boolean isToldLate() {
            return true;
        }

        // [impl->req~alarm.low~1]
        @Override
        public Verdict judge(Watch watch, Instant now) {
            return watch.onTrusted(trustedFor, now, newest -> {
                if (newest.isBelow(below)) {
                    return PRESENT;
                }
                return newest.isBelow(recoversAt) ? UNDETERMINED : ABSENT;
            });
        }
    }

    /** High glucose, on so many readings in a row. HI, beyond what the sensor can measure, needs no second one. */
    record HighGlucose(Glucose above, Glucose recoversAtOrBelow, int raisingReadings, Duration trustedFor)
            implements AlarmRule {

        public HighGlucose {
            PolicyRefused.unless(
                    !recoversAtOrBelow.isAbove(above),
                    "A high over " + above + " mg/dL cannot be over at " + recoversAtOrBelow + " mg/dL.");
            PolicyRefused.unless(
                    raisingReadings >= 1 && raisingReadings <= 3,
                    "A high is raised by 1 to 3 readings, not by " + raisingReadings + ".");
        }

        @Override
        public AlarmKind kind() {
            return AlarmKind.HIGH;
        }

        @Override
        public int limit() {
            return wholeMgPerDl(above);
        }

        @Override
        public boolean isToldLate() {
            return true;
        }

        // [impl->req~alarm.high~1]
        @Override
        public Verdict judge(Watch watch, Instant now) {
            return over(watch, now, above, recoversAtOrBelow, raisingReadings, trustedFor);
        }
    }

    /** Very high glucose, judged as a high is: the answer given to a high was not given to this. */
    record VeryHigh(Glucose above, Glucose recoversAtOrBelow, int raisingReadings, Duration trustedFor)
            implements AlarmRule {

        public VeryHigh {
            PolicyRefused.unless(
                    !recoversAtOrBelow.isAbove(above),
                    "A very high over " + above + " mg/dL cannot be over at " + recoversAtOrBelow + " mg/dL.");
            PolicyRefused.unless(
                    raisingReadings >= 1 && raisingReadings <= 3,
                    "A very high is raised by 1 to 3 readings, not by " + raisingReadings + ".");
        }

        @Override
        public AlarmKind kind() {
            return AlarmKind.VERY_HIGH;
        }

        @Override
        public int limit() {
            return wholeMgPerDl(above);
        }

        @Override
        public boolean isToldLate() {
            return true;
        }

        // [impl->req~alarm.very-high~1]
        @Override
        public Verdict judge(Watch watch, Instant now) {
            return over(watch, now, above, recoversAtOrBelow, raisingReadings, trustedFor);
        }
    }

    /**
     * Nothing heard for so long, of a sensor that should be measuring. Silence is always known; one that warms up or has
     * ended is told as that instead ({@link SensorRule.WarmUp}, {@link SensorRule.SensorExpired}), never as nothing.
     */
    record SignalLost(Duration after, SensorLife life) implements AlarmRule {

        private static final Duration SHORTEST = ofMinutes(10);
        private static final Duration LONGEST = ofMinutes(60);

        public SignalLost {
            PolicyRefused.unless(
                    after.compareTo(SHORTEST) >= 0 && after.compareTo(LONGEST) <= 0,
                    "A lost signal is told after 10 to 60 minutes, not after " + after.toMinutes() + ".");
        }

        public SignalLost(Duration after) {
            this(after, SensorLife.STANDARD);
        }

        @Override
        public AlarmKind kind() {
            return AlarmKind.SIGNAL_LOST;
        }

        @Override
        public int limit() {
            return (int) after.toMinutes();
        }

        @Override
        public boolean isToldLate() {
            return false;
        }

        // [impl->req~alarm.signal-lost~1]
        @Override
        public Verdict judge(Watch watch, Instant now) {
            var silence = watch.silence(now);
            if (now.isBefore(silence.since().plus(after))) {
                return watch.newest(now)
                        .map(newest -> new Verdict(ABSENT, new ByReading(newest)))
                        // Nothing was heard since the watch began, as after a restart: that ends no alarm from before
                        // it.
                        .orElseGet(() -> new Verdict(UNDETERMINED, silence));
            }
            return life.ended(watch, now)
                    .or(() -> life.warmsUpUntil(watch, now))
                    .map(moment -> new Verdict(ABSENT, new ByMoment(moment)))
                    .orElseGet(() -> new Verdict(isDue(watch, now) ? PRESENT : UNDETERMINED, silence));
        }

        // [impl->req~alarm.silence-is-never-silent~1]
        private boolean isDue(Watch watch, Instant now) {
            return life.warmUp(watch).map(warm -> life.isMissed(warm, now)).orElse(true);
        }
    }

    private static Verdict over(
            Watch watch, Instant now, Glucose above, Glucose recoversAtOrBelow, int readings, Duration trustedFor) {
        return watch.onTrusted(trustedFor, now, newest -> {
            if (newest instanceof AboveRange || watch.newestAre(readings, now, reading -> reading.isAbove(above))) {
                return PRESENT;
            }
            return newest.isAbove(recoversAtOrBelow) ? UNDETERMINED : ABSENT;
        });
    }

    private static int wholeMgPerDl(Glucose limit) {
        return (int) Math.round(limit.mgPerDl());
    }
}
