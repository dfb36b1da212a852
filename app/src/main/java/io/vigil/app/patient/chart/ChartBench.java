package io.vigil.app.patient.chart;

import io.vigil.alarm.AlarmPriority;
import io.vigil.app.ui.Theme;
import io.vigil.app.ui.Times;
import io.vigil.app.ui.Units;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.KeptReading;
import io.vigil.glucose.Origin;
import io.vigil.glucose.Reading;
import io.vigil.policy.Limits;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;

/**
 * How long frames of the chart take with a year of readings, one a minute, on 1600×900: laid out, drawn and rendered to the
 * last pixel, which a snapshot waits for. The floor is the same snapshot of a canvas on which next to nothing is drawn.
 */
public final class ChartBench {

    private static final double WIDTH = 1600;
    private static final double HEIGHT = 900;
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /**
     * Frames of one kind, in milliseconds.
     *
     * @param floor the median frame of an empty canvas, measured in the same run
     */
    public record Figure(String name, int frames, double p50, double p99, double max, double floor) {}

    private ChartBench() {}

    /** To be called on the screen's thread, which it keeps busy for some seconds: as many frames again warm up. */
    public static List<Figure> measure(int readings, int frames) {
        var floor = floor(frames);
        var bench = new Drawn(readings);
        var year = MINUTE.multipliedBy(readings);
        return List.of(
                bench.figure("pan, all", frames, floor, i -> bench.stand(year, i % 2 == 0 ? 7 : -7)),
                bench.figure("zoom, all to 3 h", frames, floor, i -> bench.zoom(i, frames, year)),
                bench.figure("append, 24 h", frames, floor, _ -> bench.append(Duration.ofHours(24))),
                bench.figure("pan, 24 h", frames, floor, i -> bench.stand(Duration.ofHours(24), i)),
                bench.figure("pan, 3 d", frames, floor, i -> bench.stand(Duration.ofDays(3), i)));
    }

    private static double floor(int frames) {
        var canvas = new Canvas(WIDTH, HEIGHT);
        var snapshot = new Snapshot(new Pane(canvas));
        var times = times(frames, i -> {
            canvas.getGraphicsContext2D().clearRect(0, 0, WIDTH, HEIGHT);
            canvas.getGraphicsContext2D().fillRect(i, 10, 1, 1);
            snapshot.take();
        });
        return times[frames / 2];
    }

    private static double[] times(int frames, IntConsumer frame) {
        var times = new double[frames];
        for (var i = -frames; i < frames; i++) {
            var began = System.nanoTime();
            frame.accept(i + frames);
            if (i >= 0) {
                times[i] = (System.nanoTime() - began) / 1e6;
            }
        }
        Arrays.sort(times);
        return times;
    }

    /** Renders into the same image again and again, so that none but the first allocates. */
    private static final class Snapshot {

        private final Scene scene;
        private final WritableImage image = new WritableImage((int) WIDTH, (int) HEIGHT);
        private final SnapshotParameters parameters = new SnapshotParameters();

        Snapshot(Pane root) {
            scene = new Scene(root, WIDTH, HEIGHT);
        }

        void take() {
            var root = scene.getRoot();
            root.applyCss();
            root.layout();
            root.snapshot(parameters, image);
        }
    }

    /** A chart of its own with readings that wander as glucose does; the same each time. */
    private static final class Drawn {

        private final Trace trace;
        private final GlucoseChart chart;
        private final Snapshot snapshot;
        private final ChartScene scene;
        private Instant now;

        Drawn(int readings) {
            var kept = wander(readings);
            trace = Trace.of(kept, Cadence.of(List.of(), kept));
            now = START.plus(MINUTE.multipliedBy(readings - 1L));
            var limits = new Limits(
                    Glucose.mgPerDl(54), Glucose.mgPerDl(70), Glucose.mgPerDl(250), Duration.ofMinutes(20), "", START);
            scene = new ChartScene(trace, limits, alarms(), List.of());
            var look = new ChartLook(
                    Theme.LIGHT.palette(), Units.MG_PER_DL, new Times(ZoneId.of("Europe/Berlin"), Locale.ENGLISH));
            chart = new GlucoseChart(look, scene, ChartState.live(ChartSpan.HOURS_24, now));
            chart.setPrefSize(WIDTH, HEIGHT);
            snapshot = new Snapshot(new Pane(chart));
        }

        Figure figure(String name, int frames, double floor, IntConsumer act) {
            var times = times(frames, i -> {
                act.accept(i);
                snapshot.take();
            });
            return new Figure(
                    name,
                    frames,
                    times[frames / 2],
                    times[Math.min(frames - 1, frames * 99 / 100)],
                    times[frames - 1],
                    floor);
        }

        /** A few pixels beside the newest stretch of that length. */
        void stand(Duration length, int pixels) {
            var window = ChartWindow.live(length, now);
            var pixel = window.length().dividedBy((long) WIDTH);
            chart.goTo(new ChartState(window.shifted(pixel.multipliedBy(-pixels)), now));
        }

        void zoom(int i, int frames, Duration year) {
            var share = (double) (i % frames) / frames;
            var hours = Math.pow(year.toHours() / 3.0, 1 - share) * 3;
            chart.goTo(new ChartState(ChartWindow.live(Duration.ofMinutes(Math.round(hours * 60)), now), now));
        }

        void append(Duration length) {
            now = now.plus(MINUTE);
            trace.put(new KeptReading(new Reading.Measured(now, Glucose.mgPerDl(120)), Origin.LIVE));
            chart.show(scene);
            chart.goTo(new ChartState(ChartWindow.live(length, now), now));
        }

        private List<AlarmMark> alarms() {
            var marks = new ArrayList<AlarmMark>();
            for (var at = START; at.isBefore(now); at = at.plus(Duration.ofHours(9))) {
                marks.add(new AlarmMark(at, AlarmPriority.MEDIUM, true, "KB"));
            }
            return List.copyOf(marks);
        }

        private static List<KeptReading> wander(int readings) {
            var random = new SplittableRandom(7);
            var kept = new ArrayList<KeptReading>(readings);
            var mgPerDl = 120.0;
            for (var i = 0; i < readings; i++) {
                mgPerDl += random.nextDouble(-4, 4) + (135 - mgPerDl) * 0.004;
                mgPerDl = Math.clamp(mgPerDl, 41, 399);
                var at = START.plus(MINUTE.multipliedBy(i));
                kept.add(new KeptReading(new Reading.Measured(at, Glucose.mgPerDl(mgPerDl)), Origin.LIVE));
            }
            return kept;
        }
    }
}
