package io.vigil.agent.serving;

import io.vigil.alarm.OpenAlarm;
import io.vigil.alarm.SelfTest;
import io.vigil.alarm.Shelf;
import io.vigil.alarm.SoundPause;
import io.vigil.contract.AgentBeat;
import io.vigil.contract.PatientNow;
import io.vigil.contract.StationFacts;
import io.vigil.contract.Telling;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.glucose.KeptReading;
import io.vigil.journal.NumberedEvent;
import io.vigil.policy.Limits;
import io.vigil.ward.Patient;
import io.vigil.ward.PatientId;
import io.vigil.ward.SensorSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * The station as it is now, for all who listen: what is true first, then what becomes true. It is told by the cycle, which it
 * never keeps waiting for a listener or a disk, and asked by any thread.
 */
public final class LiveStation {

    /** The newest events are told from memory; who is further behind is served from the store. */
    private static final int EVENTS_IN_MEMORY = 4_096;

    private static final Duration RECENT = Duration.ofMinutes(6 * 60 + 10);

    /** A cycle that has not come round for so long judges nothing: then the agent must not look alive. */
    // [impl->req~station.hang-is-noticed~1]
    private static final Duration LONGEST_TURN = Duration.ofSeconds(3);

    private final StationFacts facts;
    private final InstantSource clock;
    private final DoubleSupplier speed;
    private final Chronicle chronicle;
    private final LongSupplier nanos;

    private final Map<PatientId, Page> pages = new LinkedHashMap<>();
    private final Set<Subscriber> subscribers = new HashSet<>();
    private final Deque<NumberedEvent> newestEvents = new ArrayDeque<>();
    private Telling.AlarmsNow alarms = new Telling.AlarmsNow(List.of(), SoundPause.NONE, List.of());
    private Health health = new Health(true, "", 0, 0, 0, "");
    private long turnedAtNanos;
    private long newestSeq;

    /**
     * What the agent says of itself.
     *
     * @param storeWords what is wrong with the store; empty when it is sound
     * @param cloudWords the state of the cloud; empty when none is set up
     */
    public record Health(
            boolean storeSound,
            String storeWords,
            int diskFreePercent,
            int sensorsReporting,
            int sensors,
            String cloudWords) {}

    private record Page(
            Patient patient, Optional<SensorSession> sensor, Limits limits, TreeMap<Instant, KeptReading> recent) {

        PatientNow now() {
            return new PatientNow(patient, sensor, limits, List.copyOf(recent.values()));
        }
    }

    /**
     * @param clock the station's told clock
     * @param speed told seconds in a real second, at this moment
     */
    public LiveStation(StationFacts facts, InstantSource clock, DoubleSupplier speed, Chronicle chronicle) {
        this(facts, clock, speed, chronicle, System::nanoTime);
    }

    LiveStation(
            StationFacts facts,
            InstantSource clock,
            DoubleSupplier speed,
            Chronicle chronicle,
            LongSupplier monotonicNanos) {
        this.facts = facts;
        this.clock = clock;
        this.speed = speed;
        this.chronicle = chronicle;
        this.nanos = monotonicNanos;
        this.newestSeq = chronicle.newestSeq();
        this.turnedAtNanos = nanos.getAsLong();
    }

    // Told by the cycle. Every telling is done in a moment, whoever listens.

    /** A patient is on the ward, or something about them is new. */
    public synchronized void patient(Patient patient, Optional<SensorSession> sensor, Limits limits) {
        var before = pages.get(patient.id());
        pages.put(patient.id(), new Page(patient, sensor, limits, before == null ? new TreeMap<>() : before.recent()));
        subscribers.forEach(Subscriber::needsSnapshot);
    }

    /** What was read before the agent started. */
    public synchronized void remember(PatientId patient, Collection<KeptReading> readings) {
        var page = pages.get(patient);
        if (page != null) {
            readings.forEach(reading -> keep(page, reading));
            subscribers.forEach(Subscriber::needsSnapshot);
        }
    }

