package io.vigil.contract;

import io.vigil.alarm.AlarmId;
import io.vigil.policy.PolicyWish;
import io.vigil.ward.Subject;
import java.util.List;

/** What a person asks the station to do. The same id again does nothing again, and is answered the same. */
public sealed interface Command {

    String id();

    record Acknowledge(String id, AlarmId alarm, String reason) implements Command {}

    record PauseSound(String id) implements Command {}

    /** Of the ward where the subject is the station. */
    record ChangePolicy(String id, Subject subject, List<PolicyWish> wishes, String reason) implements Command {

        public ChangePolicy {
            wishes = List.copyOf(wishes);
        }
    }

    /** Takes back the change of that number. */
    record UndoPolicyChange(String id, long change, String reason) implements Command {}

    record SignOut(String id) implements Command {}
}
