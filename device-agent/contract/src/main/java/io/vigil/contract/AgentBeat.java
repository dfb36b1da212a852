package io.vigil.contract;

import java.time.Instant;

/**
 * What the agent says of itself each second.
 *
 * @param now the station's told clock
 * @param speed how fast that clock runs: 1 but in a demo or a replay, 0 while a story waits for its audience
 * @param newestSeq the number of the newest durable event
 * @param storeWords what is wrong with the store; empty when it is sound
 * @param cloudWords the state of the cloud; empty when none is set up
 */
public record AgentBeat(
        Instant now,
        double speed,
        long newestSeq,
        boolean storeSound,
        String storeWords,
        int diskFreePercent,
        int sensorsReporting,
        int sensors,
        String cloudWords) {}
