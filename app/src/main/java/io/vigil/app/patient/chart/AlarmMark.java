package io.vigil.app.patient.chart;

import io.vigil.alarm.AlarmPriority;
import java.time.Instant;

/**
 * An alarm on the time axis.
 *
 * @param answered whether somebody has
 * @param initials of who has; empty where nobody did
 */
public record AlarmMark(Instant at, AlarmPriority priority, boolean answered, String initials) {}
