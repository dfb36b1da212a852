package io.vigil.app.alarms;

import java.util.function.BooleanSupplier;

/** What makes samples heard. */
interface Speaker extends AutoCloseable {

    /** Whether there is a device that could sound. Never fails. */
    boolean isThere();

    /**
     * Plays samples to their end, or until they are no longer wanted.
     *
     * @return false when they could not be played
     */
    boolean play(short[] samples, BooleanSupplier wanted);

    @Override
    void close();
}
