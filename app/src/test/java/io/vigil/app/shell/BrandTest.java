package io.vigil.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BrandTest {

    @Test
    void the_window_and_the_brand_folder_show_one_mark() throws IOException {
        var svg = Files.readString(Path.of(System.getProperty("vigil.root"), "resources", "brand", "vigil.svg"));

        assertThat(svg).contains("d=\"" + Brand.OUTLINE + "\"");
    }
}
