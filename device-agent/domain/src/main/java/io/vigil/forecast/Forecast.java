package io.vigil.forecast;

import io.vigil.glucose.Glucose;
import io.vigil.glucose.Reading.Measured;
import java.time.Duration;

/** What may become of glucose after one reading. Every time ahead is counted from that reading, not from now. */
public interface Forecast {

    /** Further ahead than this nothing is said. */
    Duration FURTHEST = Duration.ofMinutes(60);

    /** The reading from which was looked ahead. */
    Measured newest();

    /** Where glucose may be at that time. */
    Outlook at(Duration ahead);

    /** How likely it is, from 0 to 1, that a reading within that time lies under the limit. */
    double probabilityBelow(Glucose limit, Duration within);
}
