package io.vigil.contract;

import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmState;

/**
 * An alarm that is open now.
 *
 * @param limit mg/dL for glucose, minutes for silence, 0 where there is none
 */
public record OpenAlarm(AlarmId id, AlarmState.Open state, int limit) {}
