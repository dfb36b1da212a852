package io.vigil.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmKind;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page on which the alarms are disclosed says what they do. */
class AlarmsDisclosedTest {

    @Test
    void the_page_is_what_the_code_does() throws IOException {
        assertThat(AlarmsDisclosed.PAGE)
                .as("The page is stale: run AlarmsDisclosed to write it anew, and read what has changed.")
                .content()
                .isEqualTo(AlarmsDisclosed.page());
    }

    @ParameterizedTest
    @EnumSource
    void every_alarm_stands_there_once(AlarmKind kind) throws IOException {
        assertThat(Files.readString(AlarmsDisclosed.PAGE)).containsOnlyOnce("| `" + kind.word() + "` |");
    }
}
