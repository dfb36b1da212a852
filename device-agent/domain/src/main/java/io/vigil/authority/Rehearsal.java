package io.vigil.authority;

import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmState.Open;
import io.vigil.alarm.AlarmStep;
import io.vigil.alarm.Evidence;
import io.vigil.glucose.Reading;
import io.vigil.policy.PolicyHours;
import io.vigil.policy.WhatIf;
import io.vigil.policy.WhatIf.Rung;
import io.vigil.ward.PatientId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The same readings told twice: under the settings in force, and under those that somebody thinks of. */
public final class Rehearsal {

    private Rehearsal() {}

    /**
     * What would have rung, had nobody answered an alarm.
     *
     * @param from the first moment asked about; the readings lie from then on
     * @param to the last
     */
    // [impl->req~policy.what-if~1]
    public static WhatIf of(
            PatientId patient,
            Collection<? extends Reading> readings,
            Instant from,
            Instant to,
            PolicyHours present,
            PolicyHours proposed) {
        return new WhatIf(
                from, to, readings.size(), rung(patient, readings, present), rung(patient, readings, proposed));
    }

    private static List<Rung> rung(PatientId patient, Collection<? extends Reading> readings, PolicyHours hours) {
        var rung = new LinkedHashMap<AlarmId, Rung>();
        for (var change : Replay.play(patient, readings, now -> hours.at(now).policy(), hours.zone())) {
            rung.merge(change.alarm(), begun(change), (known, _) -> goneOn(known, change));
        }
        return List.copyOf(rung.values());
    }

    private static Rung begun(AlarmChange change) {
        return new Rung(
                change.alarm().kind(), change.at(), Optional.empty(), worst(change, change.evidence()), change.limit());
    }

    private static Rung goneOn(Rung known, AlarmChange change) {
        var over = change.to() == AlarmStep.RECOVERED ? Optional.of(change.at()) : known.over();
        return new Rung(known.kind(), known.at(), over, worst(change, known.worst()), known.limit());
    }

    /** What is clear has no worst any more. */
    private static Evidence worst(AlarmChange change, Evidence otherwise) {
        return change.state() instanceof Open open ? open.worst() : otherwise;
    }
}
