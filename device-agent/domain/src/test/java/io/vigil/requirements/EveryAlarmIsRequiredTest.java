package io.vigil.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmKind;
import io.vigil.requirements.Requirements.Required;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No alarm without a sentence that says what it must do; no sentence that nothing has to keep. */
class EveryAlarmIsRequiredTest {

    private static final List<Required> ALL = Requirements.all();

    @ParameterizedTest
    @EnumSource
    void each_alarm_has_a_requirement_of_its_own_name(AlarmKind kind) {
        assertThat(ALL).extracting(Required::name).contains("alarm." + kind.word());
    }

    @Test
    void each_requirement_says_must_and_needs_code_and_a_test() {
        assertThat(ALL).hasSizeGreaterThan(50).allSatisfy(required -> {
            assertThat(required.sentence()).as(required.id()).containsPattern("\\bmust\\b");
            assertThat(required.rest()).as(required.id()).contains("Needs: impl, utest");
        });
    }

    @Test
    void no_two_requirements_have_one_name() {
        assertThat(ALL).extracting(Required::name).doesNotHaveDuplicates();
    }
}
