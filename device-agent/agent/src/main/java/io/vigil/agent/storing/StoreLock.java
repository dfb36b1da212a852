package io.vigil.agent.storing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One program at a time. The system lets go of this lock the moment a process ends, however it ends; HSQLDB's own keeps
 * a restart waiting for ten seconds. Within one process the lock's file is never open twice: on POSIX the process that
 * closes any channel of a file loses all its locks on it.
 */
final class StoreLock implements AutoCloseable {

    /** The folders whose lock this process holds, or is about to take. */
    private static final Set<Object> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final FileChannel channel;
    private final Object folder;

    private StoreLock(FileChannel channel, Object folder) {
        this.channel = channel;
        this.folder = folder;
    }

    // [impl->req~store.one-program-at-a-time~1]
    static StoreLock take(StoreFolder folder) {
        try {
            var identity = folder.identity();
            if (!HELD_HERE.add(identity)) {
                throw inUse(folder.path());
            }
            try {
                return new StoreLock(locked(folder), identity);
            } catch (IOException | RuntimeException e) {
                HELD_HERE.remove(identity);
                throw e;
            }
        } catch (IOException e) {
            throw new StoreFailed("The store in " + folder.path() + " cannot be locked: " + e.getMessage(), e);
        }
    }

    private static FileChannel locked(StoreFolder folder) throws IOException {
        var channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw inUse(folder.path());
            }
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static StoreFailed inUse(Path folder) {
        return new StoreFailed("The store in " + folder
                + " is in use by another running agent. Stop that one first, or name another folder.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StoreFailed("The store's lock cannot be let go: " + e.getMessage(), e);
        } finally {
            HELD_HERE.remove(folder);
        }
    }
}
