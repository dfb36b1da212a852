package io.vigil.agent.storing.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * Keys in files that only the agent's account may read. It keeps a stolen disk image or backup shut only if the key
 * folder is not on it; a sealed key of the operating system is better, and is another adapter of the same port.
 */
public final class FileKeySource implements KeySource {

    private static final HexFormat HEX = HexFormat.of();
    private static final int CHECK_BYTES = 8;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    public FileKeySource(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<DataKey> find(String id) throws KeyUnavailable {
        var file = file(id);
        try {
            var words = Files.readString(file, US_ASCII).strip().split(" ", -1);
            if (words.length == 2 && words[1].equals(check(id, HEX.parseHex(words[0])))) {
                return Optional.of(new DataKey(HEX.parseHex(words[0])));
            }
            throw damaged(file);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IllegalArgumentException | CharacterCodingException _) {
            throw damaged(file);
        } catch (IOException e) {
            throw new KeyUnavailable("The key file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public DataKey create(String id) throws KeyUnavailable {
        var file = file(id);
        var key = DataKey.random(random);
        var text = HEX.formatHex(key.secret()) + " " + check(id, key.secret()) + "\n";
        try {
            Files.createDirectories(folder, forOwnerOnly("rwx------"));
            try (var channel = FileChannel.open(file, Set.of(CREATE_NEW, WRITE), forOwnerOnly("rw-------"))) {
                channel.write(ByteBuffer.wrap(text.getBytes(US_ASCII)));
                channel.force(true);
            }
            return key;
        } catch (FileAlreadyExistsException e) {
            throw new KeyUnavailable("The key file " + file + " stands already and is never written over", e);
        } catch (IOException e) {
            throw new KeyUnavailable("The key file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private Path file(String id) {
        return folder.resolve(id + ".key");
    }

    /** Tells a damaged key from a wrong one, so that nobody takes the store for the broken part. */
    private static String check(String id, byte[] secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(("check " + id).getBytes(UTF_8));
            return HEX.formatHex(Arrays.copyOf(digest.digest(secret), CHECK_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static KeyUnavailable damaged(Path file) {
        return new KeyUnavailable(
                "The key file " + file + " is damaged; put its copy back, without it the store stays shut");
    }

    /** Where the file system knows no owners' rights (Windows), the service's folder must carry them. */
    private FileAttribute<?>[] forOwnerOnly(String rights) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
