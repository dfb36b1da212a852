package io.vigil.agent.storing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One program at a time. The system lets go of this lock the moment a process ends, however it ends; HSQLDB's own keeps
 * a restart waiting for ten seconds.
 */
final class StoreLock implements AutoCloseable {

    private final FileChannel channel;

    private StoreLock(FileChannel channel) {
        this.channel = channel;
    }

    static StoreLock take(StoreFolder folder) {
        try {
            var channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw inUse(folder.path());
            }
            return new StoreLock(channel);
        } catch (IOException e) {
            throw new StoreFailed("The store in " + folder.path() + " cannot be locked: " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null; // held by this very process
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
        }
    }
}
