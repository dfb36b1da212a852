package io.vigil.policy;

import io.vigil.ward.Person;
import io.vigil.ward.Subject;
import java.time.Instant;
import java.util.List;

/**
 * A person changed the policy of the ward or of a patient. What it was changed to stands in full, so that the newest of a
 * subject tells what holds.
 *
 * @param subject the patient, or the station where it is the ward's
 * @param reason in the person's words, never empty
 * @param undoes the number of the change that this one took back; 0 where it is one of its own
 * @param page all that is set for the subject after it
 */
public record PolicyChange(
        Subject subject, List<PolicyEdit> edits, Person by, String reason, Instant at, long undoes, PolicyPage page) {

    public PolicyChange {
        edits = List.copyOf(edits);
    }
}
