package io.vigil.agent.serving;

import io.vigil.alarm.AlarmId;
import io.vigil.contract.Command;
import io.vigil.contract.ScreenBeat;
import io.vigil.journal.WardEvent;
import io.vigil.ward.Person;
import io.vigil.ward.Receipt;
import io.vigil.ward.ReceivedReading;
import io.vigil.ward.SensorReport;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Where what comes in over the link is acted on. Nothing here blocks. A future completes when the act is durable, with the
 * number of the event it became; with {@link CannotBeDone} when the station will not do it, and with {@link StoreUnavailable}
 * when it cannot be kept. A command id that was done before is answered with the event of that time.
 */
public interface StationDesk {

    /**
     * A person answers an alarm.
     *
     * @param announcedAt which sounding of it the person saw
     */
    CompletableFuture<Long> acknowledge(String commandId, AlarmId alarm, Instant announcedAt, Person by, String reason);

    /**
     * Two minutes of quiet for the ear.
     *
     * @param by in words: nobody need be signed in
     */
    CompletableFuture<Long> pauseSound(String commandId, String by);

    CompletableFuture<Long> shelve(Command.Shelve command, Person by);

    CompletableFuture<Long> unshelve(Command.Unshelve command, Person by);

    /**
     * Tests the way of the alarms.
     *
     * @param by in words: nobody need be signed in
     */
    CompletableFuture<Long> beginSelfTest(String commandId, String by);

    /** A screen drew the test. Answered with the number of the event by which it began. */
    CompletableFuture<Long> confirmSelfTest(Command.ConfirmSelfTest command);

    /** What a screen draws is not what it drew before. */
    void seen(ScreenBeat beat);

    /** Receipts come in the order of the deliveries. */
    CompletableFuture<Receipt> deliver(List<ReceivedReading> readings, List<SensorReport> reports);

    /** Something that happened at the link itself, to be kept under a number. */
    CompletableFuture<Long> note(WardEvent event);
}
