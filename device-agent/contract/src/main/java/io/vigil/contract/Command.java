package io.vigil.contract;

import io.vigil.alarm.AlarmId;
import java.time.Instant;

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

    record SignOut(String id) implements Command {}
}
