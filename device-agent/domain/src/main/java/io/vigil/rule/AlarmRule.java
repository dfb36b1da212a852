package io.vigil.rule;

import static io.vigil.alarm.Finding.ABSENT;
import static io.vigil.alarm.Finding.PRESENT;
import static io.vigil.alarm.Finding.UNDETERMINED;
import static java.time.Duration.ofMinutes;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.Evidence.ByReading;
import io.vigil.alarm.Finding;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.glucose.Reading;
import io.vigil.glucose.Reading.AboveRange;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A condition worth an alarm. Its components are its settings; its verdict depends on nothing else.
 *
 * <p>Each rule of glucose has two limits, one where its condition begins and one where it is over. Between them the finding
 * is {@link Finding#UNDETERMINED}: no alarm rises there and none ends, so that a value that hovers about a limit sounds
 * once. The same is said when the newest reading is older than {@code trustedFor}: an old value is no proof that all is
 * well, nor that it still is not.
 */
public sealed interface AlarmRule
        permits AlarmRule.UrgentLow, AlarmRule.LowGlucose, AlarmRule.HighGlucose, AlarmRule.SignalLost, UrgentLowSoon {

    AlarmKind kind();

    /** The limit as it is shown beside the alarm: mg/dL for glucose, minutes for silence. */
    int limit();

    Verdict judge(Watch watch, Instant now);

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

        // [impl->req~alarm.urgent-low~1]
        @Override
        public Verdict judge(Watch watch, Instant now) {
            return onTrusted(watch, trustedFor, now, newest -> {
                if (!newest.isAbove(atOrBelow)) {
                    return PRESENT;
                }
                return all(recoveryReadings, watch.heard(now), reading -> !reading.isBelow(recoversAt))
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

        // [impl->req~alarm.low~1]
        @Override
        public Verdict judge(Watch watch, Instant now) {
            return onTrusted(watch, trustedFor, now, newest -> {
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

        // [impl->req~alarm.high~1]
        @Override
        public Verdict judge(Watch watch, Instant now) {
            return onTrusted(watch, trustedFor, now, newest -> {
                if (newest instanceof AboveRange
                        || all(raisingReadings, watch.heard(now), reading -> reading.isAbove(above))) {
                    return PRESENT;
                }
                return newest.isAbove(recoversAtOrBelow) ? UNDETERMINED : ABSENT;
            });
        }
    }

    /** Nothing heard for so long. It never says {@link Finding#UNDETERMINED}: silence is always known. */
    record SignalLost(Duration after) implements AlarmRule {

        private static final Duration SHORTEST = ofMinutes(10);
        private static final Duration LONGEST = ofMinutes(60);

        public SignalLost {
            PolicyRefused.unless(
                    after.compareTo(SHORTEST) >= 0 && after.compareTo(LONGEST) <= 0,
                    "A lost signal is told after 10 to 60 minutes, not after " + after.toMinutes() + ".");
        }

        @Override
        public AlarmKind kind() {
            return AlarmKind.SIGNAL_LOST;
        }

        @Override
        public int limit() {
            return (int) after.toMinutes();
        }

        // [impl->req~alarm.signal-lost~1]
        @Override
        public Verdict judge(Watch watch, Instant now) {
            var silence = watch.silence(now);
            if (!now.isBefore(silence.since().plus(after))) {
                return new Verdict(PRESENT, silence);
            }
            return watch.newest(now)
                    .map(newest -> new Verdict(ABSENT, new ByReading(newest)))
                    // Nothing was heard since the watch began, as after a restart: that ends no alarm from before it.
                    .orElseGet(() -> new Verdict(UNDETERMINED, silence));
        }
    }

    private static Verdict onTrusted(
            Watch watch, Duration trustedFor, Instant now, Function<Reading, Finding> finding) {
        return watch.history()
                .latestWithin(trustedFor, now)
                .map(newest -> new Verdict(finding.apply(newest), new ByReading(newest)))
                .orElseGet(() -> new Verdict(UNDETERMINED, watch.silence(now)));
    }

    /** Whether the newest so many readings are all so, and there are as many. */
    private static boolean all(int count, GlucoseHistory heard, Predicate<Reading> so) {
        var newest = heard.newest(count);
        return newest.size() == count && newest.stream().allMatch(so);
    }

    private static int wholeMgPerDl(Glucose limit) {
        return (int) Math.round(limit.mgPerDl());
    }
}
