package io.vigil.contract;

import io.vigil.alarm.AlarmId;

/** What a person asks the station to do. The same id again does nothing again, and is answered the same. */
public sealed interface Command {

    String id();

    record Acknowledge(String id, AlarmId alarm, String reason) implements Command {}

    record PauseSound(String id) implements Command {}

    record SignOut(String id) implements Command {}
}
