package io.vigil.alarm;

import java.time.Instant;

/**
 * One step of one alarm, with all that was known when it was taken.
 *
 * @param evidence what this step rests on
 * @param limit the limit in force: mg/dL for glucose, minutes for silence, 0 where there is none
 * @param state where the alarm stands after the step
 */
public record AlarmChange(AlarmId alarm, AlarmStep to, Instant at, Evidence evidence, int limit, AlarmState state) {}
