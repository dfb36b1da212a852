package io.vigil.glucose;

import io.vigil.glucose.Reading.Measured;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How fast glucose changes, in mg/dL per minute; negative when it falls. */
public record GlucoseRate(double mgPerDlPerMinute) implements Comparable<GlucoseRate> {

    /** Over what the line is laid, back from the newest reading (Dexcom receivers: 15 to 20 min). */
    static final Duration FITTED_OVER = Duration.ofMinutes(15);

    /** Further than this a straight line says nothing about a body. */
    static final Duration FORESEEN_FOR = Duration.ofMinutes(30);

    private static final int FEWEST = 3;

    /**
     * The slope of the straight line that lies closest to the numbers of the last 15 minutes. None when the newest reading
     * is older than 10 minutes or no number, or when fewer than three numbers reach it without a gap of more than 10
     * minutes, or an LO or HI, between them.
     */
    public static Optional<GlucoseRate> of(GlucoseHistory history, Instant now) {
        var run = FreshRun.of(history.knownAt(now).trimmedTo(FITTED_OVER), now);
        return run.size() < FEWEST ? Optional.empty() : Optional.of(new GlucoseRate(slope(run)));
    }

    /**
     * When a straight line would reach the limit, counted from now, at most 30 minutes ahead; none when it leads away from
     * it or there is no rate. What it has reached already since the newest reading is due now.
     */
    public static Optional<Duration> timeTo(Glucose limit, GlucoseHistory history, Instant now) {
        return of(history, now)
                .flatMap(rate -> history.knownAt(now)
                        .latest()
                        .flatMap(newest -> rate.timeFrom(newest.drawn(), limit)
                                .map(ahead -> newest.at().plus(ahead))
                                .map(reached ->
                                        reached.isBefore(now) ? Duration.ZERO : Duration.between(now, reached))));
    }

    /** How long it takes at this rate from one glucose to the other; none when that is never, or in more than 30 minutes. */
    public Optional<Duration> timeFrom(Glucose start, Glucose limit) {
        var minutes = start.equals(limit) ? 0 : (limit.mgPerDl() - start.mgPerDl()) / mgPerDlPerMinute;
        return minutes >= 0 && minutes <= FORESEEN_FOR.toMinutes()
                ? Optional.of(Duration.ofSeconds(Math.round(minutes * 60)))
                : Optional.empty();
    }

    /** The faster fall before the slower, the slower rise before the faster. */
    @Override
    public int compareTo(GlucoseRate other) {
        return Double.compare(mgPerDlPerMinute, other.mgPerDlPerMinute);
    }

    private static double slope(List<Measured> run) {
        var first = run.getFirst().at();
        var meanMinute = run.stream()
                .mapToDouble(reading -> minutes(first, reading.at()))
                .average()
                .orElseThrow();
        var together = 0.0;
        var spread = 0.0;
        for (var reading : run) {
            var minute = minutes(first, reading.at()) - meanMinute;
            together += minute * reading.glucose().mgPerDl();
            spread += minute * minute;
        }
        return together / spread;
    }

    private static double minutes(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 60_000.0;
    }
}
