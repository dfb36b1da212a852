package io.vigil.agent.serving;

import io.vigil.glucose.KeptReading;
import io.vigil.journal.NumberedEvent;
import io.vigil.ward.PatientId;
import io.vigil.ward.Subject;
import java.time.Instant;
import java.util.List;

/** What was kept, to be read again. Asks the disk, on the caller's thread; throws {@link StoreUnavailable} where it cannot. */
public interface Chronicle {

    /** From the first moment up to and without the last, oldest first. */
    List<KeptReading> readings(PatientId patient, Instant from, Instant to);

    /** What happened from the first moment up to and without the last, in the order of their numbers. */
    List<NumberedEvent> events(Subject subject, Instant from, Instant to);

    /** The same of every subject. */
    List<NumberedEvent> events(Instant from, Instant to);

    /** In the order of their numbers, without a hole. */
    List<NumberedEvent> eventsAfter(long seq, int atMost);

    /** 0 before the first. */
    long newestSeq();

    long readingCount();

    long sizeInBytes();

    /** That the store may still fill. */
    long freeInBytes();
}
