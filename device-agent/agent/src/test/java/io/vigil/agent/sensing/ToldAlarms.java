package io.vigil.agent.sensing;

import io.vigil.policy.AlarmPolicy;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What the replay prints of each shipped recording: that an alarm is raised, and that it ends. Each is told once a run. */
final class ToldAlarms {

    private static final Pattern BEGIN_OR_END = Pattern.compile("\"to\":\"(raised|recovered|cleared)\"");

    private static final Map<Path, List<String>> TOLD = new ConcurrentHashMap<>();

    private ToldAlarms() {}

    static List<String> of(Path recording) {
        return TOLD.computeIfAbsent(recording, ToldAlarms::told);
    }

    private static List<String> told(Path recording) {
        return RecordedAlarms.of(Recording.read(recording, LocalDateTime.MAX), AlarmPolicy.standard())
                .jsonLines()
                .stream()
                .filter(line -> BEGIN_OR_END.matcher(line).find())
                .toList();
    }
}
