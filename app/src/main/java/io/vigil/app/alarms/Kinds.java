package io.vigil.app.alarms;

import io.vigil.alarm.AlarmKind;

/** Which kinds of alarm the room tells of. */
enum Kinds {
    ALL,
    GLUCOSE,
    TECHNICAL;

    boolean take(AlarmKind kind) {
        return switch (this) {
            case ALL -> true;
            case GLUCOSE -> kind.isOfGlucose();
            case TECHNICAL -> !kind.isOfGlucose();
        };
    }
}
