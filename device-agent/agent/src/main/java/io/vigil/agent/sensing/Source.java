package io.vigil.agent.sensing;

/** Something that gives readings: a sensor, a phone, a file, a recording that is played. */
public interface Source extends AutoCloseable {

    /** Begins to give to this intake and returns at once. Opened once; to begin again, a new source is made. */
    void open(Intake intake);

    /** Gives nothing more from here on. What has no receipt yet is given again by the next source of the same kind. */
    @Override
    void close();
}
