package io.vigil.alarm;

import java.time.Instant;

/**
 * What a screen says of an alarm: it is drawn there, as it stood when it was announced at that moment.
 *
 * @param heard whether the screen made the sound of that announcement as well
 */
public record DrawnAlarm(AlarmId alarm, Instant announcedAt, boolean heard) {}
