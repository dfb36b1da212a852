package io.vigil.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PolicyTablesTest {

    private static final Path PAGE =
            Path.of(System.getProperty("vigil.root"), "resources", "requirements", "policy-rights.md");

    // [utest->req~policy.who-may-change-what~1]
    @Test
    void the_page_says_what_the_code_decides() throws IOException {
        assertThat(Files.readString(PAGE))
                .as("written by the main of this class")
                .isEqualTo(PolicyTables.page());
    }

    @Test
    void the_page_names_every_setting() {
        assertThat(Setting.values())
                .allSatisfy(setting -> assertThat(PolicyTables.page()).contains("| `" + setting + "` |"));
    }

    /** Writes the page anew. */
    public static void main(String[] args) throws IOException {
        Files.writeString(PAGE, PolicyTables.page());
    }
}
