package io.vigil.agent.storing;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The settings of this room, each with its unit.
 *
 * @param folder holds the store and nothing else
 * @param recentFor how long readings stand in rows before a day of them is packed
 * @param warnBelowFreePercent free room on the disk under which the store says that it fills
 */
public record StoreSettings(Path folder, Duration recentFor, int warnBelowFreePercent) {

    public static StoreSettings in(Path folder) {
        return new StoreSettings(folder, Duration.ofDays(2), 10);
    }
}
