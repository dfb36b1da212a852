package io.vigil.agent;

import io.vigil.agent.serving.CannotBeDone;
import io.vigil.agent.serving.PolicyDesk;
import io.vigil.agent.serving.StationDesk;
import io.vigil.agent.serving.StoreUnavailable;
import io.vigil.agent.storing.StoreFailed;
import io.vigil.alarm.AlarmId;
import io.vigil.journal.WardEvent;
import io.vigil.policy.PolicyHours;
import io.vigil.policy.PolicySheet;
import io.vigil.policy.PolicyWish;
import io.vigil.ward.PatientId;
import io.vigil.ward.Person;
import io.vigil.ward.Receipt;
import io.vigil.ward.ReceivedReading;
import io.vigil.ward.Subject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Brings what comes in over the link to the cycle, and the cycle's refusals back in the link's words. */
final class CycleDesk implements StationDesk, PolicyDesk {

    private final Cycle cycle;
    private final AlarmActs acts;
    private final PolicyActs policies;

    CycleDesk(Cycle cycle, AlarmActs acts, PolicyActs policies) {
        this.cycle = cycle;
        this.acts = acts;
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
    public CompletableFuture<Receipt> deliver(List<ReceivedReading> readings) {
        return inTheLinksWords(cycle.take(readings));
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
