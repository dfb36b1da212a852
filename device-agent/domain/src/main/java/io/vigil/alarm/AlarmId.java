package io.vigil.alarm;

import io.vigil.ward.Subject;
import java.time.Instant;

/** One alarm, from its first sounding to its end. The same facts told again give the same id. */
public record AlarmId(Subject subject, AlarmKind kind, Instant raisedAt) {}
