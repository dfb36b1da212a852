package io.vigil.app.alarms;

import io.vigil.proof.AlarmTale;
import io.vigil.ward.Subject;
import java.util.Optional;

/**
 * What of the past is told. The open alarms are never filtered: one that waits for a person is not to be chosen away.
 *
 * @param of one patient, or the whole ward
 */
record AlarmFilter(Optional<Subject> of, Kinds kinds, Span span) {

    static final AlarmFilter USUAL = new AlarmFilter(Optional.empty(), Kinds.ALL, Span.DAY);

    boolean takes(AlarmTale tale) {
        return kinds.take(tale.id().kind())
                && of.filter(one -> !one.equals(tale.id().subject())).isEmpty();
    }
}
