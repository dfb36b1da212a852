package io.vigil.agent.storing;

import io.vigil.agent.storing.keys.DataKey;
import io.vigil.agent.storing.keys.KeySource;
import io.vigil.agent.storing.keys.KeyUnavailable;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;

/**
 * All that is held while the store is open, and the order in which it is taken: lock, key, seal, database, anchor. What
 * is not as it was left is refused, with a copy kept aside; never mended in silence.
 *
 * @param hadRoom for that copy. A full disk is no damage, and an agent without its store knows of no alarm: the store is
 *     opened all the same, and says so
 */
record OpenStore(StoreLock lock, WriteGuard guard, HsqlDatabase database, Anchor anchor, Seal seal, boolean hadRoom) {

    private static final String KEY = "station";

    // [impl->req~store.damage-is-refused~1]
    static OpenStore open(StoreFolder folder, KeySource keys) {
        var lock = StoreLock.take(folder);
        var guard = WriteGuard.listen();
        try {
            return open(folder, key(folder, keys), lock, guard);
        } catch (RuntimeException e) {
            guard.close();
            lock.close();
            throw e;
        }
    }

    private static OpenStore open(StoreFolder folder, DataKey key, StoreLock lock, WriteGuard guard) {
        var least = Anchor.read(folder, key.derive("anchor", Anchor.KEY_ALGORITHM));
        if (least.isPresent() && !folder.holdsDatabase()) {
            throw new StoreFailed("The store's files are missing from " + folder.path()
                    + ", though it held " + least.get().readings()
                    + " readings. Put them back, restore a backup, or remove the anchor to begin anew.");
        }
        var seal = new Seal(folder, key.derive("seal", Anchor.KEY_ALGORITHM));
        try {
            var hadRoom = breakOpen(folder, seal);
            var database = HsqlDatabase.open(folder, key.derive("database", "AES"), guard);
            try {
                var anchor = anchored(folder, key, database, least);
                if (guard.alarm().isEmpty()) {
                    folder.dropCopy();
                }
                return new OpenStore(lock, guard, database, anchor, seal, hadRoom);
            } catch (IOException | RuntimeException e) {
                database.abandon();
                throw e;
            }
        } catch (SQLException | IOException | JdbiException | Damaged e) {
            throw refused(folder, least, e);
        }
    }

    private static DataKey key(StoreFolder folder, KeySource keys) {
        try {
            var known = keys.find(KEY);
            if (known.isPresent()) {
                return known.get();
            }
            if (folder.holdsDatabase()) {
                throw new StoreFailed("The key of the store in " + folder.path()
                        + " is missing; put its copy back, without it the store stays shut");
            }
            return keys.create(KEY);
        } catch (KeyUnavailable e) {
            throw new StoreFailed(e.getMessage() + ".", e);
        }
    }

    /** Returns whether there was room for what must be kept aside. */
    private static boolean breakOpen(StoreFolder folder, Seal seal) throws IOException {
        var hadRoom = true;
        if (seal.stands()) {
            if (!seal.isWhole()) {
                throw new Damaged("a file changed while the store was shut");
            }
        } else if (folder.holdsDatabase()) {
            hadRoom = folder.copyBeforeReplay();
        }
        seal.breakOpen();
        return hadRoom;
    }

    private static Anchor anchored(StoreFolder folder, DataKey key, HsqlDatabase database, Optional<Tally> least)
            throws IOException {
        var tally = database.reading().inTransaction(handle -> {
            var held = handle.attach(StationRows.class).tally();
            var newest = handle.attach(EventRows.class).newestSeq();
            if (newest != held.newestSeq()) {
                throw new Damaged("the newest event is " + newest + ", and " + held.newestSeq() + " was counted");
            }
            return held;
        });
        var expected = least.orElse(Tally.NOTHING);
        if (least.isEmpty() && tally.commits() > 0) {
            throw new Damaged("the anchor that tells how much it must hold is missing");
        }
        if (tally.lacksSomethingOf(expected)) {
            throw new Damaged("it holds " + tally.newestSeq() + " events and " + tally.readings() + " readings, and "
                    + expected.newestSeq() + " and " + expected.readings() + " were kept");
        }
        var anchor = Anchor.open(folder, key.derive("anchor", Anchor.KEY_ALGORITHM));
        anchor.write(tally);
        anchor.force();
        folder.force();
        return anchor;
    }

    private static StoreFailed refused(StoreFolder folder, Optional<Tally> least, Exception why) {
        var mark = least.map(tally -> "after-commit-" + tally.commits()).orElse("unanchored");
        return new StoreFailed(
                "The store in " + folder.path() + " is damaged and stays shut: " + why.getMessage() + ". "
                        + folder.quarantine(mark) + " Restore a backup, or call support.",
                why);
    }

    /** A sound store is sealed; one that failed is left as a pulled plug would, and its log tells what was kept. */
    void close(boolean sound) throws SQLException, IOException {
        try {
            if (sound) {
                anchor.force();
                database.close();
                if (guard.alarm().isEmpty()) {
                    seal.set();
                }
            } else {
                database.abandon();
            }
        } finally {
            guard.close();
            anchor.close();
            lock.close();
        }
    }

    /** What was found is not what was left. */
    private static final class Damaged extends RuntimeException {

        private static final long serialVersionUID = 1;

        Damaged(String words) {
            super(words);
        }
    }
}
