package io.vigil.forecast;

import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.glucose.Reading;
import io.vigil.glucose.Reading.Measured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/**
 * Finds every figure of the forecasters anew, on BrisT1D-Open alone: run {@link #main} and put what it prints into
 * {@link SecondOrderAutoregression}, {@link Spread} and {@link Sign}. The same recordings give the same figures.
 */
final class FitForecasters {

    private static final List<Sign> SIGNS = List.of(Sign.values());
    private static final double LIMIT = 70;
    private static final double SIGNS_UP_TO = 160;
    private static final double REST = 140;
    private static final Duration JITTER = Duration.ofSeconds(30);
    private static final Duration USUAL_AT_MOST = Duration.ofMinutes(6);

    /** Enough to keep weights of signs that say the same from growing against each other; far less than the readings say. */
    private static final double RIDGE = 1;

    private final List<GlucoseHistory> people;
    private final PrintStream out;

    private FitForecasters(List<GlucoseHistory> people, PrintStream out) {
        this.people = people;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(System.getProperty("vigil.root", ""), "resources", "nights", "cohorts", "bris");
        var people = new ArrayList<GlucoseHistory>();
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                people.add(read(file));
            }
        }
        var fit = new FitForecasters(people, System.out);
        fit.autoregression();
        fit.spread("OF_STRAIGHT_LINE", StraightLine::track);
        fit.spread("OF_AUTOREGRESSION", SecondOrderAutoregression::track);
        fit.signs();
    }

    /** Least squares of the next on the last two, over all readings five minutes apart. */
    private void autoregression() {
        var squares = new LeastSquares(2);
        for (var person : people) {
            forEachCourse(person, (course, place) -> {
                var next = glucoseAfter(person, place, 1);
                if (!Double.isNaN(next)) {
                    squares.add(
                            new double[] {Math.log(course.back(0) / REST), Math.log(course.back(1) / REST)},
                            Math.log(next / REST));
                }
            });
        }
        var found = squares.solve();
        out.printf(Locale.ROOT, "LAST = %.4f%nBEFORE = %.4f%n", found[0], -found[1]);
    }

    private void spread(String name, Function<Course, Track> track) {
        var sums = new double[3][Track.STEPS];
        var counts = new int[3][Track.STEPS];
        for (var person : people) {
            forEachCourse(person, (course, place) -> {
                var steps = track.apply(course).steps();
                var band = course.back(0) < 100 ? 0 : course.back(0) <= 180 ? 1 : 2;
                for (var step = 1; step <= Track.STEPS; step++) {
                    var came = glucoseAfter(person, place, step);
                    if (!Double.isNaN(came)) {
                        var off = Math.log(came / steps.get(step - 1).middle().mgPerDl());
                        sums[band][step - 1] += off * off;
                        counts[band][step - 1]++;
                    }
                }
            });
        }
        out.println(name);
        for (var band = 0; band < 3; band++) {
            var figures = new ArrayList<String>();
            for (var step = 0; step < Track.STEPS; step++) {
                figures.add(String.format(Locale.ROOT, "%.3f", Math.sqrt(sums[band][step] / counts[band][step])));
            }
            out.println("List.of(" + String.join(", ", figures) + ")");
        }
    }

    private void signs() {
        var within10 = new LogisticRegression(SIGNS.size(), RIDGE);
        var within30 = new LogisticRegression(SIGNS.size(), RIDGE);
        for (var person : people) {
            if (isReadEveryFiveMinutes(person)) {
                forEachCourse(person, (course, place) -> {
                    if (course.back(0) >= LIMIT && course.back(0) < SIGNS_UP_TO) {
                        var signs = SIGNS.stream()
                                .mapToDouble(sign -> sign.of(course, LIMIT))
                                .toArray();
                        within10.add(signs, isLowWithin(person, place, Duration.ofMinutes(10)));
                        within30.add(signs, isLowWithin(person, place, Duration.ofMinutes(30)));
                    }
                });
            }
        }
        var weights10 = within10.solve();
        var weights30 = within30.solve();
        for (var i = 0; i < SIGNS.size(); i++) {
            out.printf(Locale.ROOT, "%s(%.4f, %.4f)%n", SIGNS.get(i), weights10[i], weights30[i]);
        }
    }

    private interface Visitor {
        void visit(Course course, int place);
    }

    private static void forEachCourse(GlucoseHistory person, Visitor visitor) {
        var readings = person.readings();
        for (var i = 0; i < readings.size(); i++) {
            var place = i;
            var at = readings.get(i).at();
            Course.of(person.until(at), at).ifPresent(course -> visitor.visit(course, place));
        }
    }

    /** Laid between the readings about that moment; not a number where they are too far apart. */
    private static double glucoseAfter(GlucoseHistory person, int place, int steps) {
        var readings = person.readings();
        var moment = readings.get(place).at().plusSeconds(300L * steps);
        for (var i = place + 1; i < readings.size(); i++) {
            var later = readings.get(i);
            if (!later.at().isBefore(moment)) {
                var earlier = readings.get(i - 1);
                var apart = Duration.between(earlier.at(), later.at());
                if (apart.compareTo(Course.UNBROKEN) > 0) {
                    return Double.NaN;
                }
                var share = (double) Duration.between(earlier.at(), moment).toMillis() / apart.toMillis();
                var from = earlier.drawn().mgPerDl();
                return from + share * (later.drawn().mgPerDl() - from);
            }
        }
        return Double.NaN;
    }

    private static boolean isLowWithin(GlucoseHistory person, int place, Duration within) {
        var readings = person.readings();
        var last = readings.get(place).at().plus(within).plus(JITTER);
        for (var i = place + 1; i < readings.size() && !readings.get(i).at().isAfter(last); i++) {
            if (readings.get(i).isBelow(Glucose.mgPerDl(LIMIT))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isReadEveryFiveMinutes(GlucoseHistory person) {
        var readings = person.readings();
        var near = 0;
        for (var i = 1; i < readings.size(); i++) {
            var apart =
                    Duration.between(readings.get(i - 1).at(), readings.get(i).at());
            near += apart.compareTo(USUAL_AT_MOST) <= 0 ? 1 : 0;
        }
        return near * 2 > readings.size();
    }

    private static GlucoseHistory read(Path file) throws IOException {
        var readings = new ArrayList<Reading>();
        try (var text = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            text.lines()
                    .skip(1)
                    .map(row -> row.split(",", -1))
                    .forEach(row -> readings.add(new Measured(
                            LocalDateTime.parse(row[0]).toInstant(ZoneOffset.UTC),
                            Glucose.mgPerDl(Double.parseDouble(row[1])))));
        }
        return GlucoseHistory.of(readings);
    }
}
