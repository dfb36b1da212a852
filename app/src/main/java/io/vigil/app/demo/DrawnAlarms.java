package io.vigil.app.demo;

import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.DrawnAlarm;
import io.vigil.alarm.OpenAlarm;
import io.vigil.alarm.SelfTest;
import io.vigil.app.agentlink.AgentLink;
import io.vigil.app.agentlink.StationView;
import io.vigil.glucose.KeptReading;
import io.vigil.journal.NumberedEvent;
import io.vigil.policy.PolicySheet;
import io.vigil.policy.PolicyWish;
import io.vigil.policy.WhatIf;
import io.vigil.proof.LogCapacity;
import io.vigil.ward.PatientId;
import io.vigil.ward.Person;
import io.vigil.ward.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The link of a screen, overheard: tells when an alarm was drawn for the first time. */
public final class DrawnAlarms implements AgentLink {

    private final AgentLink link;
    private final Consumer<AlarmId> onDrawn;
    private final Set<AlarmId> told = new HashSet<>();

    public DrawnAlarms(AgentLink link, Consumer<AlarmId> onDrawn) {
        this.link = link;
        this.onDrawn = onDrawn;
    }

    @Override
    public void shown(Set<DrawnAlarm> alarms, boolean hasSound) {
        alarms.stream().map(DrawnAlarm::alarm).filter(told::add).forEach(onDrawn);
        link.shown(alarms, hasSound);
    }

    @Override
    public Subscription onChange(Consumer<StationView> listener) {
        return link.onChange(listener);
    }

    @Override
    public Subscription onEvent(Consumer<NumberedEvent> listener) {
        return link.onEvent(listener);
    }

    @Override
    public InstantSource clock() {
        return link.clock();
    }

    @Override
    public CompletableFuture<List<KeptReading>> readings(PatientId patient, Instant from, Instant to) {
        return link.readings(patient, from, to);
    }

    @Override
    public CompletableFuture<List<NumberedEvent>> events(Subject subject, Instant from, Instant to) {
        return link.events(subject, from, to);
    }

    @Override
    public CompletableFuture<List<NumberedEvent>> events(Instant from, Instant to) {
        return link.events(from, to);
    }

    @Override
    public CompletableFuture<LogCapacity> logCapacity() {
        return link.logCapacity();
    }

    @Override
    public CompletableFuture<Person> signIn(String person, String password) {
        return link.signIn(person, password);
    }

    @Override
    public CompletableFuture<Void> signOut() {
        return link.signOut();
    }

    @Override
    public CompletableFuture<Void> acknowledge(OpenAlarm seen, String reason) {
        return link.acknowledge(seen, reason);
    }

    @Override
    public CompletableFuture<Void> shelve(Subject subject, AlarmKind kind, Instant until, String reason) {
        return link.shelve(subject, kind, until, reason);
    }

    @Override
    public CompletableFuture<Void> unshelve(Subject subject, AlarmKind kind, String reason) {
        return link.unshelve(subject, kind, reason);
    }

    @Override
    public CompletableFuture<Void> selfTest() {
        return link.selfTest();
    }

    @Override
    public Subscription onSelfTest(Consumer<SelfTest> listener) {
        return link.onSelfTest(listener);
    }

    @Override
    public CompletableFuture<Void> confirmSelfTest(SelfTest test, boolean heard) {
        return link.confirmSelfTest(test, heard);
    }

    @Override
    public CompletableFuture<Void> pauseSound() {
        return link.pauseSound();
    }

    @Override
    public CompletableFuture<PolicySheet> policy(Subject subject) {
        return link.policy(subject);
    }

    @Override
    public CompletableFuture<Void> changePolicy(Subject subject, List<PolicyWish> wishes, String reason) {
        return link.changePolicy(subject, wishes, reason);
    }

    @Override
    public CompletableFuture<Void> undoPolicyChange(long number, String reason) {
        return link.undoPolicyChange(number, reason);
    }

    @Override
    public CompletableFuture<WhatIf> whatIf(PatientId patient, List<PolicyWish> wishes) {
        return link.whatIf(patient, wishes);
    }

    @Override
    public void close() {
        link.close();
    }
}
