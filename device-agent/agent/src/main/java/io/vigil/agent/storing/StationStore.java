package io.vigil.agent.storing;

import io.vigil.glucose.KeptReading;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent;
import io.vigil.ward.Patient;
import io.vigil.ward.PatientId;
import io.vigil.ward.Person;
import io.vigil.ward.ReceivedReading;
import io.vigil.ward.SensorSession;
import io.vigil.ward.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Where facts are kept for good. It only ever adds: the same fact told twice is kept once. Moments are kept to the
 * microsecond. What it answers as kept outlives the process, a full disk and a pulled plug. Reading asks the disk and
 * throws {@link StoreFailed} where it cannot; it never waits for a writer.
 */
public interface StationStore extends AutoCloseable {

    /**
     * Keeps readings and events, all or none. Never blocks the caller. Completes when durable, in the order of the
     * calls; exceptionally with {@link FactRefused} when the store will never take this, and it alone; with another
     * {@link StoreFailed} when the store takes nothing more.
     */
    CompletableFuture<Kept> keep(List<ReceivedReading> readings, List<NewEvent> events);

    /** Keeps who may sign in, in place of what was kept under the same id. */
    CompletableFuture<KnownPerson> keepPerson(KnownPerson person);

    /** From the first moment up to and without the last, oldest first. */
    List<KeptReading> readings(PatientId patient, Instant from, Instant to);

    /** In the order of their numbers. */
    List<NumberedEvent> eventsAfter(long seq, int atMost);

    /** What happened from the first moment up to and without the last, in the order of their numbers. */
    List<NumberedEvent> events(Subject subject, Instant from, Instant to);

    /** The same of every subject. */
    List<NumberedEvent> events(Instant from, Instant to);

    /** The newest change of each kind of alarm of each subject: where every alarm stands after a restart. */
    List<NumberedEvent> latestAlarmChanges();

    /** The newest event on each matter of each subject: what is put aside, what sensors said of themselves, how a test ended. */
    List<NumberedEvent> latestEvents();

    /** The event that a command became, if it was ever kept. */
    Optional<NumberedEvent> byCommand(String commandId);

    /** Everybody who was admitted, as told last, by id. */
    List<Patient> patients();

    /** The sensor that each patient was given last, by patient. */
    List<SensorSession> sensors();

    List<KnownPerson> persons();

    /** The number of the newest event; 0 before the first. */
    long newestSeq();

    long readingCount();

    long sizeInBytes();

    /** That it may still fill. */
    long freeInBytes();

    StoreHealth health();

    /** Keeps what was given so far, then closes. */
    @Override
    void close();

    /**
     * Something that happened and has no number yet.
     *
     * @param commandId the id of the command that it answers: told again, it becomes no second event
     */
    record NewEvent(Instant happenedAt, WardEvent event, Optional<String> commandId) {

        static final int LONGEST_COMMAND_ID = 100;

        public NewEvent {
            if (commandId
                    .filter(id -> id.isEmpty() || id.length() > LONGEST_COMMAND_ID)
                    .isPresent()) {
                throw new IllegalArgumentException("A command's id has 1 to " + LONGEST_COMMAND_ID + " characters");
            }
        }
    }

    /**
     * What became of it.
     *
     * @param events in the order given; where a command was known, the event that it became then
     * @param taken readings that were new
     * @param repeated readings that were known
     */
    record Kept(List<NumberedEvent> events, int taken, int repeated) {}

    /**
     * Somebody who may sign in, and how that is checked.
     *
     * @param passwordHash as the password's algorithm writes it, salt and costs included
     */
    record KnownPerson(Person person, String passwordHash) {

        @Override
        public String toString() {
            return "KnownPerson[" + person.id() + "]";
        }
    }
}
