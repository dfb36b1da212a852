package io.vigil.alarm;

import java.util.List;

/** What became of an alarm when it was told something: where it stands now, and the steps that led there, in order. */
public record AlarmTurn(AlarmState state, List<AlarmStep> steps) {}
