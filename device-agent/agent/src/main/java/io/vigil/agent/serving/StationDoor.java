package io.vigil.agent.serving;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.vigil.agent.serving.Caller.SomebodySignedIn;
import io.vigil.alarm.DrawnAlarm;
import io.vigil.contract.BadRequest;
import io.vigil.contract.Codec;
import io.vigil.contract.Question;
import io.vigil.contract.StationStatus;
import io.vigil.contract.v1.AcknowledgeCommand;
import io.vigil.contract.v1.AgentBeat;
import io.vigil.contract.v1.BeginSelfTestCommand;
import io.vigil.contract.v1.ChangePolicyCommand;
import io.vigil.contract.v1.CommandReply;
import io.vigil.contract.v1.ConfirmSelfTestCommand;
import io.vigil.contract.v1.EventsReply;
import io.vigil.contract.v1.EventsRequest;
import io.vigil.contract.v1.PauseSoundCommand;
import io.vigil.contract.v1.PolicyReply;
import io.vigil.contract.v1.PolicyRequest;
import io.vigil.contract.v1.ReadingsPack;
import io.vigil.contract.v1.ReadingsRequest;
import io.vigil.contract.v1.ScreenBeat;
import io.vigil.contract.v1.ShelveCommand;
import io.vigil.contract.v1.SignInReply;
import io.vigil.contract.v1.SignInRequest;
import io.vigil.contract.v1.SignOutRequest;
import io.vigil.contract.v1.StationGrpc;
import io.vigil.contract.v1.StatusReply;
import io.vigil.contract.v1.StatusRequest;
import io.vigil.contract.v1.SubscribeRequest;
import io.vigil.contract.v1.Told;
import io.vigil.contract.v1.UndoPolicyChangeCommand;
import io.vigil.contract.v1.UnshelveCommand;
import io.vigil.contract.v1.WhatIfReply;
import io.vigil.contract.v1.WhatIfRequest;
import io.vigil.journal.NumberedEvent;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/** The door of screens and people. Parses, calls, answers; decides nothing. */
final class StationDoor extends StationGrpc.StationImplBase {

    private static final int READINGS_IN_A_PACK = 2_000;

    private final LiveStation live;
    private final StationDesk desk;
    private final PolicyDesk policies;
    private final PolicyQuestions policyQuestions;
    private final Chronicle chronicle;
    private final Reception reception;
    private final Screens screens;
    private final Beats beats;
    private final Instant startedAt;
    private final ExecutorService executor;

    StationDoor(
            LiveStation live,
            StationDesk desk,
            PolicyDesk policies,
            PolicyQuestions policyQuestions,
            Chronicle chronicle,
            Reception reception,
            Screens screens,
            Beats beats,
            ExecutorService executor) {
        this.live = live;
        this.desk = desk;
        this.policies = policies;
        this.policyQuestions = policyQuestions;
        this.chronicle = chronicle;
        this.reception = reception;
        this.screens = screens;
        this.beats = beats;
        this.executor = executor;
        this.startedAt = live.beatNow().now();
    }

    @Override
    public void subscribe(SubscribeRequest request, StreamObserver<Told> caller) {
        try {
            var afterSeq = Codec.afterSeq(request);
            var subscriber = new Subscriber(live, (ServerCallStreamObserver<Told>) caller);
            executor.execute(() -> subscriber.serve(afterSeq));
        } catch (BadRequest bad) {
            caller.onError(Answers.status(bad));
        }
    }

    @Override
    public StreamObserver<ScreenBeat> watch(StreamObserver<AgentBeat> caller) {
        var watcher = (ServerCallStreamObserver<AgentBeat>) caller;
        watcher.setOnCancelHandler(() -> {
            screens.left(watcher);
            beats.end(watcher);
        });
        beats.join(watcher);
        return new StreamObserver<>() {
            private Set<DrawnAlarm> drawn = Set.of();

            @Override
            public void onNext(ScreenBeat wire) {
                try {
                    var beat = Codec.beat(wire);
                    screens.heard(watcher, beat);
                    if (!beat.drawn().equals(drawn)) {
                        drawn = beat.drawn();
                        desk.seen(beat);
                    }
                } catch (BadRequest bad) {
                    screens.left(watcher);
                    beats.end(watcher);
                }
            }

            @Override
            public void onError(Throwable error) {
                screens.left(watcher);
                beats.end(watcher);
            }

            @Override
            public void onCompleted() {
                screens.left(watcher);
                beats.end(watcher);
            }
        };
    }

    @Override
    public void readings(ReadingsRequest request, StreamObserver<ReadingsPack> caller) {
        ((ServerCallStreamObserver<ReadingsPack>) caller).setOnCancelHandler(() -> {}); // who has left needs no rest
        try {
            var asked = Codec.question(request);
            var readings = chronicle.readings(asked.patient(), asked.from(), asked.to());
            for (var begin = 0; begin < readings.size(); begin += READINGS_IN_A_PACK) {
                var end = Math.min(readings.size(), begin + READINGS_IN_A_PACK);
                caller.onNext(Codec.pack(readings.subList(begin, end)));
            }
            caller.onCompleted();
        } catch (BadRequest | StoreUnavailable refused) {
            caller.onError(Answers.status(refused));
        }
    }

