package io.vigil.app.agentlink;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.TlsServerCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmState;
import io.vigil.alarm.AlarmStep;
import io.vigil.alarm.Answer;
import io.vigil.alarm.Condition;
import io.vigil.alarm.Evidence;
import io.vigil.alarm.OpenAlarm;
import io.vigil.alarm.SoundPause;
import io.vigil.contract.AgentBeat;
import io.vigil.contract.Codec;
import io.vigil.contract.PatientNow;
import io.vigil.contract.Question;
import io.vigil.contract.ScreenBeat;
import io.vigil.contract.SignedIn;
import io.vigil.contract.StationFacts;
import io.vigil.contract.StationPass;
import io.vigil.contract.StationStatus;
import io.vigil.contract.Telling;
import io.vigil.contract.v1.AcknowledgeCommand;
import io.vigil.contract.v1.CommandReply;
import io.vigil.contract.v1.EventsReply;
import io.vigil.contract.v1.EventsRequest;
import io.vigil.contract.v1.PauseSoundCommand;
import io.vigil.contract.v1.ReadingsPack;
import io.vigil.contract.v1.ReadingsRequest;
import io.vigil.contract.v1.SignInReply;
import io.vigil.contract.v1.SignInRequest;
import io.vigil.contract.v1.SignOutRequest;
import io.vigil.contract.v1.StationGrpc;
import io.vigil.contract.v1.StatusReply;
import io.vigil.contract.v1.StatusRequest;
import io.vigil.contract.v1.SubscribeRequest;
import io.vigil.contract.v1.Told;
import io.vigil.glucose.KeptReading;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent;
import io.vigil.ward.Patient;
import io.vigil.ward.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The other end of the wire, played by the book of the contract: a real server with a real certificate, whose station does what
 * a test tells it. It can be killed and started again, on another port and knowing nobody, with its facts still there.
 */
final class ScriptedAgent extends StationGrpc.StationImplBase implements AutoCloseable {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final Context.Key<String> TOKEN = Context.key("token");

