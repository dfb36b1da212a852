package io.vigil.app.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Path ROOMS = Path.of(System.getProperty("basedir", "."), "src/main/resources/io/vigil/app");

    @Test
    void every_room_says_the_same_in_both_languages() throws IOException {
        for (var english : bundles()) {
            var german = english.resolveSibling("texts_de.properties");
            assertThat(german).exists();
            var en = read(english);
            var de = read(german);

            assertThat(de.stringPropertyNames()).as(german.toString()).isEqualTo(en.stringPropertyNames());
            for (var key : en.stringPropertyNames()) {
                assertThat(blanks(de.getProperty(key))).as(german + " " + key).isEqualTo(blanks(en.getProperty(key)));
                assertThat(de.getProperty(key)).as(german + " " + key).isNotBlank();
            }
        }
    }

    @Test
    void a_language_that_is_not_spoken_reads_english() {
        assertThat(Texts.of(Texts.class, Locale.FRENCH).get("alarm.low")).isEqualTo("Low");
        assertThat(Texts.of(Texts.class, Locale.GERMANY).get("alarm.low")).isEqualTo("Niedrig");
    }

    @Test
    void a_missing_text_is_a_mistake_of_ours() {
        assertThatThrownBy(() -> Texts.of(Texts.class, Locale.ENGLISH).get("no.such"))
                .isInstanceOf(MissingResourceException.class);
    }

    private static List<Path> bundles() throws IOException {
        try (var files = Files.walk(ROOMS)) {
            var found = files.filter(file -> file.endsWith("texts.properties")).toList();
            assertThat(found).hasSizeGreaterThanOrEqualTo(4);
            return found;
        }
    }

    private static int blanks(String pattern) {
        return new MessageFormat(pattern, Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    private static Properties read(Path file) throws IOException {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        return properties;
    }
}
