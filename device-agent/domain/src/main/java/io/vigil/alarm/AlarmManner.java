package io.vigil.alarm;

import java.time.Duration;

/**
 * How one kind of alarm behaves.
 *
 * @param reminds whether it sounds anew while nobody answers; not while a greater one of the same direction speaks for it
 * @param remindAfter how long nobody may answer before it does
 * @param quietFor how long an answer keeps it quiet while its condition lasts
 */
public record AlarmManner(AlarmKind kind, boolean reminds, Duration remindAfter, Duration quietFor) {}
