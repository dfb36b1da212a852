package io.vigil.alarm;

/** What a rule says of a condition. <em>The data does not tell</em> is an answer of its own: on it no alarm rises and none ends. */
public enum Finding {
    PRESENT,
    ABSENT,
    UNDETERMINED
}
