package io.vigil.agent;

import io.vigil.agent.alarming.AlarmDesk;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent;
import io.vigil.policy.NumberedChange;
import io.vigil.policy.PolicyBook;
import io.vigil.policy.PolicyChange;
import io.vigil.policy.PolicyEdit;
import io.vigil.policy.PolicyHours;
import io.vigil.policy.PolicySheet;
import io.vigil.policy.PolicyWish;
import io.vigil.policy.Preset;
import io.vigil.policy.SettingValue;
import io.vigil.rule.PolicyRefused;
import io.vigil.ward.PatientId;
import io.vigil.ward.Person;
import io.vigil.ward.Subject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people do to the settings of alarms. One change after the other: each is decided on what the one before it left, kept,
 * and only then in force. Until it is durable, all is judged as if nobody had changed anything.
 */
final class PolicyActs {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyActs.class);

    /** A caller who heard no answer asks again within seconds; later the store knows the command. */
    private static final int COMMANDS_REMEMBERED = 64;

    private final Wheel wheel;
    private final WardBook ward;
    private final AlarmDesk alarms;
    private final Announcing announcing;
    private final Keeping keeping;
    private final LongFunction<Optional<NumberedChange>> changeOf;

    /** Of the cycle's thread, as all that follows. */
    private final Map<String, CompletableFuture<Long>> lately = new LinkedHashMap<>();

    private CompletableFuture<Long> lastChange = CompletableFuture.completedFuture(0L);

    /**
     * @param changeOf the change that an event of that number was; asks the disk
     */
    PolicyActs(
            Wheel wheel,
            WardBook ward,
            AlarmDesk alarms,
            Announcing announcing,
            Keeping keeping,
            LongFunction<Optional<NumberedChange>> changeOf) {
        this.wheel = wheel;
        this.ward = ward;
        this.alarms = alarms;
        this.announcing = announcing;
        this.keeping = keeping;
        this.changeOf = changeOf;
    }

    /** Completes with the number of the change, when it is durable and in force. */
    // [impl->req~policy.changes-are-durable-first~1]
    CompletableFuture<Long> change(
            String commandId, Subject subject, List<PolicyWish> wishes, Person by, String reason) {
        return once(commandId, now -> book(subject).propose(subject, wishes, by, reason, now));
    }

    /** Takes back the change of that number. */
    CompletableFuture<Long> undo(String commandId, long number, Person by, String reason) {
        var done = changeOf.apply(number);
        if (done.isEmpty()) {
            return CompletableFuture.failedFuture(new NotPossible("There is no change of settings " + number + "."));
        }
        return once(commandId, now -> alarms.policies().undo(done.get(), by, reason, now));
    }

    /** What is in force, without the history of its changes. */
    CompletableFuture<PolicySheet> sheet(Subject subject) {
        return wheel.onTurn(now -> asked(() -> book(subject).sheet(subject, now)));
    }

    /** What holds for a patient, and what would under these wishes. */
    CompletableFuture<List<PolicyHours>> presentAndImagined(PatientId patient, List<PolicyWish> wishes) {
        return wheel.onTurn(now -> asked(() -> {
            var book = book(patient);
            return List.of(
                    book.hours(patient), book.imagined(patient, wishes, now).hours(patient));
        }));
    }

    private CompletableFuture<Long> once(String commandId, Function<Instant, PolicyChange> proposing) {
        var earlier = keeping.doneBefore(commandId);
        if (earlier.isPresent()) {
            return CompletableFuture.completedFuture(earlier.get().seq());
        }
        return wheel.onTurn(_ -> {
            var known = lately.get(commandId);
            if (known != null) {
                return known;
            }
            var change = lastChange
                    .exceptionally(_ -> 0L)
                    .thenCompose(_ -> wheel.onTurn(now -> decided(commandId, proposing, now)));
            lastChange = change;
            remember(commandId, change);
            return change;
        });
    }

    private CompletableFuture<Long> decided(String commandId, Function<Instant, PolicyChange> proposing, Instant now) {
        return asked(() -> proposing.apply(now))
                .thenCompose(change -> keeping.keepFor(commandId, new WardEvent.PolicyChanged(change), now)
                        .thenCompose(event -> wheel.onTurn(later -> inForce(event, change, later))))
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        forget(commandId);
                    }
                });
    }

    /** A command that was kept before, as another event, has had its effect then. */
    private CompletableFuture<Long> inForce(NumberedEvent event, PolicyChange change, Instant now) {
        var isOurs = event.event() instanceof WardEvent.PolicyChanged(var kept)
                && kept.at().equals(change.at());
        if (!isOurs) {
            return CompletableFuture.completedFuture(event.seq());
        }
        LOG.info(
                "policy changed subject={} change={} undoes={} edits={}",
                change.subject().key(),
                event.seq(),
                change.undoes(),
                change.edits().size());
        var changes = alarms.policiesChanged(alarms.policies().with(change), inWords(change), now);
        announcing.tell(changes, now);
        keeping.keepAnyway(Keeping.asEvents(changes), now);
        return CompletableFuture.completedFuture(event.seq());
    }

    private void remember(String commandId, CompletableFuture<Long> change) {
        lately.put(commandId, change);
        if (lately.size() > COMMANDS_REMEMBERED) {
            lately.remove(lately.keySet().iterator().next());
        }
    }

    /** What was refused may be asked again. */
    private void forget(String commandId) {
        var _ = wheel.onTurn(
                _ -> CompletableFuture.completedFuture(lately.keySet().remove(commandId)));
    }

    private PolicyBook book(Subject subject) {
        if (subject instanceof PatientId patient && ward.page(patient).isEmpty()) {
            throw PolicyRefused.because("There is no patient " + patient.key() + " on this ward.");
        }
        return alarms.policies();
    }

    private static <T> CompletableFuture<T> asked(Supplier<T> question) {
        try {
            return CompletableFuture.completedFuture(question.get());
        } catch (PolicyRefused refused) {
            return CompletableFuture.failedFuture(new NotPossible(String.valueOf(refused.getMessage())));
        }
    }

    /** Who, for whom, what: as it stands beside the alarm that tells of it. */
    private String inWords(PolicyChange change) {
        var whose = switch (change.subject()) {
            case PatientId patient ->
                ward.page(patient).map(page -> page.patient().bed()).orElse(patient.key());
            case Subject _ -> "the ward";
        };
        return change.by().name() + " changed " + whose + ": "
                + change.edits().stream().map(PolicyActs::inWords).collect(Collectors.joining("; "));
    }

    private static String inWords(PolicyEdit edit) {
        return switch (edit) {
            case PolicyEdit.OfValue(var setting, var hours, var _, var to) ->
                setting.words() + " " + hours.words() + " "
                        + to.map(SettingValue::toString).orElse("as inherited");
            case PolicyEdit.OfPreset(var _, var to) ->
                "preset " + to.map(Preset::word).orElse("as inherited");
        };
    }
}
