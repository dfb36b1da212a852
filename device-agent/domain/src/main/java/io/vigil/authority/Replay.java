package io.vigil.authority;

import io.vigil.alarm.AlarmChange;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.glucose.Reading;
import io.vigil.policy.AlarmPolicy;
import io.vigil.ward.KnownSensor;
import io.vigil.ward.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** A recording, told again through the same rules: the alarms it would have raised if a screen had drawn every
 * one and nobody had answered. */
public final class Replay {

    private static final Duration TICK = Duration.ofMinutes(1);

    /** As much as a running station judges on. */
    private static final Duration REMEMBERED = Duration.ofDays(2);

    private Replay() {}

    /**
     * From the first reading to the last; what comes after the end of a recording is no silence of a sensor. Between two
     * readings silence is judged each minute.
     */
    public static List<AlarmChange> play(
            PatientId patient, Collection<? extends Reading> recording, AlarmPolicy policy) {
        return play(patient, recording, _ -> policy, ZoneOffset.UTC);
    }

    /**
     * The same under a policy that changes with the hour.
     *
     * @param zone of the station, by whose clock the night is told
     */
    public static List<AlarmChange> play(
            PatientId patient,
            Collection<? extends Reading> recording,
            Function<Instant, AlarmPolicy> policyAt,
            ZoneId zone) {
        var readings = GlucoseHistory.of(recording).readings();
        if (readings.isEmpty()) {
            return List.of();
        }
        var changes = new ArrayList<AlarmChange>();
        var now = readings.getFirst().at();
        var alarms = SubjectAlarms.of(patient, policyAt.apply(now), now);
        var heard = GlucoseHistory.empty();
        for (var reading : readings) {
            for (; now.isBefore(reading.at()); now = now.plus(TICK)) {
                alarms = judged(alarms, policyAt.apply(now), heard, zone, now)
                        .into(changes)
                        .shown(now);
            }
            now = reading.at();
            heard = heard.with(reading).trimmedTo(REMEMBERED);
            alarms =
                    alarms.under(policyAt.apply(now)).taken(reading, heard, now).into(changes);
            alarms = judged(alarms, policyAt.apply(now), heard, zone, now)
                    .into(changes)
                    .shown(now);
        }
        return List.copyOf(changes);
    }

    private static SubjectAlarms.Turn judged(
            SubjectAlarms alarms, AlarmPolicy policy, GlucoseHistory heard, ZoneId zone, Instant now) {
        return alarms.under(policy).judged(heard, KnownSensor.NONE, zone, now);
    }
}
