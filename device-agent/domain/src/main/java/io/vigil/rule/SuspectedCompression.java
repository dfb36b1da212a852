package io.vigil.rule;

import static io.vigil.alarm.Finding.ABSENT;
import static io.vigil.alarm.Finding.PRESENT;
import static io.vigil.alarm.Finding.UNDETERMINED;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.Evidence.ByReading;
import io.vigil.alarm.Finding;
import io.vigil.glucose.FreshRun;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.glucose.GlucoseRate;
import io.vigil.glucose.Reading.Measured;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

/**
 * A low at night that looks like somebody who lay on the sensor: glucose fell into it faster than a sleeping body's does, and
 * came back as fast to about where it had been.
 *
 * <p>It is told only after the recovery. During the low nobody can tell it from a true one, and a word that doubts it would
 * be believed. It takes nothing from the low itself, which rings, latches and waits for an answer as any other.
 *
 * @param below how low the dip must go
 * @param rate how fast at least it fell and rose again
 * @param within how short of where it came from it may end
 * @param longest how long the dip may have been, from before the fall to after the rise
 */
public record SuspectedCompression(
        Glucose below, GlucoseRate rate, Glucose within, Duration longest, LocalTime nightFrom, LocalTime nightTo)
        implements AlarmRule {

    /** In what time the fall into the low, and the rise out of it, must have happened. */
    private static final Duration EDGE = ofMinutes(15);

    /** Of a spike nobody knows whence it came; who lies on a sensor lies there for a while. */
    private static final Duration SHORTEST_LOW = ofMinutes(15);

    public SuspectedCompression {
        PolicyRefused.unless(
                longest.compareTo(ofMinutes(30)) >= 0 && longest.compareTo(ofHours(2)) <= 0,
                "Somebody lies on a sensor for 30 to 120 minutes, not for " + longest.toMinutes() + ".");
    }

    @Override
    public AlarmKind kind() {
        return AlarmKind.SUSPECTED_COMPRESSION;
    }

    @Override
    public int limit() {
        return (int) Math.round(below.mgPerDl());
    }

    @Override
    public boolean isToldLate() {
        return false;
    }

    // [impl->req~alarm.suspected-compression~1]
    @Override
    public Verdict judge(Watch watch, Instant now) {
        var heard = watch.heard(now).trimmedTo(longest);
        return heard.latestWithin(FreshRun.UNBROKEN, now)
                .map(newest -> new Verdict(finding(watch, heard, now), new ByReading(newest)))
                .orElseGet(() -> watch.unknown(now));
    }

    private Finding finding(Watch watch, GlucoseHistory heard, Instant now) {
        if (heard.readings().stream().noneMatch(reading -> reading.isBelow(below))) {
            return ABSENT;
        }
        var run = FreshRun.of(heard, now);
        var first = firstLow(run);
        var last = lastLow(run);
        if (first < 0) {
            return UNDETERMINED;
        }
        return isNight(watch, run.get(first).at())
                        && !run.get(first)
                                .at()
                                .plus(SHORTEST_LOW)
                                .isAfter(run.get(last).at())
                        && fellFast(run, first)
                        && roseFast(run, first, last)
                ? PRESENT
                : UNDETERMINED;
    }

    private int firstLow(List<Measured> run) {
        for (var i = 0; i < run.size(); i++) {
            if (run.get(i).isBelow(below)) {
                return i;
            }
        }
        return -1;
    }

    private int lastLow(List<Measured> run) {
        for (var i = run.size() - 1; i >= 0; i--) {
            if (run.get(i).isBelow(below)) {
                return i;
            }
        }
        return -1;
    }

    private boolean fellFast(List<Measured> run, int first) {
        return run.subList(0, first).stream().anyMatch(before -> isSteep(before, run.get(first)));
    }

    private boolean roseFast(List<Measured> run, int first, int last) {
        var newest = run.getLast();
        return last < run.size() - 1
                && isSteep(run.get(last), newest)
                && run.subList(0, first).stream()
                        .filter(before -> isSteep(before, run.get(first)))
                        .allMatch(before ->
                                newest.glucose().mgPerDl() >= before.glucose().mgPerDl() - within.mgPerDl());
    }

    private boolean isSteep(Measured earlier, Measured later) {
        var apart = Duration.between(earlier.at(), later.at());
        var change = Math.abs(later.glucose().mgPerDl() - earlier.glucose().mgPerDl());
        return apart.compareTo(EDGE) <= 0 && change * 60_000 >= rate.mgPerDlPerMinute() * apart.toMillis();
    }

    private boolean isNight(Watch watch, Instant moment) {
        var time = moment.atZone(watch.zone()).toLocalTime();
        return nightFrom.isBefore(nightTo)
                ? !time.isBefore(nightFrom) && time.isBefore(nightTo)
                : !time.isBefore(nightFrom) || time.isBefore(nightTo);
    }
}
