package io.vigil.app.alarms;

import io.vigil.alarm.AlarmPriority;
import io.vigil.alarm.AlarmSignal;
import io.vigil.alarm.Answer;
import io.vigil.alarm.OpenAlarm;
import io.vigil.app.agentlink.StationView;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the open alarms do for eye and ear at one moment, as the domain has it; nothing is decided here.
 *
 * @param unanswered and on no shelf; worst first
 * @param sounding the call whose tone is due, none where all are answered or paused
 */
public record Signals(List<OpenAlarm> unanswered, Optional<Call> sounding) {

    public static final Signals NONE = new Signals(List.of(), Optional.empty());

    public static Signals of(StationView station, Instant now) {
        var pause = station.pause();
        var shelves = station.shelves();
        var unanswered = station.alarms().stream()
                .filter(alarm -> switch (AlarmSignal.of(alarm, pause, shelves, now)) {
                    case SOUNDING, PAUSED -> true;
                    case SHELVED, ANSWERED -> false;
                })
                // The agent tells the worst first; a priority is never hidden by a mistake in that.
                .sorted(Comparator.comparing(Signals::priority, Comparator.reverseOrder()))
                .toList();
        var sounding = unanswered.stream()
                .filter(alarm -> AlarmSignal.of(alarm, pause, shelves, now) == AlarmSignal.SOUNDING)
                .map(Signals::call)
                .max(Comparator.naturalOrder());
        return new Signals(unanswered, sounding);
    }

    private static Call call(OpenAlarm alarm) {
        return switch (alarm.state().answer()) {
            case Answer.Nobody(var _, var _, var rung) -> new Call(priority(alarm), rung);
            case Answer.Acknowledged _ -> Call.atTheBedside(priority(alarm));
        };
    }

    private static AlarmPriority priority(OpenAlarm alarm) {
        return alarm.id().kind().priority();
    }
}
