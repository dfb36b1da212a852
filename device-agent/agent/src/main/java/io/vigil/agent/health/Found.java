package io.vigil.agent.health;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.Evidence;
import io.vigil.alarm.Finding;
import io.vigil.rule.Verdict;

/** What the station found of itself, for one kind of alarm. */
public record Found(AlarmKind kind, Verdict verdict) {

    static Found of(AlarmKind kind, boolean present, Evidence evidence) {
        return new Found(kind, new Verdict(present ? Finding.PRESENT : Finding.ABSENT, evidence));
    }

    /** Nothing can be said of it at present: no alarm rises on it, and none ends. */
    static Found unknown(AlarmKind kind, Evidence evidence) {
        return new Found(kind, new Verdict(Finding.UNDETERMINED, evidence));
    }
}
