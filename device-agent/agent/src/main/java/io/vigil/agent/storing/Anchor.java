package io.vigil.agent.storing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * How much the store must hold at least, written outside the database after each commit and before its answer. A log
 * that was cut off at the end of a record looks whole to the database; the anchor tells. It is not forced to disk: after
 * a pulled plug it may be behind, never ahead.
 */
final class Anchor implements AutoCloseable {

    static final String KEY_ALGORITHM = "HmacSHA256";

    private static final long MAGIC = 0x564947494C2D0001L; // "VIGIL-" and the version of this file
    private static final int NUMBERS = 4 * Long.BYTES;
    private static final int LENGTH = NUMBERS + 32;

    private final FileChannel channel;
    private final Mac mac;

    private Anchor(FileChannel channel, Mac mac) {
        this.channel = channel;
        this.mac = mac;
    }

    static Anchor open(StoreFolder folder, SecretKey key) throws IOException {
        return new Anchor(
                FileChannel.open(
                        folder.anchor(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                mac(key));
    }

    /** None where none was ever written. */
    static Optional<Tally> read(StoreFolder folder, SecretKey key) {
        if (!Files.exists(folder.anchor())) {
            return Optional.empty();
        }
        try {
            var bytes = Files.readAllBytes(folder.anchor());
            var file = ByteBuffer.wrap(bytes);
            if (bytes.length != LENGTH || !isGenuine(bytes, mac(key)) || file.getLong() != MAGIC) {
                throw new StoreFailed("The anchor " + folder.anchor()
                        + " is damaged, so nobody can tell whether the store beside it is whole");
            }
            return Optional.of(new Tally(file.getLong(), file.getLong(), file.getLong()));
        } catch (IOException e) {
            throw new StoreFailed("The anchor " + folder.anchor() + " cannot be read: " + e.getMessage(), e);
        }
    }

    void write(Tally tally) throws IOException {
        var file = ByteBuffer.allocate(LENGTH);
        file.putLong(MAGIC).putLong(tally.commits()).putLong(tally.newestSeq()).putLong(tally.readings());
        mac.update(file.array(), 0, NUMBERS);
        file.put(mac.doFinal()).flip();
        channel.write(file, 0);
    }

    void force() throws IOException {
        channel.force(true);
    }

    private static boolean isGenuine(byte[] bytes, Mac mac) {
        mac.update(bytes, 0, NUMBERS);
        return MessageDigest.isEqual(mac.doFinal(), Arrays.copyOfRange(bytes, NUMBERS, LENGTH));
    }

    private static Mac mac(SecretKey key) {
        try {
            var mac = Mac.getInstance(KEY_ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + KEY_ALGORITHM, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StoreFailed("The anchor cannot be closed: " + e.getMessage(), e);
        }
    }
}
