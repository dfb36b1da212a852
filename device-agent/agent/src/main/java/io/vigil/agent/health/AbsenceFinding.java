package io.vigil.agent.health;

import io.vigil.agent.health.LifeSign.Last;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.Evidence.ByMoment;
import io.vigil.alarm.Evidence.ByStation;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether the agent was away, and judged nothing meanwhile. It is told once, when the agent is back: from the moment in its
 * evidence until it was raised, no alarm could have come.
 */
public final class AbsenceFinding {

    /** An agent that is started anew in order is back by then; both ends of the link call that a short break. */
    static final Duration SHORT = Duration.ofSeconds(30);

    private AbsenceFinding() {}

    /** What follows at the start from what the last agent left. A clock that went back in between makes it unknown how long: long. */
    // [impl->req~alarm.agent-lost~1]
    public static Found atStart(Last last, Instant wall) {
        return switch (last) {
            case Last.Never _ -> Found.of(AlarmKind.AGENT_LOST, false, new ByStation(""));
            case Last.Lived(var told, var then, var ended) ->
                Found.of(
                        AlarmKind.AGENT_LOST,
                        !ended || Duration.between(then, wall).abs().compareTo(SHORT) > 0,
                        new ByMoment(told));
            case Last.Unreadable(var why) ->
                Found.of(
                        AlarmKind.AGENT_LOST,
                        true,
                        new ByStation("The agent was away, and it is not known since when: its sign of life cannot be"
                                + " read (" + why + ")."));
        };
    }

    /** It is back; the alarm latches until somebody has seen it. */
    public static Found back(Found atStart) {
        return Found.of(AlarmKind.AGENT_LOST, false, atStart.verdict().evidence());
    }
}
