package io.vigil.app.ward;

/**
 * The bottom line of a tile. Empty where there is nothing to say.
 *
 * @param change {@code −10}
 * @param changeSpan {@code in 5 min}
 * @param age {@code 3 min}
 * @param old {@code old}
 * @param remark instead of change and age, when there is no value
 * @param sensor {@code 5.5 d left}
 */
record Foot(String change, String changeSpan, String age, String old, String remark, String sensor) {}
