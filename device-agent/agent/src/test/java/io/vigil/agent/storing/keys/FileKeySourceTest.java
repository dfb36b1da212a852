package io.vigil.agent.storing.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKeySourceTest {

    @TempDir
    Path folder;

    @Test
    void gives_back_the_key_that_it_made() throws Exception {
        var keys = new FileKeySource(folder.resolve("keys"));
        assertThat(keys.find("station")).isEmpty();

        var made = keys.create("station");

        assertThat(new FileKeySource(folder.resolve("keys")).find("station")).contains(made);
        assertThat(keys.create("another")).isNotEqualTo(made);
    }

    @Test
    void lets_its_owner_alone_read() throws Exception {
        new FileKeySource(folder.resolve("keys")).create("station");

        var file = folder.resolve("keys").resolve("station.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void never_writes_over_a_key() throws Exception {
        var keys = new FileKeySource(folder);
        var made = keys.create("station");

        assertThatThrownBy(() -> keys.create("station"))
                .isInstanceOf(KeyUnavailable.class)
                .hasMessageContaining("never written over");
        assertThat(keys.find("station")).contains(made);
    }

    @Test
    void tells_every_flipped_bit_of_a_key() throws Exception {
        var keys = new FileKeySource(folder);
        keys.create("station");
        var file = folder.resolve("station.key");
        var whole = Files.readAllBytes(file);

        for (var bit = 0; bit < (whole.length - 1) * Byte.SIZE; bit++) {
            var hurt = whole.clone();
            hurt[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            Files.write(file, hurt);
            try {
                // A letter that became a capital one still says the same.
                assertThat(keys.find("station"))
                        .as("bit " + bit)
                        .contains(
                                new FileKeySource(whole(whole)).find("station").orElseThrow());
            } catch (KeyUnavailable e) {
                assertThat(e).hasMessageContaining("is damaged");
            }
        }
    }

    @Test
    void derives_another_key_for_each_purpose_and_never_prints_any() throws Exception {
        var key = new FileKeySource(folder).create("station");

        assertThat(key.derive("database", "AES").getEncoded())
                .hasSize(32)
                .isEqualTo(key.derive("database", "AES").getEncoded())
                .isNotEqualTo(key.derive("anchor", "AES").getEncoded())
                .isNotEqualTo(key.secret());
        assertThat(key).hasToString("DataKey[hidden]");
    }

    private Path whole(byte[] bytes) throws Exception {
        var copy = Files.createDirectories(folder.resolve("whole"));
        Files.write(copy.resolve("station.key"), bytes);
        return copy;
    }
}
