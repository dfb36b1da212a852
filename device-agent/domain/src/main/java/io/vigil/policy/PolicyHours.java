package io.vigil.policy;

import java.time.Instant;
import java.time.ZoneId;

/** What holds for one patient, or for the station, by day and at night, until somebody changes it. */
public record PolicyHours(PolicyInForce byDay, PolicyInForce atNight, Night night, ZoneId zone) {

    /** At a told moment. */
    public PolicyInForce at(Instant now) {
        return night.holds(now, zone) ? atNight : byDay;
    }
}