    /** What is told again, or is too old to be recent, is not told further. */
    public synchronized void taken(PatientId patient, KeptReading reading) {
        var page = pages.get(patient);
        if (page != null && keep(page, reading)) {
            var telling = new Telling.Taken(patient, reading);
            subscribers.forEach(subscriber -> subscriber.taken(telling));
        }
    }

    /** Every open alarm as it stands, worst first; before it is durable. */
    public synchronized void alarms(List<OpenAlarm> open, SoundPause pause, List<Shelf> shelves) {
        alarms = new Telling.AlarmsNow(open, pause, shelves);
        subscribers.forEach(subscriber -> subscriber.alarms(alarms));
    }

    /** A test of the way that alarms take. Whoever listens later is not part of it. */
    public synchronized void tested(SelfTest test) {
        var telling = new Telling.Tested(test);
        subscribers.forEach(subscriber -> subscriber.tested(telling));
    }

    /** A numbered event, durable. Events are told in the order of their numbers. */
    public synchronized void happened(NumberedEvent event) {
        if (event.seq() <= newestSeq) {
            return;
        }
        if (event.seq() != newestSeq + 1) {
            newestEvents.clear(); // what lies between is in the store, and is told from there
        }
        newestEvents.addLast(event);
        if (newestEvents.size() > EVENTS_IN_MEMORY) {
            newestEvents.removeFirst();
        }
        newestSeq = event.seq();
        subscribers.forEach(subscriber -> subscriber.happened(newestSeq));
    }

    /** The cycle has come round, at least once in a real second. While it does not, the agent sends no beats. */
    public synchronized void turned(Health newer) {
        health = newer;
        turnedAtNanos = nanos.getAsLong();
    }

    // Asked by the link.

    /** From now on the subscriber is told all that changes after the snapshot. */
    synchronized Telling.Snapshot join(Subscriber subscriber) {
        subscribers.add(subscriber);
        return snapshot(subscriber);
    }

    synchronized Telling.Snapshot snapshot(Subscriber subscriber) {
        subscriber.hasAll();
        return new Telling.Snapshot(
                newestSeq, facts, pages.values().stream().map(Page::now).toList(), alarms, beatNow());
    }

    synchronized void leave(Subscriber subscriber) {
        subscribers.remove(subscriber);
    }

    /** Without a hole, from the event after that number on. Those not in memory are read from the store, outside the lock. */
    List<NumberedEvent> eventsAfter(long seq, int atMost) {
        synchronized (this) {
            if (!newestEvents.isEmpty() && newestEvents.getFirst().seq() <= seq + 1) {
                return newestEvents.stream()
                        .skip(seq + 1 - newestEvents.getFirst().seq())
                        .limit(atMost)
                        .toList();
            }
        }
        return chronicle.eventsAfter(seq, atMost);
    }

    /** None while the cycle stands still. */
    synchronized Optional<AgentBeat> beat() {
        var still = Duration.ofNanos(nanos.getAsLong() - turnedAtNanos);
        return still.compareTo(LONGEST_TURN) > 0 ? Optional.empty() : Optional.of(beatNow());
    }

    synchronized Telling.AlarmsNow alarms() {
        return alarms;
    }

    synchronized int patients() {
        return pages.size();
    }

    StationFacts facts() {
        return facts;
    }

    synchronized AgentBeat beatNow() {
        return new AgentBeat(
                clock.instant(),
                speed.getAsDouble(),
                newestSeq,
                health.storeSound(),
                health.storeWords(),
                health.diskFreePercent(),
                health.sensorsReporting(),
                health.sensors(),
                health.cloudWords());
    }

    /** Whether it is new, and recent: readings of a time to come, as a clock set back leaves them, make nothing old. */
    private boolean keep(Page page, KeptReading reading) {
        var recent = page.recent();
        var at = reading.reading().at();
        if (!recent.isEmpty() && at.isBefore(recent.lastKey().minus(RECENT))) {
            recent.tailMap(clock.instant().plus(GlucoseHistory.AHEAD), false).clear();
        }
        if (recent.putIfAbsent(at, reading) != null) {
            return false;
        }
        recent.headMap(recent.lastKey().minus(RECENT)).clear();
        return recent.containsKey(at);
    }
}
