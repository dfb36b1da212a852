package io.vigil.agent.storing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of the store: which files are in it, how much room is left, and how a copy is kept aside. */
final class StoreFolder {

    private static final Logger LOG = LoggerFactory.getLogger(StoreFolder.class);

    private static final String NAME = "station";
    private static final String OPENING = "opening";
    private static final String OPENING_WITHOUT_ROOM = "opening-without-room";

    private final Path path;

    private StoreFolder(Path path) {
        this.path = path;
    }

    static StoreFolder at(Path folder) {
        try {
            // HSQLDB reads what follows a semicolon as settings.
            if (folder.toString().contains(";")) {
                throw new StoreFailed("The store's folder must have no ; in its name: " + folder);
            }
            var posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
            Files.createDirectories(
                    folder,
                    posix
                            ? new FileAttribute<?>[] {
                                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                            }
                            : new FileAttribute<?>[0]);
            return new StoreFolder(folder.toRealPath());
        } catch (IOException e) {
            throw new StoreFailed("The store's folder " + folder + " cannot be made: " + e.getMessage(), e);
        }
    }

    Path path() {
        return path;
    }

    /** The same for every name of this folder, and no other's. */
    Object identity() throws IOException {
        return Optional.ofNullable(
                        Files.readAttributes(path, BasicFileAttributes.class).fileKey())
                .orElse(path);
    }

    /** The path that the database is called by; its files add an ending to it. */
    Path database() {
        return path.resolve(NAME);
    }

    Path lock() {
        return path.resolve("lock");
    }

    Path anchor() {
        return path.resolve("anchor");
    }

    Path seal() {
        return path.resolve("seal");
    }

    /** A seal that is being written, and none yet. */
    Path sealToBe() {
        return path.resolve("seal.new");
    }

    boolean holdsDatabase() {
        return Files.exists(file("script")) || Files.exists(file("properties")) || Files.exists(file("data"));
    }

    /** The database's own files, by name. */
    List<Path> files() throws IOException {
        try (var all = Files.list(path)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().startsWith(NAME + "."))
                    .sorted()
                    .toList();
        }
    }

    long logLength() throws IOException {
        return sizeOf(file("log"));
    }

    /** Takes away what stands behind so many bytes of the log. */
    void cutLog(long length) throws IOException {
        if (logLength() > length) {
            try (var log = FileChannel.open(file("log"), StandardOpenOption.WRITE)) {
                log.truncate(length);
                log.force(true);
            }
        }
    }

    long sizeInBytes() {
        try {
            long size = 0;
            for (var file : files()) {
                size += sizeOf(file);
            }
            return size;
        } catch (IOException e) {
            throw new StoreFailed("The store's folder " + path + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** That the store may still fill. An unreadable disk has no room. */
    long freeInBytes() {
        try {
            return Files.getFileStore(path).getUsableSpace();
        } catch (IOException _) {
            return 0;
        }
    }

    /** Rounded down: 0 means less than a hundredth. An unreadable disk has no room. */
    int freePercent() {
        try {
            var disk = Files.getFileStore(path);
            return (int) (100.0 * disk.getUsableSpace() / Math.max(1, disk.getTotalSpace()));
        } catch (IOException _) {
            return 0;
        }
    }

    /**
     * Copies what replaying the log would change, before it is replayed. A database that was closed properly has no
     * log; the packed days are changed in place only where a shadow of the old ones is kept.
     *
     * @return whether there was room for it; if not, each file has a second name at least
     */
    boolean copyBeforeReplay() {
        try {
            delete(path.resolve(OPENING));
            copy(path.resolve(OPENING), filesOfReplay());
            return true;
        } catch (IOException e) {
            LOG.warn("No copy could be kept before the log is replayed code=DISK_FULL cause=\"{}\"", e.getMessage());
            nameTwice();
            return false;
        }
    }

    /**
     * A second name costs no room. The database removes and renames these files and adds to their ends, but never
     * writes over what is in them, so that what it removes is not gone. Those of the first such opening stay until one
     * succeeds: they are nearest to what was.
     */
    private void nameTwice() {
        var aside = path.resolve(OPENING_WITHOUT_ROOM);
        try {
            delete(path.resolve(OPENING));
            if (!Files.exists(aside)) {
                Files.createDirectory(aside);
                for (var file : filesOfReplay()) {
                    Files.createLink(aside.resolve(file.getFileName()), file);
                }
            }
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn("No second names could be kept either code=DISK_FULL cause=\"{}\"", e.getMessage());
        }
    }

    private List<Path> filesOfReplay() throws IOException {
        return files().stream().filter(file -> !file.equals(file("data"))).toList();
    }

    /** The store was opened, and is as it was left. */
    void dropCopy() {
        try {
            delete(path.resolve(OPENING));
            delete(path.resolve(OPENING_WITHOUT_ROOM));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Keeps everything aside for those who will mend it. A second refusal of the same store keeps no second copy: the
     * first is the one nearest to what was.
     *
     * @param mark tells this state of the store from a later one
     * @return where it is, in words
     */
    String quarantine(String mark) {
        var aside = path.resolve("quarantine-" + mark.toLowerCase(Locale.ROOT));
        try {
            if (!Files.exists(aside)) {
                var linked = path.resolve(OPENING_WITHOUT_ROOM);
                var before = Files.exists(linked) ? linked : path.resolve(OPENING);
                if (Files.exists(before)) {
                    Files.move(before, aside, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            copy(aside, files()); // what found no room the last time
            return "A copy is kept in " + aside + ".";
        } catch (IOException e) {
            return "No whole copy could be kept in " + aside + ": " + e.getMessage() + ".";
        }
    }

    /** Makes files that were made or removed here outlive a pulled plug. Where a folder cannot be forced (Windows), the system does it. */
    void force() throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var folder = FileChannel.open(path, StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    private Path file(String ending) {
        return path.resolve(NAME + "." + ending);
    }

    private void copy(Path aside, List<Path> files) throws IOException {
        Files.createDirectories(aside);
        for (var file : files) {
            var copy = aside.resolve(file.getFileName());
            if (!Files.exists(copy)) {
                copyWhole(file, copy);
            }
        }
        if (Files.exists(anchor()) && !Files.exists(aside.resolve(anchor().getFileName()))) {
            Files.copy(anchor(), aside.resolve(anchor().getFileName()));
        }
    }

    /** Or not at all: half a file would later pass for a whole one. */
    private static void copyWhole(Path file, Path copy) throws IOException {
        try {
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    /** Files come and go while the database runs. */
    private static long sizeOf(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException _) {
            return 0;
        }
    }
}
