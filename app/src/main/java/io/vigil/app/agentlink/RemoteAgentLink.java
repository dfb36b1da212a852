package io.vigil.app.agentlink;

import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.DrawnAlarm;
import io.vigil.alarm.OpenAlarm;
import io.vigil.alarm.SelfTest;
import io.vigil.app.agentlink.AgentContact.Asking;
import io.vigil.contract.Codec;
import io.vigil.contract.Command;
import io.vigil.contract.Credentials;
import io.vigil.contract.Imagined;
import io.vigil.contract.Question;
import io.vigil.contract.ScreenBeat;
import io.vigil.contract.SignedIn;
import io.vigil.contract.StationPass;
import io.vigil.contract.v1.StationGrpc;
import io.vigil.contract.v1.StatusRequest;
import io.vigil.glucose.KeptReading;
import io.vigil.journal.NumberedEvent;
import io.vigil.policy.PolicySheet;
import io.vigil.policy.PolicyWish;
import io.vigil.policy.WhatIf;
import io.vigil.proof.LogCapacity;
import io.vigil.ward.PatientId;
import io.vigil.ward.Person;
import io.vigil.ward.Subject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The link to an agent on this machine: gRPC over TLS on 127.0.0.1, with the agent's certificate pinned. */
public final class RemoteAgentLink implements AgentLink {

    /** How long a person waits for an answer: an agent that starts anew has given it by then. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final String screen = UUID.randomUUID().toString();
    private final AtomicReference<Optional<SignedIn>> session = new AtomicReference<>(Optional.empty());
    private final AgentContact contact;
    private volatile ScreenBeat shown = new ScreenBeat(screen, Set.of(), false);

    private RemoteAgentLink(Path pass, Executor deliverOn, InstantSource wall, Duration patience) {
        contact = new AgentContact(pass, deliverOn, wall, () -> shown, this::seeWhetherStillSignedIn, patience);
    }

    /**
     * Begins to call at once, and goes on calling until it is closed.
     *
     * @param pass where the agent writes how it is reached; it need not be there yet
     * @param deliverOn the thread that hears: the screen's
     * @param wall tells the time until the agent does
     */
    public static RemoteAgentLink open(Path pass, Executor deliverOn, InstantSource wall) {
        return open(pass, deliverOn, wall, PATIENCE);
    }

    static RemoteAgentLink open(Path pass, Executor deliverOn, InstantSource wall, Duration patience) {
        var link = new RemoteAgentLink(pass, deliverOn, wall, patience);
        link.contact.begin();
        return link;
    }

    /**
     * The same for the agent of a folder.
     *
     * @param data the folder that the agent was started on
     */
    public static RemoteAgentLink toAgentIn(Path data, Executor deliverOn, InstantSource wall) {
        return open(StationPass.in(data), deliverOn, wall);
    }

    @Override
    public Subscription onChange(Consumer<StationView> listener) {
        return contact.onChange(listener);
    }

    @Override
    public Subscription onEvent(Consumer<NumberedEvent> listener) {
        return contact.onEvent(listener);
    }

    @Override
    public InstantSource clock() {
        return contact.clock();
    }

    @Override
    public void shown(Set<DrawnAlarm> alarms, boolean hasSound) {
        shown = new ScreenBeat(screen, alarms, hasSound);
        contact.beatNow();
    }

    @Override
    public CompletableFuture<List<KeptReading>> readings(PatientId patient, Instant from, Instant to) {
        var question = Codec.question(new Question.Readings(patient, from, to));
        return contact.ask((wire, nanos) -> wire.askAll(StationGrpc.getReadingsMethod(), question, nanos)
                .thenApply(packs ->
                        packs.stream().map(Codec::pack).flatMap(List::stream).toList()));
    }

    @Override
    public CompletableFuture<List<NumberedEvent>> events(Subject subject, Instant from, Instant to) {
        return events(new Question.Events(subject, from, to));
    }

