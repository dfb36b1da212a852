package io.vigil.app.ward;

/** How a tile stands out among the others. Each has a word and a shape beside its colour. */
enum Tone {
    CALM,
    /** On the way to the low limit; no alarm yet. */
    FALLING,
    /** The sensor's life ends soon, or has ended. */
    SENSOR_ENDS,
    LOW,
    MEDIUM,
    HIGH,
    /** Somebody has answered every alarm of this patient. */
    ANSWERED,
    /** The same, and one of them is of high priority. */
    ANSWERED_HIGH,
    /** The agent does not answer: nothing is known now. */
    UNKNOWN;

    /** Whether an alarm stands behind it, answered or not. */
    boolean isAlarm() {
        return switch (this) {
            case LOW, MEDIUM, HIGH, ANSWERED, ANSWERED_HIGH -> true;
            case CALM, FALLING, SENSOR_ENDS, UNKNOWN -> false;
        };
    }
}
