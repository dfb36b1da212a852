package io.vigil.contract;

import java.time.ZoneId;

/** What the station is called, where it stands, and what runs on it. */
public record StationFacts(String id, String ward, String station, ZoneId zone, String agentVersion) {}
