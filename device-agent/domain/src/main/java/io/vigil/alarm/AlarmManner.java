package io.vigil.alarm;

import java.time.Duration;

/**
 * How one kind of alarm behaves.
 *
 * @param calls whether it sounds anew, and its call goes up, while nobody answers; not while a greater one of the same
 *     direction speaks for it, nor while it lies on a shelf
 * @param remindAfter how long nobody may answer before it sounds anew
 * @param quietFor how long an answer keeps it quiet while its condition lasts
 * @param ladder how its call goes up
 */
public record AlarmManner(AlarmKind kind, boolean calls, Duration remindAfter, Duration quietFor, Ladder ladder) {}
