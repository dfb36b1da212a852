package io.vigil.agent.storing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One opener at a time, in this process and in every other. */
@Timeout(60)
class StoreLockTest {

    @TempDir
    Path folder;

    /** Another program that tries to take the lock, and says how that went. */
    static final class Another {

        private Another() {}

        public static void main(String[] args) {
            try (var _ = StoreLock.take(StoreFolder.at(Path.of(args[0])))) {
                System.out.println("TAKEN");
            } catch (StoreFailed e) {
                System.out.println(e.getMessage());
            }
        }

        static String tries(Path folder) throws IOException, InterruptedException {
            var another = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            Another.class.getName(),
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var told = another.inputReader()) {
                return String.valueOf(told.readLine());
            } finally {
                another.waitFor();
            }
        }
    }

    // [utest->req~store.one-program-at-a-time~1]
    @Test
    void a_refused_second_opener_does_not_let_the_first_ones_lock_go() throws Exception {
        try (var _ = StoreLock.take(StoreFolder.at(folder))) {
            assertThatThrownBy(() -> StoreLock.take(StoreFolder.at(folder))).hasMessageContaining("is in use");

            assertThat(Another.tries(folder)).contains("is in use by another running agent");
        }
        assertThat(Another.tries(folder)).isEqualTo("TAKEN");
    }

    @Test
    void knows_the_folder_by_another_name() throws IOException {
        var alias = Files.createSymbolicLink(folder.resolveSibling(folder.getFileName() + "-alias"), folder);
        try (var _ = StoreLock.take(StoreFolder.at(folder))) {
            assertThatThrownBy(() -> StoreLock.take(StoreFolder.at(alias))).hasMessageContaining("is in use");
        } finally {
            Files.delete(alias);
        }
    }

    @Test
    void can_be_taken_again_once_it_was_let_go() {
        StoreLock.take(StoreFolder.at(folder)).close();

        try (var lock = StoreLock.take(StoreFolder.at(folder))) {
            assertThat(lock).isNotNull();
        }
    }
}
