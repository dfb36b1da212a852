package io.vigil.authority;

import io.vigil.alarm.AlarmChange;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.glucose.Reading;
import io.vigil.policy.AlarmPolicy;
import io.vigil.ward.PatientId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A recording, told again through the same rules: the alarms it would have raised if a screen had drawn every
 * one and nobody had answered. */
public final class Replay {

    private static final Duration TICK = Duration.ofMinutes(1);

    private Replay() {}

    /**
     * From the first reading to the last; what comes after the end of a recording is no silence of a sensor. Between two
     * readings silence is judged each minute.
     */
    public static List<AlarmChange> play(
            PatientId patient, Collection<? extends Reading> recording, AlarmPolicy policy) {
        var readings = GlucoseHistory.of(recording).readings();
        if (readings.isEmpty()) {
            return List.of();
        }
        var changes = new ArrayList<AlarmChange>();
        var now = readings.getFirst().at();
        var alarms = SubjectAlarms.of(patient, policy, now);
        var heard = GlucoseHistory.empty();
        for (var reading : readings) {
            for (; now.isBefore(reading.at()); now = now.plus(TICK)) {
                alarms = alarms.judged(heard, now).into(changes).shown(now);
            }
            now = reading.at();
            heard = heard.with(reading);
            alarms = alarms.taken(reading, heard, now).into(changes);
            alarms = alarms.judged(heard, now).into(changes).shown(now);
        }
        return List.copyOf(changes);
    }
}
