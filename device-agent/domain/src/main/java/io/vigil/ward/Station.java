package io.vigil.ward;

/** The station itself, as the subject of technical alarms. */
public enum Station implements Subject {
    THIS;

    @Override
    public String key() {
        return "station";
    }
}
