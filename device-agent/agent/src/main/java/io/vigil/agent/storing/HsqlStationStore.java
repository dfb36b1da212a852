package io.vigil.agent.storing;

import io.vigil.agent.storing.keys.KeySource;
import io.vigil.agent.storing.packed.DayBlock;
import io.vigil.agent.storing.packed.PackedReading;
import io.vigil.glucose.KeptReading;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent;
import io.vigil.ward.Patient;
import io.vigil.ward.PatientId;
import io.vigil.ward.Person;
import io.vigil.ward.ReceivedReading;
import io.vigil.ward.Role;
import io.vigil.ward.SensorSession;
import io.vigil.ward.Subject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The station's store in an encrypted HSQLDB file database. */
public final class HsqlStationStore implements StationStore {

    private final StoreFolder folder;
    private final StoreSettings settings;
    private final OpenStore open;
    private final Handle writing;
    private final Jdbi reading;
    private final Ledger ledger;
    private final StoreWriter writer;

    private HsqlStationStore(StoreFolder folder, StoreSettings settings, InstantSource clock, OpenStore open) {
        this.folder = folder;
        this.settings = settings;
        this.open = open;
        this.writing = open.database().writing().open();
        this.reading = open.database().reading();
        this.ledger = new Ledger(writing, open.database(), open.anchor());
        this.writer = new StoreWriter(ledger, clock, settings.recentFor());
    }

    /**
     * Opens the store, or makes a new one in an empty folder. Throws {@link StoreFailed} where it is in use, damaged, or
     * not able to keep its promises.
     *
     * @param clock tells which days have grown old
     */
    public static StationStore open(StoreSettings settings, KeySource keys, InstantSource clock) {
        var folder = StoreFolder.at(settings.folder());
        var store = new HsqlStationStore(folder, settings, clock, OpenStore.open(folder, keys));
        store.writer.start();
        return store;
    }

    @Override
    public CompletableFuture<Kept> keep(List<ReceivedReading> readings, List<NewEvent> events) {
        var job = new Job.KeepFacts(
                List.copyOf(readings),
                events.stream().map(EventJournal.Ready::of).toList(),
                new CompletableFuture<>());
        writer.accept(job);
        return job.answer();
    }

    @Override
    public CompletableFuture<KnownPerson> keepPerson(KnownPerson person) {
        var job = new Job.KeepPerson(person, new CompletableFuture<>());
        writer.accept(job);
        return job.answer();
    }

    @Override
    public List<KeptReading> readings(PatientId patient, Instant from, Instant to) {
        var first = ReadingWords.micros(from);
        var end = ReadingWords.micros(to);
        return first >= end
                ? List.of()
                : reading(handle -> readings(handle.attach(ReadingRows.class), patient, first, end));
    }

    private static List<KeptReading> readings(ReadingRows rows, PatientId patient, long from, long to) {
        var found = new ArrayList<PackedReading>();
        for (var block : rows.blocks(patient.key(), ReadingWords.utcDay(from), ReadingWords.utcDay(to - 1))) {
            for (var reading : DayBlock.unpack(block.packed())) {
                if (reading.atMicros() >= from && reading.atMicros() < to) {
                    found.add(reading);
                }
            }
        }
        found.addAll(rows.recent(patient.key(), from, to));
        found.sort(Comparator.naturalOrder());
        return found.stream().map(ReadingWords::kept).toList();
    }

    @Override
    public List<NumberedEvent> eventsAfter(long seq, int atMost) {
        return events(rows -> rows.after(seq, atMost));
    }

    @Override
    public List<NumberedEvent> events(Subject subject, Instant from, Instant to) {
        return events(rows -> rows.of(subject.key(), ReadingWords.micros(from), ReadingWords.micros(to)));
    }

    @Override
    public List<NumberedEvent> events(Instant from, Instant to) {
        return events(rows -> rows.between(ReadingWords.micros(from), ReadingWords.micros(to)));
    }

    @Override
    public List<NumberedEvent> latestAlarmChanges() {
        return events(EventRows::latest).stream()
                .filter(latest -> latest.event() instanceof WardEvent.AlarmChanged)
                .toList();
    }

    @Override
    public List<NumberedEvent> latestEvents() {
        return events(EventRows::latest);
    }

    @Override
    public Optional<NumberedEvent> byCommand(String commandId) {
        return events(rows -> rows.byCommand(commandId).stream().toList()).stream()
                .findFirst();
    }

    @Override
    public List<Patient> patients() {
        return events(EventRows::latest).stream()
                .flatMap(latest -> latest.event() instanceof WardEvent.PatientAdmitted(var patient)
                        ? Stream.of(patient)
                        : Stream.empty())
                .toList();
    }

    @Override
    public List<SensorSession> sensors() {
        return events(EventRows::latest).stream()
                .flatMap(latest -> latest.event() instanceof WardEvent.SensorStarted(var sensor)
                        ? Stream.of(sensor)
                        : Stream.empty())
                .toList();
    }

    @Override
    public List<KnownPerson> persons() {
        return reading(handle -> handle.attach(StationRows.class).persons()).stream()
                .map(row -> new KnownPerson(
                        new Person(row.personId(), row.fullName(), Role.valueOf(row.roleName())), row.passwordHash()))
                .toList();
    }

    @Override
    public long newestSeq() {
        return ledger.tally().newestSeq();
    }

    @Override
    public long readingCount() {
        return ledger.tally().readings();
    }

    @Override
    public long sizeInBytes() {
        return folder.sizeInBytes();
    }

    @Override
    public long freeInBytes() {
        return folder.freeInBytes();
    }

    @Override
    public StoreHealth health() {
        var free = folder.freePercent();
        var isLow = free < settings.warnBelowFreePercent();
        var trouble = writer.trouble()
                .or(() -> open.guard()
                        .alarm()
                        .map(words -> "The store is read and takes nothing, for its database could not write: " + words
                                + ". Make room on the disk or replace it, then restart the agent."));
        return new StoreHealth(
                trouble.isEmpty(), isLow || !open.hadRoom(), trouble.orElseGet(() -> room(free, isLow)), free);
    }

    private String room(int free, boolean isLow) {
        if (!open.hadRoom()) {
            return "The disk had no room for a copy of the store's log when it was opened after a crash; " + free
                    + " % is free. Make room, then restart the agent.";
        }
        return isLow ? "Only " + free + " % of the store's disk is free." : "";
    }

    /** In one transaction: what is read is one state of the store, whatever is written meanwhile. */
    private <T> T reading(Function<Handle, T> question) {
        try {
            return reading.inTransaction(question::apply);
        } catch (JdbiException | IllegalArgumentException e) {
            throw new StoreFailed("The store in " + folder.path() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private List<NumberedEvent> events(Function<EventRows, List<EventRows.Kept>> question) {
        return reading(handle -> question.apply(handle.attach(EventRows.class))).stream()
                .map(EventJournal::read)
                .toList();
    }

    @Override
    public void close() {
        writer.close();
        try {
            writing.close();
            open.close(health().sound());
        } catch (SQLException | IOException e) {
            throw new StoreFailed("The store in " + folder.path() + " did not close well: " + e.getMessage(), e);
        }
    }
}
