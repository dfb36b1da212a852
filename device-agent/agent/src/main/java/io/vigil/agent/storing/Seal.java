package io.vigil.agent.storing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * The checksum of every file of a store that was closed properly, under a key. Each record is sealed by itself, yet the
 * pointers between records and the database's properties are not; this finds a bit that flipped anywhere while the store
 * was shut.
 */
final class Seal {

    /** Of HMAC-SHA-256, in bytes. */
    private static final int LENGTH = 32;

    private static final int PIECE = 1 << 18;

    private final StoreFolder folder;
    private final SecretKey key;

    Seal(StoreFolder folder, SecretKey key) {
        this.folder = folder;
        this.key = key;
    }

    /** One that a kill or a full disk left half written is none: then the store is opened as after a pulled plug. */
    boolean stands() throws IOException {
        return Files.exists(folder.seal()) && Files.size(folder.seal()) == LENGTH;
    }

    boolean isWhole() throws IOException {
        return MessageDigest.isEqual(Files.readAllBytes(folder.seal()), checksum());
    }

    /** From here on the files change, and only records, log and anchor tell whether they are whole. */
    void breakOpen() throws IOException {
        Files.deleteIfExists(folder.seal());
        Files.deleteIfExists(folder.sealToBe());
        folder.force();
    }

    /** Whole or not at all, whenever it is interrupted. */
    void set() throws IOException {
        var checksum = checksum();
        try (var file = FileChannel.open(
                folder.sealToBe(),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(checksum));
            file.force(true);
        }
        Files.move(folder.sealToBe(), folder.seal(), StandardCopyOption.ATOMIC_MOVE);
        folder.force();
    }

    private byte[] checksum() throws IOException {
        try {
            var mac = Mac.getInstance(Anchor.KEY_ALGORITHM);
            mac.init(key);
            for (var file : folder.files()) {
                mac.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                mac.update(ByteBuffer.allocate(Long.BYTES).putLong(0, Files.size(file)));
                add(mac, file);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + Anchor.KEY_ALGORITHM, e);
        }
    }

    private static void add(Mac mac, Path path) throws IOException {
        try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
            var piece = ByteBuffer.allocate(PIECE);
            while (file.read(piece) >= 0) {
                mac.update(piece.flip());
                piece.clear();
            }
        }
    }
}
