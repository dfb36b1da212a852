package io.vigil.app.bench;

import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.OpenAlarm;
import io.vigil.app.agentlink.AgentLink;
import io.vigil.app.agentlink.NoContact;
import io.vigil.app.agentlink.RemoteAgentLink;
import io.vigil.app.agentlink.StationView;
import io.vigil.app.agentlink.StationView.Contact.InContact;
import io.vigil.app.demo.DemoStation;
import io.vigil.app.demo.DrawnAlarms;
import io.vigil.app.ui.FxDoor;
import io.vigil.ward.PatientId;
import io.vigil.ward.Station;
import io.vigil.ward.Subject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javafx.scene.Scene;

/**
 * Measures how long a low is on its way to the eye: from just before its reading leaves the sensor, through the agent and the
 * link, until the app's window has laid out a frame with the alarm in it. Meanwhile 200 patients each give a reading a minute,
 * and one batch after the other of a thousand readings of the past is imported.
 */
public final class AlarmBench {

    private static final int PATIENTS = 200;
    private static final int LOW = 50;
    private static final int WELL = 100;
    private static final int BATCH = 1_000;

    /** 40 batches bring a patient 27 days; then it is the next one's turn. */
    private static final int BATCHES_A_PATIENT = 40;

    /** A ward's programs have run for days: these are run until most of what they do is compiled. */
    private static final int WARM_UP = 300;

    private static final int FLOORS = 100;
    private static final int FLOOR_WARM_UP = 300;
    private static final int LONGEST_PAUSE_MILLIS = 200;
    private static final int PATIENCE_SECONDS = 60;
    private static final int ASKED_AT_MOST = 20;

    private final String classPath;
    private final Function<AgentLink, Window> windows;
    private final InstantSource wall = InstantSource.system();
    private final Random random = new Random(7);

    /** The app's window, while it is open. */
    public interface Window extends AutoCloseable {
        Scene scene();

        @Override
        void close();
    }

    /**
     * @param classPath where the agent's classes are
     * @param windows opens the app's window on a link
     */
    public AlarmBench(String classPath, Function<AgentLink, Window> windows) {
        this.classPath = classPath;
        this.windows = windows;
    }

    /**
     * Milliseconds of so many alarms, after some that are not counted: until the alarm is drawn, of that until the screen's
     * thread is told of it, and what the two ends ever kept somebody waiting meanwhile.
     */
    public List<Figure> measure(int alarms) {
        var screen = new FxDoor();
        var drawn = new Drawn();
        try (var ward = BenchWard.laidOut(PATIENTS, wall);
                var station = DemoStation.start(classPath, ward.settings());
                var link = RemoteAgentLink.toAgentIn(station.agent().data(), screen, wall);
                var window = windows.apply(new DrawnAlarms(link, drawn::add))) {
            awaitWard(link);
            insist(() -> link.signIn(BenchWard.PERSON, BenchWard.PASSWORD));
            try (var _ = link.onChange(drawn::told);
                    var sensors = Feeder.start(classPath, station.agent().data());
                    var files = Feeder.start(classPath, station.agent().data());
                    var timer = Executors.newScheduledThreadPool(5)) {
                var floor = floor(timer, link, window.scene());
                var load = List.of(background(timer, sensors, ward), importing(timer, files, ward));
                var patients = new ArrayList<>(ward.patients());
                var drawnAfter = new double[alarms];
                var toldAfter = new double[alarms];
                var pauses = Pauses.watched(timer, link);
                for (var i = -WARM_UP; i < alarms; i++) {
                    var turn = (i + WARM_UP) % patients.size();
                    if (turn == 0) {
                        Collections.shuffle(patients, random);
                    }
                    var taken = atRandom(timer, () -> alarm(patients.get(turn), sensors, link, drawn));
                    if (i >= 0) {
                        drawnAfter[i] = taken.toFrame();
                        toldAfter[i] = taken.toScreen();
                    }
                }
                if (load.stream().anyMatch(Future::isDone)) {
                    throw new BenchFailed("The load beside the alarms ended before they did; nothing can be said.");
                }
                return List.of(
                        Figure.of("alarm-latency", "ms", drawnAfter, floor.toFrame()),
                        Figure.of("alarm-told", "ms", toldAfter, floor.toScreen()),
                        pauses.ofTheScreen(floor.toScreen()),
                        pauses.ofTheAgent(floor.toScreen()));
            }
        }
    }

