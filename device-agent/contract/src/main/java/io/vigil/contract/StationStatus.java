package io.vigil.contract;

import io.vigil.alarm.OpenAlarm;
import java.time.Instant;
import java.util.List;

/**
 * What a technician asks of the station.
 *
 * @param readings how many are kept
 * @param storeBytes the size of the store on disk
 * @param diskFreeBytes that the store may still fill
 * @param logSince the first event that is kept
 */
public record StationStatus(
        String version,
        String stationId,
        Instant now,
        Instant startedAt,
        int patients,
        List<OpenAlarm> open,
        AgentBeat beat,
        long readings,
        long storeBytes,
        long newestSeq,
        long diskFreeBytes,
        Instant logSince) {

    public StationStatus {
        open = List.copyOf(open);
    }
}
