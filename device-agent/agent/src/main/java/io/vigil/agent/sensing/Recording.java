package io.vigil.agent.sensing;

import io.vigil.glucose.Reading;
import io.vigil.glucose.Reading.AboveRange;
import io.vigil.glucose.Reading.BelowRange;
import io.vigil.glucose.Reading.Measured;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What a file tells of one person's glucose. The file knows the wearer's clock and no zone, so the moments here are that
 * clock's, written as though it were UTC, until {@link #placed} puts them into a real time.
 *
 * @param name of the file
 * @param readings what was taken, in the order of time, each moment once
 * @param refusals the rows that were not, in the order of the file
 */
public record Recording(String name, List<Reading> readings, List<Refusal> refusals) {

    public Recording {
        readings = List.copyOf(readings);
        refusals = List.copyOf(refusals);
    }

    /**
     * Reads a file, plain or gzip. Rows that cannot be taken are refused one by one; a file that cannot be read, or whose
     * layout is not known, is refused whole.
     *
     * @param now the reader's clock: rows more than five minutes later are refused
     */
    public static Recording read(Path file, LocalDateTime now) {
        return new RecordingReader(file, now).read();
    }

    /** The same readings, moved as one so that {@code moment} of the wearer's clock falls on {@code at}. */
    public List<Reading> placed(LocalDateTime moment, Instant at) {
        var shift = Duration.between(moment.toInstant(ZoneOffset.UTC), at);
        return readings.stream().map(reading -> moved(reading, shift)).toList();
    }

    private static Reading moved(Reading reading, Duration shift) {
        return switch (reading) {
            case Measured(var at, var glucose) -> new Measured(at.plus(shift), glucose);
            case BelowRange(var at) -> new BelowRange(at.plus(shift));
            case AboveRange(var at) -> new AboveRange(at.plus(shift));
        };
    }
}
