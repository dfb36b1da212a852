package io.vigil.agent.serving;

import static io.vigil.agent.serving.TestStation.MARGARET;
import static io.vigil.agent.serving.TestStation.NIGHT;
import static io.vigil.agent.serving.TestStation.OSEI;
import static io.vigil.agent.serving.TestStation.measured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.StreamObserver;
import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmState;
import io.vigil.alarm.Answer;
import io.vigil.alarm.Condition;
import io.vigil.alarm.DrawnAlarm;
import io.vigil.alarm.Evidence;
import io.vigil.alarm.OpenAlarm;
import io.vigil.alarm.SoundPause;
import io.vigil.contract.Codec;
import io.vigil.contract.Command;
import io.vigil.contract.Credentials;
import io.vigil.contract.Question;
import io.vigil.contract.ScreenBeat;
import io.vigil.contract.StationPass;
import io.vigil.contract.Telling;
import io.vigil.contract.v1.AgentBeat;
import io.vigil.contract.v1.ReadingsRequest;
import io.vigil.contract.v1.Receipt;
import io.vigil.contract.v1.SourcesGrpc;
import io.vigil.contract.v1.StationGrpc;
import io.vigil.contract.v1.StatusRequest;
import io.vigil.contract.v1.SubscribeRequest;
import io.vigil.contract.v1.Told;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.KeptReading;
import io.vigil.glucose.Origin;
import io.vigil.glucose.Reading;
import io.vigil.glucose.ReadingId;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent;
import io.vigil.ward.Patient;
import io.vigil.ward.PatientId;
import io.vigil.ward.ReceivedReading;
import io.vigil.ward.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The local link through its real door: a server on a port of the machine's choice, TLS, and a client that dials it. */
class LinkServerTest {

    private static final AlarmId URGENT = new AlarmId(OSEI, AlarmKind.URGENT_LOW, NIGHT);

    @TempDir
    private Path data;

    private TestStation station;

    @BeforeEach
    void open() {
        station = new TestStation(data);
    }

    @AfterEach
    void close() {
        station.close();
    }

    // Who gets in.

