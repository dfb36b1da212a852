package io.vigil.app.patient;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.app.patient.chart.ChartSpan;
import java.io.IOException;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That both languages say the same things. */
class PatientTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "chart/"})
    void english_and_german_know_the_same_keys(String room) throws IOException {
        assertThat(keys(room + "texts.properties")).isNotEmpty().isEqualTo(keys(room + "texts_de.properties"));
    }

    @Test
    void every_span_has_its_name() throws IOException {
        for (var span : ChartSpan.values()) {
            assertThat(keys("texts.properties")).contains("span." + span.name());
        }
    }

    private static Set<String> keys(String file) throws IOException {
        var texts = new Properties();
        try (var in = PatientTextsTest.class.getResourceAsStream(file)) {
            assertThat(in).as(file).isNotNull();
            texts.load(in);
        }
        return texts.stringPropertyNames();
    }
}