    @Override
    public CompletableFuture<List<NumberedEvent>> events(Instant from, Instant to) {
        return events(new Question.AllEvents(from, to));
    }

    private CompletableFuture<List<NumberedEvent>> events(Question.OfEvents asked) {
        var question = Codec.question(asked);
        return contact.ask((wire, nanos) ->
                wire.ask(StationGrpc.getEventsMethod(), question, nanos).thenApply(Codec::events));
    }

    @Override
    public CompletableFuture<LogCapacity> logCapacity() {
        return contact.ask((wire, nanos) -> wire.ask(
                        StationGrpc.getStatusMethod(), StatusRequest.getDefaultInstance(), nanos)
                .thenApply(Codec::status)
                .thenApply(status -> LogCapacity.of(status.newestSeq(), status.logSince(), status.diskFreeBytes())));
    }

    @Override
    public CompletableFuture<Person> signIn(String person, String password) {
        var question = Codec.signIn(new Credentials(person, password));
        return contact.ask((wire, nanos) -> wire.ask(StationGrpc.getSignInMethod(), question, nanos)
                .thenApply(reply -> begin(Codec.signedIn(reply))));
    }

    /** Nobody is signed in at this screen from now on, whether or not the agent can be told. */
    @Override
    public CompletableFuture<Void> signOut() {
        var command = Codec.command(new Command.SignOut(newId()));
        var leaving = session.get();
        leaving.ifPresent(this::end);
        return leaving.map(signedIn -> contact.ask((wire, nanos) -> asPerson(
                                StationGrpc.getSignOutMethod(), command, signedIn)
                        .over(wire, nanos)
                        .exceptionallyCompose(error ->
                                hasEnded(error) ? CompletableFuture.allOf() : CompletableFuture.failedFuture(error))))
                .orElseGet(CompletableFuture::allOf);
    }

    @Override
    public CompletableFuture<Void> acknowledge(OpenAlarm seen, String reason) {
        return asSomebody(
                StationGrpc.getAcknowledgeMethod(),
                Codec.command(
                        new Command.Acknowledge(newId(), seen.id(), seen.state().announcedAt(), reason)),
                "Sign in first: an answer to an alarm needs a name.");
    }

    @Override
    public CompletableFuture<Void> shelve(Subject subject, AlarmKind kind, Instant until, String reason) {
        var command = Codec.command(new Command.Shelve(newId(), subject, kind, until, reason));
        return session.get()
                .map(signedIn -> contact.ask(asPerson(StationGrpc.getShelveMethod(), command, signedIn)))
                .orElseGet(() -> CompletableFuture.failedFuture(
                        new CommandRefused("Sign in first: an alarm that is put aside needs a name.")));
    }

    @Override
    public CompletableFuture<Void> unshelve(Subject subject, AlarmKind kind, String reason) {
        var command = Codec.command(new Command.Unshelve(newId(), subject, kind, reason));
        return session.get()
                .map(signedIn -> contact.ask(asPerson(StationGrpc.getUnshelveMethod(), command, signedIn)))
                .orElseGet(() -> CompletableFuture.failedFuture(
                        new CommandRefused("Sign in first: who takes an alarm off its shelf needs a name.")));
    }

    @Override
    public CompletableFuture<Void> selfTest() {
        return ofAnybody(StationGrpc.getBeginSelfTestMethod(), Codec.command(new Command.BeginSelfTest(newId())));
    }

    @Override
    public Subscription onSelfTest(Consumer<SelfTest> listener) {
        return contact.onSelfTest(listener);
    }

    @Override
    public CompletableFuture<Void> confirmSelfTest(SelfTest test, boolean heard) {
        var command = Codec.command(new Command.ConfirmSelfTest(newId(), test.id(), screen, heard));
        return contact.ask((wire, nanos) ->
                wire.ask(StationGrpc.getConfirmSelfTestMethod(), command, nanos).thenAccept(_ -> {}));
    }