    @Override
    public void events(EventsRequest request, StreamObserver<EventsReply> caller) {
        Answers.give(caller, () -> {
            var asked = Codec.question(request);
            return Codec.events(
                    switch (asked) {
                        case Question.Events(var subject, var from, var to) -> chronicle.events(subject, from, to);
                        case Question.AllEvents(var from, var to) -> chronicle.events(from, to);
                    });
        });
    }

    @Override
    public void signIn(SignInRequest request, StreamObserver<SignInReply> caller) {
        Answers.give(caller, executor, () -> reception.signIn(Codec.signIn(request)), Codec::signedIn);
    }

    @Override
    public void signOut(SignOutRequest request, StreamObserver<CommandReply> caller) {
        var person = somebody();
        Answers.give(
                caller,
                executor,
                () -> {
                    var _ = Codec.command(request);
                    return reception.signOut(person);
                },
                Codec::reply);
    }

    // [impl->req~answer.has-a-name~1]
    @Override
    public void acknowledge(AcknowledgeCommand request, StreamObserver<CommandReply> caller) {
        var by = somebody().person();
        Answers.give(
                caller,
                executor,
                () -> {
                    var command = Codec.command(request);
                    return desk.acknowledge(command.id(), command.alarm(), command.announcedAt(), by, command.reason());
                },
                Codec::reply);
    }

    @Override
    public void pauseSound(PauseSoundCommand request, StreamObserver<CommandReply> caller) {
        var by = Door.CALLER.get().inWords();
        Answers.give(
                caller, executor, () -> desk.pauseSound(Codec.command(request).id(), by), Codec::reply);
    }

    @Override
    public void shelve(ShelveCommand request, StreamObserver<CommandReply> caller) {
        var by = somebody().person();
        Answers.give(caller, executor, () -> desk.shelve(Codec.command(request), by), Codec::reply);
    }

    @Override
    public void unshelve(UnshelveCommand request, StreamObserver<CommandReply> caller) {
        var by = somebody().person();
        Answers.give(caller, executor, () -> desk.unshelve(Codec.command(request), by), Codec::reply);
    }

    @Override
    public void beginSelfTest(BeginSelfTestCommand request, StreamObserver<CommandReply> caller) {
        var by = Door.CALLER.get().inWords();
        Answers.give(
                caller,
                executor,
                () -> desk.beginSelfTest(Codec.command(request).id(), by),
                Codec::reply);
    }

    @Override
    public void confirmSelfTest(ConfirmSelfTestCommand request, StreamObserver<CommandReply> caller) {
        Answers.give(caller, executor, () -> desk.confirmSelfTest(Codec.command(request)), Codec::reply);
    }

    @Override
    public void changePolicy(ChangePolicyCommand request, StreamObserver<CommandReply> caller) {
        var by = somebody().person();
        Answers.give(
                caller,
                executor,
                () -> {
                    var command = Codec.command(request);
                    return policies.changePolicy(
                            command.id(), command.subject(), command.wishes(), by, command.reason());
                },
                Codec::reply);
    }

    @Override
    public void undoPolicyChange(UndoPolicyChangeCommand request, StreamObserver<CommandReply> caller) {
        var by = somebody().person();
        Answers.give(
                caller,
                executor,
                () -> {
                    var command = Codec.command(request);
                    return policies.undoPolicyChange(command.id(), command.change(), by, command.reason());
                },
                Codec::reply);
    }

    @Override
    public void policy(PolicyRequest request, StreamObserver<PolicyReply> caller) {
        Answers.give(caller, executor, () -> policyQuestions.sheet(Codec.policy(request)), Codec::policy);
    }

    @Override
    public void whatIf(WhatIfRequest request, StreamObserver<WhatIfReply> caller) {
        Answers.give(caller, executor, () -> policyQuestions.whatIf(Codec.imagined(request)), Codec::whatIf);
    }

    @Override
    public void status(StatusRequest request, StreamObserver<StatusReply> caller) {
        Answers.give(caller, () -> {
            var beat = live.beatNow();
            return Codec.status(new StationStatus(
                    live.facts().agentVersion(),
                    live.facts().id(),
                    beat.now(),
                    startedAt,
                    live.patients(),
                    live.alarms().open(),
                    beat,
                    chronicle.readingCount(),
                    chronicle.sizeInBytes(),
                    beat.newestSeq(),
                    chronicle.freeInBytes(),
                    logSince(beat.now())));
        });
    }

    private Instant logSince(Instant now) {
        return chronicle.eventsAfter(0, 1).stream()
                .findFirst()
                .map(NumberedEvent::happenedAt)
                .orElse(now);
    }

    /** The table lets nobody else through to where this is asked. */
    private static SomebodySignedIn somebody() {
        return switch (Door.CALLER.get()) {
            case SomebodySignedIn somebody -> somebody;
            case Caller.Screen _, Caller.Source _ ->
                throw new IllegalStateException("The door let somebody through who has not signed in");
        };
    }
}