    // [utest->req~link.pinned~1]
    @Test
    void a_caller_who_pins_another_certificate_hangs_up(@TempDir Path elsewhere) {
        var another = StationCertificate.in(elsewhere).certificate();
        var caller = StationGrpc.newBlockingStub(station.callerTrusting(another));

        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> caller.status(StatusRequest.getDefaultInstance()))
                .satisfies(refused -> assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE));
    }

    @Test
    void a_caller_without_a_token_is_sent_away_with_a_sentence() {
        var caller = StationGrpc.newBlockingStub(station.callerTrusting(station.pass.certificate()));

        refused(Status.Code.UNAUTHENTICATED, "Sign in again.", () -> caller.status(StatusRequest.getDefaultInstance()));
    }

    // [utest->req~link.loopback-only~1]
    @Test
    void nobody_is_heard_but_on_the_loopback_address() throws IOException {
        var others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();

        for (var other : others) {
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> dial(other));
        }
        dial(InetAddress.ofLiteral("127.0.0.1"));
    }

    private void dial(InetAddress address) throws IOException {
        try (var socket = new Socket(address, station.pass.port())) {
            assertThat(socket.isConnected()).isTrue();
        }
    }

    @Test
    void its_key_and_its_pass_are_for_its_owner_alone() throws IOException {
        for (var file :
                List.of(StationPass.in(data), data.resolve("link/key.pem"), data.resolve("link/certificate.pem"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("link"))))
                .isEqualTo("rwx------");
    }

    // [utest->req~people.sign-in-ends~1]
    @Test
    void keeps_its_certificate_and_changes_its_tokens_when_it_starts_anew() {
        var before = station.pass;
        station.close();
        station = new TestStation(data);

        assertThat(station.pass.certificate()).isEqualTo(before.certificate());
        assertThat(station.pass.screenToken()).isNotEqualTo(before.screenToken());
        assertThat(station.pass.toString()).doesNotContain(station.pass.screenToken());
    }

    // People.

    // [utest->req~answer.has-a-name~1]
    @Test
    void a_nurse_answers_in_her_own_name() {
        var nurse = StationGrpc.newBlockingStub(signedIn(Role.NURSE));

        var seq = Codec.reply(nurse.acknowledge(
                Codec.command(new Command.Acknowledge("command-1", URGENT, URGENT.raisedAt(), "Juice given"))));

        assertThat(station.eventsAfter(seq - 1, 1))
                .extracting(NumberedEvent::event)
                .containsExactly(new WardEvent.Refused("acknowledge by The nurse", "Juice given"));
    }

    @Test
    void the_same_command_again_is_answered_the_same() {
        var screen = screen();
        var command = Codec.command(new Command.PauseSound("command-1"));

        var first = Codec.reply(screen.pauseSound(command));
        var again = Codec.reply(screen.pauseSound(command));

        assertThat(again).isEqualTo(first).isEqualTo(station.newestSeq());
    }

    @Test
    void a_pause_bears_the_name_of_whoever_is_signed_in() {
        screen().pauseSound(Codec.command(new Command.PauseSound("command-1")));
        StationGrpc.newBlockingStub(signedIn(Role.DOCTOR))
                .pauseSound(Codec.command(new Command.PauseSound("command-2")));

        assertThat(station.eventsAfter(0, 10))
                .extracting(NumberedEvent::event)
                .filteredOn(WardEvent.SoundPaused.class::isInstance)
                .extracting(event -> ((WardEvent.SoundPaused) event).by())
                .containsExactly("Ward screen", "The doctor");
    }

    @Test
    void who_signs_out_may_nothing_more() {
        var nurse = StationGrpc.newBlockingStub(signedIn(Role.NURSE));

        nurse.signOut(Codec.command(new Command.SignOut("command-1")));

        refused(
                Status.Code.UNAUTHENTICATED,
                "Sign in again.",
                () -> nurse.acknowledge(
                        Codec.command(new Command.Acknowledge("command-2", URGENT, URGENT.raisedAt(), ""))));
        assertThat(station.eventsAfter(0, 10))
                .extracting(NumberedEvent::event)
                .containsExactly(
                        new WardEvent.SignedIn(TestStation.personOf(Role.NURSE)),
                        new WardEvent.SignedOut(TestStation.personOf(Role.NURSE)));
    }

    @Test
    void a_wrong_password_and_a_wrong_name_sound_the_same_and_soon_take_longer() {
        for (var attempt = 0; attempt < 3; attempt++) {
            refused(Status.Code.FAILED_PRECONDITION, "do not belong together", () -> signIn("nurse", "wrong"));
        }
        refused(Status.Code.RESOURCE_EXHAUSTED, "Wait 1 second", () -> signIn("nurse", TestStation.PASSWORD));
        refused(Status.Code.FAILED_PRECONDITION, "do not belong together", () -> signIn("nobody", "wrong"));

        signIn("doctor", TestStation.PASSWORD);
    }

    @Test
    void what_the_station_will_not_do_is_said_in_its_own_words() {
        var nurse = StationGrpc.newBlockingStub(signedIn(Role.NURSE));
        var command = Codec.command(new Command.Acknowledge("command-1", URGENT, URGENT.raisedAt(), ""));

        station.desksRefusal = Optional.of(new CannotBeDone("This alarm is over."));
        refused(Status.Code.FAILED_PRECONDITION, "This alarm is over.", () -> nurse.acknowledge(command));

        station.desksRefusal = Optional.of(new StoreUnavailable("The disk is full."));
        refused(Status.Code.ABORTED, "The disk is full.", () -> nurse.acknowledge(command));

        station.desksRefusal = Optional.of(new IllegalStateException("at io.vigil.Secret(Secret.java:7)"));
        refused(Status.Code.INTERNAL, "The station made a mistake", () -> nurse.acknowledge(command));
    }

    @Test
    void words_that_cannot_be_taken_are_sent_back() {
        var screen = screen();
        var nameless = ReadingsRequest.newBuilder().setPatient("Osei, Margaret").build();

        refused(
                Status.Code.INVALID_ARGUMENT,
                "an id of its own",
                () -> screen.pauseSound(Codec.command(new Command.PauseSound(""))));
        refused(
                Status.Code.INVALID_ARGUMENT,
                "no patient's id",
                () -> screen.readings(nameless).forEachRemaining(_ -> {}));
    }

    // What is told.

    @Test
    void a_listener_hears_the_station_as_it_is_and_then_what_changes() {
        station.live.remember(OSEI, List.of(measured(-5, 101)));
        station.happens(new WardEvent.PatientAdmitted(MARGARET));
        var listener = listen(0);

        var snapshot = (Telling.Snapshot) listener.next();
        station.live.taken(OSEI, measured(0, 91));
        station.live.taken(OSEI, measured(0, 91));
        station.live.alarms(List.of(open(URGENT)), SoundPause.NONE, List.of());
        station.happens(new WardEvent.Refused("a", "b"));

        assertThat(snapshot.seq()).isEqualTo(1);
        assertThat(snapshot.patients()).singleElement().satisfies(patient -> {
            assertThat(patient.patient()).isEqualTo(MARGARET);
            assertThat(patient.recent()).containsExactly(measured(-5, 101));
        });
        assertThat(List.of(listener.next(), listener.next(), listener.next()))
                .containsExactlyInAnyOrder(
                        new Telling.Taken(OSEI, measured(0, 91)),
                        new Telling.AlarmsNow(List.of(open(URGENT)), SoundPause.NONE, List.of()),
                        new Telling.Happened(new NumberedEvent(2, NIGHT, new WardEvent.Refused("a", "b"))));
    }

    // [utest->req~link.nothing-missed~1]
    @Test
    void a_listener_who_comes_back_hears_the_next_event_first_and_none_twice() {
        LongStream.rangeClosed(1, 10_000).forEach(n -> station.happens(new WardEvent.Refused("event", "" + n)));

        var listener = listen(3);
        var snapshot = (Telling.Snapshot) listener.next();
        var told = listener.events(9_997);
        station.happens(new WardEvent.Refused("event", "10001"));

        assertThat(snapshot.seq()).isEqualTo(10_000);
        assertThat(told).isEqualTo(LongStream.rangeClosed(4, 10_000).boxed().toList());
        assertThat(listener.events(1)).containsExactly(10_001L);
    }

    @Test
    void a_listener_who_has_seen_more_than_there_is_begins_with_what_comes() {
        station.happens(new WardEvent.Refused("event", "1"));

        var listener = listen(500);
        assertThat(((Telling.Snapshot) listener.next()).seq()).isEqualTo(1);
        station.happens(new WardEvent.Refused("event", "2"));

        assertThat(listener.events(1)).containsExactly(2L);
    }

    // [utest->req~alarm.never-waits~1]
    @Test
    void a_stalled_listener_slows_nobody_and_later_misses_nothing() {
        var stalled = listenWithoutTaking(0);
        var brisk = listen(0);
        assertThat(brisk.next()).isInstanceOf(Telling.Snapshot.class);
        stalled.take(1);
        assertThat(stalled.next()).isInstanceOf(Telling.Snapshot.class);

        LongStream.rangeClosed(1, 20_000)
                .forEach(n -> station.happens(new WardEvent.Refused("event " + n, "x".repeat(100))));
        assertThat(brisk.events(20_000))
                .isEqualTo(LongStream.rangeClosed(1, 20_000).boxed().toList());

        stalled.takeAll();
        assertThat(stalled.events(20_000))
                .isEqualTo(LongStream.rangeClosed(1, 20_000).boxed().toList());
    }

    @Test
    void a_stalled_listener_may_miss_readings_but_never_the_newest() {
        var stalled = listenWithoutTaking(0);
        stalled.take(1);
        assertThat(stalled.next()).isInstanceOf(Telling.Snapshot.class);

        var last = NIGHT.plusSeconds(120_000);
        for (var at = NIGHT; !at.isAfter(last); at = at.plusSeconds(1)) {
            station.live.taken(OSEI, new KeptReading(new Reading.Measured(at, Glucose.mgPerDl(100)), Origin.LIVE));
        }
        stalled.takeAll();

        var told = new ArrayList<Telling>();
        do {
            told.add(stalled.next());
        } while (!newestIn(told.getLast()).equals(last));
        assertThat(told).hasSizeLessThan(100_000).anyMatch(Telling.Snapshot.class::isInstance);
    }

    private static Instant newestIn(Telling telling) {
        return switch (telling) {
            case Telling.Snapshot snapshot ->
                snapshot.patients().getFirst().recent().getLast().reading().at();
            case Telling.Taken(var _, var reading) -> reading.reading().at();
            case Telling.AlarmsNow _, Telling.Tested _, Telling.Happened _ -> Instant.EPOCH;
        };
    }

    @Test
    void a_new_patient_is_told_with_a_new_snapshot() {
        var listener = listen(0);
        assertThat(listener.next()).isInstanceOf(Telling.Snapshot.class);

        var lind = new Patient(new PatientId("bed-08"), "Bed 08", "Lind, Per", LocalDate.of(1990, 12, 1), "", "");
        station.live.patient(lind, Optional.empty(), TestStation.LIMITS);

        assertThat(listener.nextSnapshot().patients()).hasSize(2);
    }

    @Test
    void both_ends_watch_each_other() {
        station.live.turned(new LiveStation.Health(false, "The disk is full", 3, 11, 12, ""));
        var beats = new LinkedBlockingQueue<AgentBeat>();
        var screens = StationGrpc.newStub(station.callerWith(station.pass.screenToken()))
                .watch(into(beats));

        var first = Codec.beat(taken(beats));
        screens.onNext(Codec.beat(new ScreenBeat("screen-1", Set.of(new DrawnAlarm(URGENT, NIGHT, true)), true)));
        station.live.turned(new LiveStation.Health(true, "", 80, 12, 12, ""));
        var second = Codec.beat(taken(beats));

        assertThat(first.storeWords()).isEqualTo("The disk is full");
        assertThat(first.speed()).isEqualTo(60);
        assertThat(second.storeSound()).isTrue();
        eventually(() -> station.screens.show(URGENT) && station.screens.canBeHeard());
        screens.onCompleted();
        eventually(() -> station.screens.watching().isEmpty());
    }

    @Test
    void the_past_is_handed_out_in_packs() {
        var source = new LinkedBlockingQueue<Receipt>();
        var deliveries = SourcesGrpc.newStub(station.callerWith(station.pass.sourceToken()))
                .deliver(into(source));
        deliveries.onNext(Codec.delivery(
                1, IntStream.range(0, 5_000).mapToObj(LinkServerTest::received).toList(), List.of()));
        assertThat(taken(source).getTaken()).isEqualTo(5_000);

        var packs = new ArrayList<Integer>();
        screen().readings(Codec.question(new Question.Readings(OSEI, NIGHT, NIGHT.plus(Duration.ofHours(75)))))
                .forEachRemaining(pack -> packs.add(Codec.pack(pack).size()));

        assertThat(packs).containsExactly(2_000, 2_000, 500);
    }

    // Sources.

    @Test
    void receipts_come_in_the_order_of_the_deliveries() {
        var receipts = new LinkedBlockingQueue<Receipt>();
        var deliveries = SourcesGrpc.newStub(station.callerWith(station.pass.sourceToken()))
                .deliver(into(receipts));

        for (var number = 1; number <= 300; number++) {
            deliveries.onNext(Codec.delivery(number, List.of(received(number)), List.of()));
        }
        deliveries.onCompleted();

        for (var number = 1; number <= 300; number++) {
            assertThat(taken(receipts).getNumber()).isEqualTo(number);
        }
        assertThat(station.readingCount()).isEqualTo(300);
    }

    // [utest->req~reading.durable-first~1]
    @Test
    void what_is_not_durable_gets_no_receipt() {
        station.desksRefusal = Optional.of(new StoreUnavailable("The disk is full."));
        var end = new CompletableFuture<Status>();
        var deliveries = SourcesGrpc.newStub(station.callerWith(station.pass.sourceToken()))
                .deliver(new StreamObserver<>() {
                    @Override
                    public void onNext(Receipt receipt) {
                        end.complete(Status.OK);
                    }

                    @Override
                    public void onError(Throwable error) {
                        end.complete(Status.fromThrowable(error));
                    }

                    @Override
                    public void onCompleted() {
                        end.complete(Status.OK);
                    }
                });
        deliveries.onNext(Codec.delivery(1, List.of(received(1)), List.of()));

        var heard = end.orTimeout(30, TimeUnit.SECONDS).join();

        assertThat(heard.getCode()).isEqualTo(Status.Code.ABORTED);
        assertThat(heard.getDescription()).isEqualTo("The disk is full.");
    }

    // The language of these tests.

    private StationGrpc.StationBlockingStub screen() {
        return StationGrpc.newBlockingStub(station.callerWith(station.pass.screenToken()));
    }

    private Channel signedIn(Role role) {
        return station.callerWith(signIn(TestStation.personOf(role).id(), TestStation.PASSWORD));
    }

    private String signIn(String person, String password) {
        return Codec.signedIn(screen().signIn(Codec.signIn(new Credentials(person, password))))
                .token();
    }

    private static void refused(Status.Code code, String sentence, Runnable call) {
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(call::run)
                .satisfies(refused -> {
                    assertThat(refused.getStatus().getCode()).isEqualTo(code);
                    assertThat(refused.getStatus().getDescription())
                            .contains(sentence)
                            .doesNotContain("io.vigil")
                            .doesNotContain("Exception");
                });
    }

    private static OpenAlarm open(AlarmId id) {
        return new OpenAlarm(
                id,
                new AlarmState.Open(
                        NIGHT,
                        NIGHT,
                        new Condition.Present(),
                        new Evidence.ByReading(measured(0, 51).reading()),
                        Answer.Nobody.yet(NIGHT)),
                54);
    }

    private static ReceivedReading received(int minute) {
        return new ReceivedReading(
                OSEI,
                new ReadingId("replay", "night-3", minute),
                measured(minute, 100).reading(),
                Origin.LIVE,
                0,
                NIGHT,
                Duration.ZERO);
    }

    private Listener listen(long afterSeq) {
        var listener = listenWithoutTaking(afterSeq);
        listener.takeAll();
        return listener;
    }

    private Listener listenWithoutTaking(long afterSeq) {
        var listener = new Listener();
        StationGrpc.newStub(station.callerWith(station.pass.screenToken()))
                .subscribe(Codec.subscribe(afterSeq), listener);
        return listener;
    }

    /** Takes what is told only as far as it wants to. */
    private static final class Listener implements ClientResponseObserver<SubscribeRequest, Told> {

        private final BlockingQueue<Telling> told = new LinkedBlockingQueue<>();
        private final CompletableFuture<ClientCallStreamObserver<SubscribeRequest>> call = new CompletableFuture<>();
        private volatile boolean takesAll;

        void take(int messages) {
            call.join().request(messages);
        }

        void takeAll() {
            takesAll = true;
            take(1);
        }

        Telling next() {
            return taken(told);
        }

        Telling.Snapshot nextSnapshot() {
            for (var telling = next(); ; telling = next()) {
                if (telling instanceof Telling.Snapshot snapshot) {
                    return snapshot;
                }
            }
        }

        List<Long> events(int count) {
            var events = new ArrayList<Long>();
            while (events.size() < count) {
                if (next() instanceof Telling.Happened(var event)) {
                    events.add(event.seq());
                }
            }
            return events;
        }

        @Override
        public void beforeStart(ClientCallStreamObserver<SubscribeRequest> requests) {
            requests.disableAutoRequestWithInitial(0);
            call.complete(requests);
        }

        @Override
        public void onNext(Told message) {
            told.add(Codec.told(message));
            if (takesAll) {
                take(1);
            }
        }

        @Override
        public void onError(Throwable error) {}

        @Override
        public void onCompleted() {}
    }

    private static <T> StreamObserver<T> into(BlockingQueue<T> queue) {
        return new StreamObserver<>() {
            @Override
            public void onNext(T message) {
                queue.add(message);
            }

            @Override
            public void onError(Throwable error) {}

            @Override
            public void onCompleted() {}
        };
    }

    private static <T> T taken(BlockingQueue<T> queue) {
        try {
            return Optional.ofNullable(queue.poll(30, TimeUnit.SECONDS))
                    .orElseThrow(() -> new AssertionError("Nothing was told for half a minute"));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void eventually(BooleanSupplier holds) {
        var until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("It did not come about in half a minute")
                    .isLessThan(until);
            Thread.onSpinWait();
        }
    }
}