    @Override
    public CompletableFuture<Void> pauseSound() {
        return ofAnybody(StationGrpc.getPauseSoundMethod(), Codec.command(new Command.PauseSound(newId())));
    }

    /** In the name of whoever is signed in; a sign-in that has ended meanwhile is no reason to refuse. */
    private <Q, A> CompletableFuture<Void> ofAnybody(MethodDescriptor<Q, A> method, Q command) {
        Asking<Void> asScreen =
                (wire, nanos) -> wire.ask(method, command, nanos).thenAccept(_ -> {});
        return contact.ask((wire, nanos) -> session.get()
                .map(signedIn -> asPerson(method, command, signedIn)
                        .over(wire, nanos)
                        .exceptionallyCompose(error ->
                                hasEnded(error) ? asScreen.over(wire, nanos) : CompletableFuture.failedFuture(error)))
                .orElseGet(() -> asScreen.over(wire, nanos)));
    }

    @Override
    public CompletableFuture<PolicySheet> policy(Subject subject) {
        var question = Codec.policy(subject);
        return contact.ask((wire, nanos) ->
                wire.ask(StationGrpc.getPolicyMethod(), question, nanos).thenApply(Codec::policy));
    }

    @Override
    public CompletableFuture<Void> changePolicy(Subject subject, List<PolicyWish> wishes, String reason) {
        return asSomebody(
                StationGrpc.getChangePolicyMethod(),
                Codec.command(new Command.ChangePolicy(newId(), subject, wishes, reason)),
                "Sign in first: a change of settings needs a name.");
    }

    @Override
    public CompletableFuture<Void> undoPolicyChange(long number, String reason) {
        return asSomebody(
                StationGrpc.getUndoPolicyChangeMethod(),
                Codec.command(new Command.UndoPolicyChange(newId(), number, reason)),
                "Sign in first: a change of settings needs a name.");
    }

    @Override
    public CompletableFuture<WhatIf> whatIf(PatientId patient, List<PolicyWish> wishes) {
        var question = Codec.imagined(new Imagined(patient, wishes));
        return contact.ask((wire, nanos) ->
                wire.ask(StationGrpc.getWhatIfMethod(), question, nanos).thenApply(Codec::whatIf));
    }

    @Override
    public void close() {
        contact.close();
    }

    /** An agent that has started anew knows nobody: better to learn it now than with the next alarm. */
    private void seeWhetherStillSignedIn() {
        session.get().ifPresent(signedIn -> {
            var _ = contact.ask(asPerson(StationGrpc.getStatusMethod(), StatusRequest.getDefaultInstance(), signedIn));
        });
    }

    /** In the name of whoever is signed in; refused with that sentence where nobody is. */
    private <Q, A> CompletableFuture<Void> asSomebody(MethodDescriptor<Q, A> method, Q command, String otherwise) {
        return session.get()
                .map(signedIn -> contact.ask(asPerson(method, command, signedIn)))
                .orElseGet(() -> CompletableFuture.failedFuture(new CommandRefused(otherwise)));
    }

    /** In the name of that person. When the agent says that it knows them no more, they are signed out here too. */
    private <Q, A> Asking<Void> asPerson(MethodDescriptor<Q, A> method, Q question, SignedIn person) {
        return (wire, nanos) -> wire.ask(method, question, person.token(), nanos)
                .thenAccept(_ -> {})
                .whenComplete((_, error) -> {
                    if (error != null && hasEnded(error)) {
                        end(person);
                    }
                });
    }

    private static boolean hasEnded(Throwable error) {
        return Status.fromThrowable(error).getCode() == Status.Code.UNAUTHENTICATED;
    }

    private Person begin(SignedIn signedIn) {
        session.set(Optional.of(signedIn));
        contact.signedIn(Optional.of(signedIn.person()));
        return signedIn.person();
    }

    private void end(SignedIn signedIn) {
        if (session.get().filter(signedIn::equals).isPresent()) {
            session.set(Optional.empty());
            contact.signedIn(Optional.empty());
        }
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
