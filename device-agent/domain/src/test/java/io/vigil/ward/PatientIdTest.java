package io.vigil.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatientIdTest {

    @Test
    void is_its_own_key() {
        assertThat(new PatientId("bed-07").key()).isEqualTo("bed-07");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "Osei", "bed 07", "station", "0123456789012345678901234567890123456789x"})
    void is_never_a_name_nor_the_station(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PatientId(key))
                .withMessageContaining("\"" + key + "\"");
    }
}
