package io.vigil.agent;

import io.vigil.agent.serving.CannotBeDone;
import io.vigil.agent.serving.PolicyDesk;
import io.vigil.agent.serving.StationDesk;
import io.vigil.agent.serving.StoreUnavailable;
import io.vigil.agent.storing.StoreFailed;
import io.vigil.alarm.AlarmId;
import io.vigil.contract.Command;
import io.vigil.contract.ScreenBeat;
import io.vigil.journal.WardEvent;
import io.vigil.policy.PolicyHours;
import io.vigil.policy.PolicySheet;
import io.vigil.policy.PolicyWish;
import io.vigil.ward.PatientId;
import io.vigil.ward.Person;
import io.vigil.ward.Receipt;
import io.vigil.ward.ReceivedReading;
import io.vigil.ward.SensorReport;
import io.vigil.ward.Subject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** Brings what comes in over the link to the cycle, and the cycle's refusals back in the link's words. */
final class CycleDesk implements StationDesk, PolicyDesk {

    private final Cycle cycle;
    private final AlarmActs acts;
    private final SelfTesting tests;
    private final PolicyActs policies;

    CycleDesk(Cycle cycle, AlarmActs acts, SelfTesting tests, PolicyActs policies) {
        this.cycle = cycle;
        this.acts = acts;
        this.tests = tests;
        this.policies = policies;
    }

    @Override
    public CompletableFuture<Long> acknowledge(
            String commandId, AlarmId alarm, Instant announcedAt, Person by, String reason) {
        return inTheLinksWords(acts.acknowledge(commandId, alarm, announcedAt, by.name(), reason));
    }

    @Override
    public CompletableFuture<Long> pauseSound(String commandId, String by) {
        return inTheLinksWords(acts.pauseSound(commandId, by));
    }

    @Override
    public CompletableFuture<Long> shelve(Command.Shelve command, Person by) {
        return inTheLinksWords(acts.shelve(command, by.name()));
    }

    @Override
    public CompletableFuture<Long> unshelve(Command.Unshelve command, Person by) {
        return inTheLinksWords(acts.unshelve(command, by.name()));
    }

    @Override
    public CompletableFuture<Long> beginSelfTest(String commandId, String by) {
        return inTheLinksWords(tests.begin(commandId, by));
    }

    @Override
    public CompletableFuture<Long> confirmSelfTest(Command.ConfirmSelfTest command) {
        return inTheLinksWords(tests.confirm(command.test(), command.screen(), command.heard()));
    }

    @Override
    public void seen(ScreenBeat beat) {
        acts.seen(beat);
    }

    /** Reports are left before the readings: what a sensor says of itself is known when they are judged. */
    @Override
    public CompletableFuture<Receipt> deliver(List<ReceivedReading> readings, List<SensorReport> reports) {
        var refusals = CompletableFuture.completedFuture(List.<String>of());
        for (var report : reports) {
            var refusal = cycle.reported(report).thenApply(why -> why.stream().toList());
            refusals = refusals.thenCombine(refusal, CycleDesk::and);
        }
        return inTheLinksWords(cycle.take(readings)
                .thenCombine(
                        refusals,
                        (receipt, refused) ->
                                new Receipt(receipt.taken(), receipt.repeated(), and(receipt.refused(), refused))));
    }

    private static List<String> and(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    @Override
    public CompletableFuture<Long> note(WardEvent event) {
        return inTheLinksWords(cycle.note(event));
    }

    @Override
    public CompletableFuture<Long> changePolicy(
            String commandId, Subject subject, List<PolicyWish> wishes, Person by, String reason) {
        return inTheLinksWords(policies.change(commandId, subject, wishes, by, reason));
    }

    @Override
    public CompletableFuture<Long> undoPolicyChange(String commandId, long change, Person by, String reason) {
        return inTheLinksWords(policies.undo(commandId, change, by, reason));
    }

    @Override
    public CompletableFuture<PolicySheet> policy(Subject subject) {
        return inTheLinksWords(policies.sheet(subject));
    }

    @Override
    public CompletableFuture<List<PolicyHours>> presentAndImagined(PatientId patient, List<PolicyWish> wishes) {
        return inTheLinksWords(policies.presentAndImagined(patient, wishes));
    }

    private static <T> CompletableFuture<T> inTheLinksWords(CompletableFuture<T> answer) {
        return answer.exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                switch (failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure) {
                    case NotPossible refusal -> new CannotBeDone(String.valueOf(refusal.getMessage()));
                    case StoreFailed broken -> new StoreUnavailable(String.valueOf(broken.getMessage()));
                    case Throwable other -> other;
                }));
    }
}
