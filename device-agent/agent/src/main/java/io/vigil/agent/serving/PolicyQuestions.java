package io.vigil.agent.serving;

import io.vigil.authority.Rehearsal;
import io.vigil.contract.Imagined;
import io.vigil.glucose.KeptReading;
import io.vigil.journal.WardEvent;
import io.vigil.policy.NumberedChange;
import io.vigil.policy.PolicyHours;
import io.vigil.policy.PolicySheet;
import io.vigil.policy.WhatIf;
import io.vigil.ward.PatientId;
import io.vigil.ward.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Answers what is asked of settings from what the desk knows and the chronicle keeps. Never on the cycle's thread. */
final class PolicyQuestions {

    private static final Duration REHEARSED = Duration.ofDays(14);

    /** What was changed longer ago stands in the events. */
    private static final Duration HISTORY = Duration.ofDays(90);

    private static final int PATIENCE_SECONDS = 5;

    private static final Duration FUTURE = Duration.ofDays(1);

    private final PolicyDesk desk;
    private final Chronicle chronicle;
    private final InstantSource clock;
    private final Executor executor;

    /** Two weeks are told again on one core; a second would take from the cycle what it needs. */
    private final Semaphore stage = new Semaphore(1);

    PolicyQuestions(PolicyDesk desk, Chronicle chronicle, InstantSource clock, Executor executor) {
        this.desk = desk;
        this.chronicle = chronicle;
        this.clock = clock;
        this.executor = executor;
    }

    CompletableFuture<PolicySheet> sheet(Subject subject) {
        return desk.policy(subject).thenApplyAsync(sheet -> sheet.with(history(subject)), executor);
    }

    CompletableFuture<WhatIf> whatIf(Imagined imagined) {
        return desk.presentAndImagined(imagined.patient(), imagined.wishes())
                .thenApplyAsync(hours -> rehearsed(imagined.patient(), hours), executor);
    }

    private WhatIf rehearsed(PatientId patient, List<PolicyHours> hours) {
        waitForTheStage();
        try {
            var to = clock.instant();
            var from = to.minus(REHEARSED);
            var readings = chronicle.readings(patient, from, to).stream()
                    .map(KeptReading::reading)
                    .toList();
            return Rehearsal.of(patient, readings, from, to, hours.getFirst(), hours.getLast());
        } finally {
            stage.release();
        }
    }

    private void waitForTheStage() {
        var isFree = false;
        try {
            isFree = stage.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (!isFree) {
            throw new CannotBeDone("Others are trying settings out just now. Ask again in a moment.");
        }
    }

    /** The newest first. */
    private List<NumberedChange> history(Subject subject) {
        Instant now = clock.instant();
        return chronicle.events(subject, now.minus(HISTORY), now.plus(FUTURE)).stream()
                .flatMap(event -> event.event() instanceof WardEvent.PolicyChanged(var change)
                        ? Stream.of(new NumberedChange(event.seq(), change))
                        : Stream.empty())
                .toList()
                .reversed();
    }
}
