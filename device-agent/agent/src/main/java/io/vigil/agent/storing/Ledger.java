package io.vigil.agent.storing;

import io.vigil.agent.storing.StationStore.Kept;
import io.vigil.agent.storing.StationStore.KnownPerson;
import io.vigil.journal.NumberedEvent;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Writes many jobs in one transaction, and says that they are kept only when they are: committed, the guard silent, the
 * anchor moved. For the writer's thread alone.
 */
final class Ledger {

    /** Classes of SQLSTATE, ISO 9075-2, 24.1. */
    private static final String DATA_EXCEPTION = "22";

    private static final String CONSTRAINT_VIOLATED = "23";

    private final Handle handle;
    private final HsqlDatabase database;
    private final Anchor anchor;
    private final StationRows station;
    private final EventRows events;
    private final EventJournal journal;
    private ReadingShelf shelf;
    private volatile Tally tally;

    Ledger(Handle handle, HsqlDatabase database, Anchor anchor) {
        this.handle = handle;
        this.database = database;
        this.anchor = anchor;
        this.station = handle.attach(StationRows.class);
        this.shelf = new ReadingShelf(handle.attach(ReadingRows.class));
        this.events = handle.attach(EventRows.class);
        this.journal = new EventJournal(events);
        this.tally = station.tally();
    }

    /** How much is durable. Any thread may ask. */
    Tally tally() {
        return tally;
    }

    /**
     * Returns what to answer, one for each job and in their order. Throws {@link FactRefused} where one of them cannot be
     * kept: then none was, and the store is as it was before. Throws anything else where it is not certain that all are
     * durable.
     */
    List<Runnable> write(List<Job> jobs) throws IOException {
        try {
            return writeAll(jobs);
        } catch (ArithmeticException e) {
            throw undone("a number is out of range (" + e.getMessage() + ")", e);
        } catch (JdbiException e) {
            var refusal = refusal(e);
            if (refusal.isEmpty()) {
                throw e;
            }
            throw undone(refusal.get(), e);
        }
    }

    /** What the database says of the facts it was given, rather than of itself. */
    private static Optional<String> refusal(JdbiException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said && said.getSQLState() != null) {
                var isOfTheFacts = said.getSQLState().startsWith(DATA_EXCEPTION)
                        || said.getSQLState().startsWith(CONSTRAINT_VIOLATED);
                return isOfTheFacts ? Optional.ofNullable(said.getMessage()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Takes everything back, what is remembered of it too. */
    private FactRefused undone(String why, RuntimeException cause) {
        handle.rollback();
        askGuard();
        if (events.newestSeq() != tally.newestSeq()) {
            throw new StoreFailed(
                    "The newest event is " + events.newestSeq() + ", and " + tally.newestSeq() + " was counted", cause);
        }
        shelf = new ReadingShelf(handle.attach(ReadingRows.class));
        return new FactRefused(why, cause);
    }

    private void askGuard() {
        database.guard().alarm().ifPresent(words -> {
            throw new StoreFailed("The database could not write: " + words);
        });
    }

    private List<Runnable> writeAll(List<Job> jobs) throws IOException {
        askGuard(); // it may have spoken while the store was opened: then nothing more is written over what is there
        var armful = shelf.new Armful();
        var page = journal.new Page(tally.newestSeq());
        var answers = new ArrayList<Runnable>();
        var taken = 0;
        for (var job : jobs) {
            switch (job) {
                case Job.KeepFacts facts -> {
                    var kept = write(facts, armful, page);
                    taken += kept.taken();
                    answers.add(() -> facts.answer().complete(kept));
                }
                case Job.KeepPerson keep -> {
                    station.keep(row(keep.person()));
                    answers.add(() -> keep.answer().complete(keep.person()));
                }
            }
        }
        armful.putDown();
        commit(tally.and(page.putDown(), taken));
        return answers;
    }

    /** Packs one day of old rows, if there is one. */
    boolean packOneBefore(int day) throws IOException {
        askGuard();
        var packed = shelf.packOneBefore(day);
        if (packed) {
            commit(tally.and(0, 0));
        } else {
            handle.rollback();
        }
        return packed;
    }

    private static Kept write(Job.KeepFacts facts, ReadingShelf.Armful armful, EventJournal.Page page) {
        var taken = (int) facts.readings().stream().filter(armful::take).count();
        List<NumberedEvent> events = facts.events().stream().map(page::write).toList();
        return new Kept(events, taken, facts.readings().size() - taken);
    }

    private void commit(Tally now) throws IOException {
        station.count(now.commits(), now.newestSeq(), now.readings());
        handle.commit();
        askGuard();
        database.logIsWhole();
        anchor.write(now);
        tally = now;
    }

    private static StationRows.PersonRow row(KnownPerson known) {
        var person = known.person();
        return new StationRows.PersonRow(
                person.id(), person.name(), person.role().name(), known.passwordHash());
    }
}
