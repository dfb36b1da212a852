package io.vigil.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StationPassTest {

    @TempDir
    private Path data;

    @Test
    void where_no_agent_was_started_the_reader_is_told_so() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> StationPass.read(StationPass.in(data)))
                .withMessageContaining("the agent has not been started there yet");
    }

    @Test
    void a_pass_that_is_cut_off_names_what_is_missing() throws IOException {
        OwnFile.write(StationPass.in(data), "port = 4711\n".getBytes(StandardCharsets.UTF_8));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> StationPass.read(StationPass.in(data)))
                .withMessageContaining("has no line \"certificate\"");
    }

    @Test
    void a_pass_that_makes_no_sense_is_refused_with_what_to_do() throws IOException {
        OwnFile.write(
                StationPass.in(data),
                "port = x\ncertificate = y\nscreen-token = a\nsource-token = b\n".getBytes(StandardCharsets.UTF_8));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> StationPass.read(StationPass.in(data)))
                .withMessageContaining("Start the agent again");
    }

    @Test
    void an_own_file_replaces_the_old_one_whole_and_is_for_its_owner_alone() throws IOException {
        var file = data.resolve("link").resolve("file");
        OwnFile.write(file, new byte[1_000]);
        OwnFile.write(file, new byte[] {1, 2});

        assertThat(file).hasBinaryContent(new byte[] {1, 2});
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file.getParent()).isDirectoryContaining(only -> only.equals(file));
    }
}
