package io.vigil.policy;

/** What a setting is about; it decides who may change it. */
public enum Realm {
    /** Limits of glucose: a matter of medicine. */
    GLUCOSE("glucose"),
    /** Sensors and the silence between readings: a matter of the devices. */
    SENSOR("sensors and signal"),
    /** How the ward works: its nights, how often it is reminded, how its call climbs. */
    WARD("the ward's ways");

    private final String words;

    Realm(String words) {
        this.words = words;
    }

    /** As it stands in a sentence. */
    public String words() {
        return words;
    }
}
