package io.vigil.agent.health;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.Evidence.ByAmount;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether the cloud hears from the station. No alarm of a patient waits for it; its summaries do. */
public final class CloudFinding {

    static final Duration BACKLOG = Duration.ofHours(1);
    static final Duration SILENT = Duration.ofHours(24);

    private CloudFinding() {}

    /** What follows from how long the oldest message waits. A silence of a day speaks for the backlog. */
    // [impl->req~alarm.cloud-backlog~1]
    // [impl->req~alarm.cloud-silent~1]
    public static List<Found> of(Optional<Duration> oldestWaits) {
        var waits = oldestWaits.orElse(Duration.ZERO);
        var minutes = new ByAmount((int) waits.toMinutes());
        var isSilent = waits.compareTo(SILENT) > 0;
        return List.of(
                Found.of(AlarmKind.CLOUD_SILENT, isSilent, minutes),
                Found.of(AlarmKind.CLOUD_BACKLOG, !isSilent && waits.compareTo(BACKLOG) > 0, minutes));
    }
}
