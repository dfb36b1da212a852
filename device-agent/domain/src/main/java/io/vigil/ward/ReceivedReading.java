package io.vigil.ward;

import io.vigil.glucose.Origin;
import io.vigil.glucose.Reading;
import io.vigil.glucose.ReadingId;
import java.time.Duration;
import java.time.Instant;

/**
 * A reading as the agent took it in: whose, which, and when it came.
 *
 * @param utcOffsetMinutes of the wearer's clock when it was measured
 * @param clockSkew how far the device's clock stood before the station's; zero where not known
 */
public record ReceivedReading(
        PatientId patient,
        ReadingId id,
        Reading reading,
        Origin origin,
        int utcOffsetMinutes,
        Instant receivedAt,
        Duration clockSkew) {}
