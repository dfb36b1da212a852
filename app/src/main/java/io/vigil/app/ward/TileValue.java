package io.vigil.app.ward;

import io.vigil.glucose.Trend;
import java.util.Optional;

/** The middle of a tile: the newest value, or that there is none to be shown. */
sealed interface TileValue {

    /**
     * A number, or the word that stands for one.
     *
     * @param number in the screen's unit, or the word of the sensor: {@code LO}, {@code HI}
     * @param trend where it can be told
     * @param oldWord {@code old} where the value is older than ten minutes; else empty
     */
    record Newest(String number, Optional<Trend> trend, String oldWord) implements TileValue {

        boolean isOld() {
            return !oldWord.isEmpty();
        }
    }

    /**
     * No number and no arrow: what is not known is not drawn.
     *
     * @param said {@code No reading}
     * @param since {@code since 03:12}
     * @param advice what to do, where that is known; else empty
     */
    record Silence(String said, String since, String advice) implements TileValue {}
}
