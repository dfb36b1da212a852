package io.vigil.agent.health;

import static io.vigil.alarm.AlarmKind.CLOUD_BACKLOG;
import static io.vigil.alarm.AlarmKind.CLOUD_SILENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CloudAndModelFindingTest {

    // [utest->req~alarm.cloud-backlog~1]
    // [utest->req~alarm.cloud-silent~1]
    @Test
    void what_waits_over_an_hour_is_a_backlog_and_over_a_day_a_silence() {
        assertThat(present(Duration.ofMinutes(60))).isEmpty();
        assertThat(present(Duration.ofMinutes(60).plusNanos(1))).containsExactly(CLOUD_BACKLOG);
        assertThat(present(Duration.ofHours(24))).containsExactly(CLOUD_BACKLOG);
        assertThat(present(Duration.ofHours(24).plusNanos(1))).containsExactly(CLOUD_SILENT);
    }

    // [utest->req~alarm.cloud-backlog~1]
    @Test
    void where_no_cloud_is_set_up_nothing_waits() {
        assertThat(CloudFinding.of(CloudQueue.NONE.oldestWaits()))
                .allSatisfy(found -> assertThat(found.verdict().finding()).isEqualTo(Finding.ABSENT));
    }

    // [utest->req~alarm.model-missing~1]
    @Test
    void a_model_that_is_named_and_not_there_is_told() {
        assertThat(ModelFinding.of(Optional.of("night-7"), false).verdict().finding())
                .isEqualTo(Finding.PRESENT);
        assertThat(ModelFinding.of(Optional.of("night-7"), true).verdict().finding())
                .isEqualTo(Finding.ABSENT);
        assertThat(ModelFinding.of(Optional.empty(), false).verdict().finding()).isEqualTo(Finding.ABSENT);
    }

    private static List<AlarmKind> present(Duration oldest) {
        return CloudFinding.of(Optional.of(oldest)).stream()
                .filter(found -> found.verdict().finding() == Finding.PRESENT)
                .map(Found::kind)
                .toList();
    }
}
