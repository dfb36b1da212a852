package io.vigil.glucose;

/**
 * What makes a reading one and the same however often it arrives.
 *
 * @param source who measured: a device, an uploader, a recording
 * @param session one life of that sensor
 * @param ticks the device's own count within the session; for files, the seconds of the time stamp
 */
public record ReadingId(String source, String session, long ticks) {}