    private static void awaitWard(AgentLink link) {
        var complete = new CountDownLatch(1);
        try (var _ = link.onChange(view -> {
            if (isComplete(view)) {
                complete.countDown();
            }
        })) {
            if (!complete.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new BenchFailed("The agent has not laid out its ward within " + PATIENCE_SECONDS
                        + " s. Try a quieter machine.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("The benchmark was interrupted.");
        }
    }

    private static boolean isComplete(StationView view) {
        return view.contact() instanceof InContact
                && view.patients().size() == PATIENTS
                && view.patients().stream()
                        .allMatch(patient -> patient.sensor().isPresent()
                                && !patient.recent().isEmpty());
    }

    /** The middle of a hundred empty questions, and of the frames after their answers, once the way is well trodden. */
    private Way floor(ScheduledExecutorService timer, AgentLink link, Scene scene) {
        var screen = new FxDoor();
        var frames =
                CompletableFuture.supplyAsync(() -> Frames.of(scene), screen).join();
        IntStream.range(0, FLOOR_WARM_UP).forEach(_ -> insist(() -> question(link, System.nanoTime(), frames)));
        var ways = IntStream.range(0, FLOORS)
                .mapToObj(_ -> atRandom(timer, () -> {
                    var asked = System.nanoTime();
                    return insist(() -> question(link, asked, frames));
                }))
                .toList();
        return new Way(middle(ways, Way::toScreen), middle(ways, Way::toFrame));
    }

    /** Completes, as all that the link delivers, on the screen's thread. */
    private static CompletableFuture<Way> question(AgentLink link, long asked, Frames frames) {
        var now = link.clock().instant();
        return link.events(Station.THIS, now, now).thenCompose(_ -> {
            var answered = System.nanoTime();
            return frames.next().thenApply(framed -> Way.from(asked, answered, framed));
        });
    }

    private static double middle(List<Way> ways, ToDoubleFunction<Way> part) {
        return Figure.of("floor", "ms", ways.stream().mapToDouble(part).toArray(), Double.NaN)
                .p50();
    }

    private static Future<?> background(ScheduledExecutorService timer, Feeder sensors, BenchWard ward) {
        var turn = new AtomicInteger();
        return timer.scheduleAtFixedRate(
                () -> {
                    var next = turn.getAndIncrement();
                    sensors.give(ward.patients().get(next % PATIENTS), WELL + next % 30);
                },
                0,
                TimeUnit.MINUTES.toNanos(1) / PATIENTS,
                TimeUnit.NANOSECONDS);
    }

    private static Future<?> importing(ScheduledExecutorService timer, Feeder files, BenchWard ward) {
        var turn = new AtomicInteger();
        return timer.scheduleWithFixedDelay(
                () -> files.bring(ward.patients().get(turn.getAndIncrement() / BATCHES_A_PATIENT % PATIENTS), BATCH),
                0,
                1,
                TimeUnit.NANOSECONDS);
    }

    /** A low, until it is drawn; then somebody comes, and all is well again. */
    private static Way alarm(PatientId patient, Feeder sensors, AgentLink link, Drawn drawn) {
        var onScreen = drawn.next(patient);
        var left = sensors.give(patient, LOW);
        var seen = onScreen.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        insist(() -> link.acknowledge(seen.alarm(), "measured"));
        sensors.give(patient, WELL);
        sensors.give(patient, WELL);
        return Way.from(left, seen.toldAt(), seen.drawnAt());
    }

    /** On a machine that is overloaded an answer may come too late: what is asked here is asked again. */
    private static <T> T insist(Supplier<CompletableFuture<T>> asking) {
        for (var patience = ASKED_AT_MOST; ; patience--) {
            try {
                return asking.get().join();
            } catch (CompletionException e) {
                if (patience <= 1 || !(e.getCause() instanceof NoContact)) {
                    throw new BenchFailed("The agent did not do what it was asked: " + e.getCause());
                }
            }
        }
    }

    /** After a pause of no certain length, so that nothing is measured in step with frames, beats or batches. */
    private Way atRandom(ScheduledExecutorService timer, Callable<Way> measure) {
        try {
            return timer.schedule(measure, random.nextInt(LONGEST_PAUSE_MILLIS), TimeUnit.MILLISECONDS)
                    .get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BenchFailed failed) {
                throw failed;
            }
            throw new BenchFailed("An alarm could not be measured: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("The benchmark was interrupted.");
        }
    }

    /**
     * How long something was on its way.
     *
     * @param toScreen milliseconds until the screen's thread was told
     * @param toFrame milliseconds until the frame was laid out
     */
    private record Way(double toScreen, double toFrame) {

        static Way from(long left, long told, long framed) {
            return new Way((told - left) / 1e6, (framed - left) / 1e6);
        }
    }

    private record Seen(OpenAlarm alarm, long toldAt, long drawnAt) {}

    /** Urgent lows as the screen's thread is told of them and as the window draws them. */
    private static final class Drawn {

        private final Map<Subject, CompletableFuture<Seen>> awaited = new ConcurrentHashMap<>();
        private final Map<AlarmId, Told> told = new HashMap<>();

        private record Told(OpenAlarm alarm, long at) {}

        CompletableFuture<Seen> next(PatientId patient) {
            var seen = new CompletableFuture<Seen>();
            awaited.put(patient, seen);
            return seen;
        }

        /** On the screen's thread. */
        void told(StationView view) {
            var now = System.nanoTime();
            view.alarms().forEach(alarm -> told.putIfAbsent(alarm.id(), new Told(alarm, now)));
        }

        /** On the screen's thread. */
        void add(AlarmId alarm) {
            var now = System.nanoTime();
            if (alarm.kind() == AlarmKind.URGENT_LOW) {
                var waiting = awaited.remove(alarm.subject());
                var first = told.get(alarm);
                if (waiting != null && first != null) {
                    waiting.complete(new Seen(first.alarm(), first.at(), now));
                }
            }
        }
    }
}
