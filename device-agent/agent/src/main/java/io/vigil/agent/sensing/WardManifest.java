package io.vigil.agent.sensing;

import io.vigil.ward.Patient;
import io.vigil.ward.SensorSession;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;

/**
 * A ward made of recordings: who lies where, which recording is played for whom, and from which of its moments on.
 *
 * @param storyStarts the told time at which the readings begin to come in live
 * @param past how much of each recording before that is given as the past
 */
public record WardManifest(String ward, ZoneId zone, Instant storyStarts, Period past, List<Bed> beds) {

    public WardManifest {
        beds = List.copyOf(beds);
    }

    /**
     * One bed.
     *
     * @param moment of the recording that falls on the start of the story
     * @param sensors one after the other; outside of their lives no reading comes
     */
    public record Bed(Patient patient, Path recording, LocalDateTime moment, List<SensorSession> sensors) {

        public Bed {
            sensors = List.copyOf(sensors);
        }
    }

    /** Reads a manifest; recordings are looked for beside it. What cannot be understood is refused whole, with its place. */
    public static WardManifest read(Path file) {
        return new ManifestReader(file).read();
    }
}
