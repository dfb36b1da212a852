package io.vigil.agent.sensing;

import io.vigil.ward.Patient;
import io.vigil.ward.Receipt;
import io.vigil.ward.ReceivedReading;
import io.vigil.ward.SensorReport;
import io.vigil.ward.SensorSession;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The agent as a source sees it. Every call returns at once and may come from any thread. A future completes when what was
 * given is durable, and only then may the source forget it; a future that fails means: give it again. To give the same
 * thing twice is harmless.
 */
public interface Intake {

    /** The told clock. */
    InstantSource clock();

    /** Told seconds in a real second: how a source turns a told moment into a real wait. */
    double speed();

    /** A patient is on the ward. The same again changes nothing. */
    CompletableFuture<Void> admit(Patient patient);

    /** A sensor begins its life on a patient who was admitted before. The same again changes nothing. */
    CompletableFuture<Void> start(SensorSession sensor);

    /** Readings of patients who were admitted before, in any order. Known ones are told by their id and change nothing. */
    CompletableFuture<Receipt> take(List<ReceivedReading> readings);

    /** What a sensor, or who carries it, says of itself, of a patient who was admitted before. Of each fact the newest counts. */
    CompletableFuture<Void> report(SensorReport report);

    /** Something was not taken: told to the ward, and kept. One sentence each: what it was, and why. */
    void refused(String what, String why);
}
