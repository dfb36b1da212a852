package io.vigil.contract;

import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmKind;
import io.vigil.policy.PolicyWish;
import io.vigil.ward.Subject;
import java.time.Instant;
import java.util.List;

/** What a person asks the station to do. The same id again does nothing again, and is answered the same. */
public sealed interface Command {

    String id();

    /**
     * A person answers an alarm.
     *
     * @param announcedAt when the alarm that the person saw had last begun to sound
     */
    record Acknowledge(String id, AlarmId alarm, Instant announcedAt, String reason) implements Command {}

    record PauseSound(String id) implements Command {}

    /** Of the ward where the subject is the station. */
    record ChangePolicy(String id, Subject subject, List<PolicyWish> wishes, String reason) implements Command {

        public ChangePolicy {
            wishes = List.copyOf(wishes);
        }
    }

    /** Takes back the change of that number. */
    record UndoPolicyChange(String id, long change, String reason) implements Command {}

    record Shelve(String id, Subject subject, AlarmKind kind, Instant until, String reason) implements Command {}

    record Unshelve(String id, Subject subject, AlarmKind kind, String reason) implements Command {}

    record BeginSelfTest(String id) implements Command {}

    /**
     * A screen has drawn a test.
     *
     * @param screen as it calls itself in its beats
     */
    record ConfirmSelfTest(String id, String test, String screen, boolean heard) implements Command {}

    record SignOut(String id) implements Command {}
}