    private final Path data;
    private final Patient patient;
    private final Person person;
    private final String password;
    private final List<NumberedEvent> events = new ArrayList<>();
    private final List<KeptReading> readings = new ArrayList<>();
    private final Map<String, Long> commands = new HashMap<>();
    private final Set<StreamObserver<Told>> listeners = ConcurrentHashMap.newKeySet();
    private final Map<String, Person> sessions = new ConcurrentHashMap<>();
    private final BlockingQueue<ScreenBeat> screens = new LinkedBlockingQueue<>();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());

    private List<OpenAlarm> alarms = List.of();
    private SoundPause pause = SoundPause.NONE;
    private Optional<Server> server = Optional.empty();
    private String screenToken = "";
    private Instant startedToldAt = AgentLinkContract.NIGHT;
    private long startedAtNanos;
    private volatile boolean beating = true;
    private int answersSwallowed;
    private Optional<String> cannot = Optional.empty();

    ScriptedAgent(Path data, Patient patient, Person person, String password) {
        this.data = data;
        this.patient = patient;
        this.person = person;
        this.password = password;
    }

    // What a test tells.

    ScriptedAgent start() {
        return start(TestCertificate.of("station"), TestCertificate.of("station"));
    }

    /** With a pass that names another certificate than the one it shows. */
    ScriptedAgent startAsImpostor() {
        return start(TestCertificate.of("impostor"), TestCertificate.of("station"));
    }

    private synchronized ScriptedAgent start(TestCertificate shown, TestCertificate named) {
        try {
            startedAtNanos = System.nanoTime();
            screenToken = UUID.randomUUID().toString();
            var started = NettyServerBuilder.forAddress(
                            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0),
                            TlsServerCredentials.create(shown.certificateStream(), shown.keyStream()))
                    .intercept(new ReadsTokens())
                    .addService(this)
                    .build()
                    .start();
            server = Optional.of(started);
            new StationPass(started.getPort(), named.certificate(), screenToken, "source").write(StationPass.in(data));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As by {@code kill -9}: no farewell, and nobody is known afterwards. */
    void kill() {
        server.ifPresent(Server::shutdownNow);
        server = Optional.empty();
        listeners.clear();
        sessions.clear();
    }

    void fallsSilent() {
        beating = false;
    }

    /** Goes on beating, and says nothing more to those who have subscribed until now. */
    void stopsTelling() {
        listeners.clear();
    }

    /** Says of the next command that it cannot do it now, and why. */
    synchronized void cannotDoTheNext(String why) {
        cannot = Optional.of(why);
    }

    /** Does the next command, and is cut off before it can say so. */
    synchronized void swallowsTheNextAnswer() {
        answersSwallowed++;
    }

    synchronized void reads(KeptReading reading) {
        readings.add(reading);
        tell(new Telling.Taken(patient.id(), reading));
    }

    synchronized AlarmId raisesUrgentLow() {
        var reading = AgentLinkContract.measured(0, 51).reading();
        var id = new AlarmId(patient.id(), AlarmKind.URGENT_LOW, reading.at());
        var state = new AlarmState.Open(
                reading.at(),
                reading.at(),
                new Condition.Present(),
                new Evidence.ByReading(reading),
                Answer.Nobody.yet(reading.at()));
        alarms = List.of(new OpenAlarm(id, state, 54));
        tell(new Telling.AlarmsNow(alarms, pause, List.of()));
        happens(changed(id, AlarmStep.RAISED, state));
        return id;
    }

    synchronized long happens(WardEvent event) {
        var numbered = new NumberedEvent(events.size() + 1, now(), event);
        events.add(numbered);
        tell(new Telling.Happened(numbered));
        return numbered.seq();
    }

    /** A new store: nothing that happened before is known. */
    synchronized void forgetsEverything() {
        events.clear();
    }

    BlockingQueue<ScreenBeat> screens() {
        return screens;
    }

    synchronized List<NumberedEvent> journal() {
        return List.copyOf(events);
    }

    Instant now() {
        return startedToldAt.plusNanos((System.nanoTime() - startedAtNanos) * 60);
    }

    // The contract.

    @Override
    public synchronized void subscribe(SubscribeRequest request, StreamObserver<Told> caller) {
        if (!hasScreenToken(caller)) {
            return;
        }
        ((ServerCallStreamObserver<Told>) caller).setOnCancelHandler(() -> listeners.remove(caller));
        caller.onNext(Codec.told(new Telling.Snapshot(
                events.size(),
                new StationFacts("st-01", "Ward 4B", "Station 2", ZoneId.of("Europe/Berlin"), "1.0.0"),
                List.of(new PatientNow(
                        patient,
                        Optional.empty(),
                        InMemoryAgentLink.wardPreset(AgentLinkContract.NIGHT),
                        List.copyOf(readings))),
                new Telling.AlarmsNow(alarms, pause, List.of()),
                beat())));
        var afterSeq = Codec.afterSeq(request);
        if (afterSeq > 0 && afterSeq < events.size()) {
            events.subList((int) afterSeq, events.size())
                    .forEach(event -> caller.onNext(Codec.told(new Telling.Happened(event))));
        }
        listeners.add(caller);
    }

    @Override
    public StreamObserver<io.vigil.contract.v1.ScreenBeat> watch(
            StreamObserver<io.vigil.contract.v1.AgentBeat> caller) {
        var watcher = (ServerCallStreamObserver<io.vigil.contract.v1.AgentBeat>) caller;
        watcher.setOnCancelHandler(() -> {});
        var _ = heart.scheduleAtFixedRate(
                () -> {
                    if (beating && !watcher.isCancelled()) {
                        watcher.onNext(Codec.beat(beat()));
                    }
                },
                0,
                1,
                TimeUnit.SECONDS);
        return new StreamObserver<>() {
            @Override
            public void onNext(io.vigil.contract.v1.ScreenBeat beat) {
                screens.add(Codec.beat(beat));
            }

            @Override
            public void onError(Throwable error) {}

            @Override
            public void onCompleted() {}
        };
    }

    @Override
    public synchronized void readings(ReadingsRequest request, StreamObserver<ReadingsPack> caller) {
        var asked = Codec.question(request);
        for (var reading : readings) {
            var at = reading.reading().at();
            if (!at.isBefore(asked.from()) && at.isBefore(asked.to())) {
                caller.onNext(Codec.pack(List.of(reading)));
            }
        }
        caller.onCompleted();
    }

    @Override
    public synchronized void events(EventsRequest request, StreamObserver<EventsReply> caller) {
        var asked = Codec.question(request);
        answer(
                caller,
                Codec.events(events.stream()
                        .filter(event -> isAskedFor(event, asked))
                        .toList()));
    }

    private static boolean isAskedFor(NumberedEvent event, Question.OfEvents asked) {
        var isInTime =
                !event.happenedAt().isBefore(asked.from()) && event.happenedAt().isBefore(asked.to());
        return isInTime
                && switch (asked) {
                    case Question.Events(var subject, var _, var _) ->
                        event.event().subject().equals(subject);
                    case Question.AllEvents _ -> true;
                };
    }

    @Override
    public void signIn(SignInRequest request, StreamObserver<SignInReply> caller) {
        var credentials = Codec.signIn(request);
        if (credentials.person().equals(person.id()) && credentials.password().equals(password)) {
            var token = UUID.randomUUID().toString();
            sessions.put(token, person);
            answer(caller, Codec.signedIn(new SignedIn(token, person)));
        } else {
            caller.onError(Status.FAILED_PRECONDITION
                    .withDescription("This name and password do not belong together. Try again.")
                    .asRuntimeException());
        }
    }

    @Override
    public void signOut(SignOutRequest request, StreamObserver<CommandReply> caller) {
        if (isSomebody(caller)) {
            sessions.remove(TOKEN.get());
            answer(caller, Codec.reply(happens(new WardEvent.SignedOut(person))));
        }
    }

    @Override
    public synchronized void acknowledge(AcknowledgeCommand request, StreamObserver<CommandReply> caller) {
        if (!isSomebody(caller)) {
            return;
        }
        if (cannot.isPresent()) {
            caller.onError(Status.UNAVAILABLE.withDescription(cannot.get()).asRuntimeException());
            cannot = Optional.empty();
            return;
        }
        var command = Codec.command(request);
        var seq = Optional.ofNullable(commands.get(command.id())).orElseGet(() -> {
            var open = alarms.getFirst();
            var state = new AlarmState.Open(
                    open.state().since(),
                    open.state().announcedAt(),
                    open.state().condition(),
                    open.state().worst(),
                    new Answer.Acknowledged(person.name(), now(), now().plusSeconds(900), command.reason()));
            alarms = List.of(new OpenAlarm(open.id(), state, open.limit()));
            tell(new Telling.AlarmsNow(alarms, pause, List.of()));
            return happens(changed(open.id(), AlarmStep.ACKNOWLEDGED, state));
        });
        commands.put(command.id(), seq);
        answer(caller, Codec.reply(seq));
    }

    @Override
    public synchronized void pauseSound(PauseSoundCommand request, StreamObserver<CommandReply> caller) {
        var by =
                Optional.ofNullable(sessions.get(TOKEN.get())).map(Person::name).orElse("Ward screen");
        if (by.equals("Ward screen") && !hasScreenToken(caller)) {
            return;
        }
        pause = SoundPause.begun(now(), by);
        tell(new Telling.AlarmsNow(alarms, pause, List.of()));
        answer(caller, Codec.reply(happens(new WardEvent.SoundPaused(pause.until(), by))));
    }

    @Override
    public synchronized void status(StatusRequest request, StreamObserver<StatusReply> caller) {
        if (TOKEN.get().equals(screenToken) || isSomebody(caller)) {
            answer(
                    caller,
                    Codec.status(new StationStatus(
                            "1.0.0",
                            "st-01",
                            now(),
                            now(),
                            1,
                            alarms,
                            beat(),
                            0,
                            0,
                            events.size(),
                            5_000_000_000L,
                            startedToldAt)));
        }
    }

    private <A> void answer(StreamObserver<A> caller, A answer) {
        if (answersSwallowed > 0) {
            answersSwallowed--;
            caller.onError(Status.UNAVAILABLE.asRuntimeException());
            return;
        }
        caller.onNext(answer);
        caller.onCompleted();
    }

    private boolean isSomebody(StreamObserver<?> caller) {
        return isLetIn(sessions.containsKey(TOKEN.get()), caller);
    }

    private boolean hasScreenToken(StreamObserver<?> caller) {
        return isLetIn(screenToken.equals(TOKEN.get()), caller);
    }

    private static boolean isLetIn(boolean known, StreamObserver<?> caller) {
        if (!known) {
            caller.onError(Status.UNAUTHENTICATED
                    .withDescription("This sign-in is not known, or has ended. Sign in again.")
                    .asRuntimeException());
        }
        return known;
    }

    private synchronized void tell(Telling telling) {
        listeners.forEach(listener -> listener.onNext(Codec.told(telling)));
    }

    private AgentBeat beat() {
        return new AgentBeat(now(), 60, events.size(), true, "", 80, 1, 1, "");
    }

    private WardEvent changed(AlarmId alarm, AlarmStep to, AlarmState.Open state) {
        return new WardEvent.AlarmChanged(new AlarmChange(alarm, to, now(), state.worst(), 54, state));
    }

    @Override
    public void close() {
        kill();
        heart.shutdownNow();
    }

    private static final class ReadsTokens implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            var token =
                    Optional.ofNullable(headers.get(AUTHORIZATION)).orElse("").replace("Bearer ", "");
            return Contexts.interceptCall(Context.current().withValue(TOKEN, token), call, headers, next);
        }
    }
}
