package io.vigil.agent;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.TlsChannelCredentials;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.DrawnAlarm;
import io.vigil.alarm.SelfTest;
import io.vigil.contract.AgentBeat;
import io.vigil.contract.Codec;
import io.vigil.contract.Command;
import io.vigil.contract.Credentials;
import io.vigil.contract.Imagined;
import io.vigil.contract.Question;
import io.vigil.contract.ScreenBeat;
import io.vigil.contract.StationPass;
import io.vigil.contract.Telling;
import io.vigil.contract.Telling.AlarmsNow;
import io.vigil.contract.v1.StationGrpc;
import io.vigil.contract.v1.Told;
import io.vigil.journal.NumberedEvent;
import io.vigil.policy.Limits;
import io.vigil.policy.PolicySheet;
import io.vigil.policy.PolicyWish;
import io.vigil.policy.WhatIf;
import io.vigil.ward.PatientId;
import io.vigil.ward.Subject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A screen before a running station, as the wire sees it: it hears all that is told, and somebody may sign in at it. */
final class WireScreen implements AutoCloseable {

    private static final int GENEROUS_SECONDS = 30;

    private final ManagedChannel channel;
    private final StationPass pass;
    private final BlockingQueue<Telling> told = new LinkedBlockingQueue<>();
    private final List<Telling> heard = new ArrayList<>();
    private String person;
    private final String name = UUID.randomUUID().toString();
    private final BlockingQueue<AgentBeat> beats = new LinkedBlockingQueue<>();

    private WireScreen(ManagedChannel channel, StationPass pass) {
        this.channel = channel;
        this.pass = pass;
        this.person = pass.screenToken();
    }

    /** Begins to listen to the station of that folder. */
    static WireScreen before(Path data) {
        try {
            var pass = StationPass.read(StationPass.in(data));
            var channel = Grpc.newChannelBuilderForAddress(
                            "127.0.0.1",
                            pass.port(),
                            TlsChannelCredentials.newBuilder()
                                    .trustManager(certificate(pass))
                                    .build())
                    .build();
            var screen = new WireScreen(channel, pass);
            StationGrpc.newStub(screen.as(pass.screenToken())).subscribe(Codec.subscribe(0), screen.ear());
            return screen;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the open alarms are told as they are looked for. */
    AlarmsNow alarms(String what, Predicate<AlarmsNow> areSo) {
        for (var telling = next(what); ; telling = next(what)) {
            var now = alarmsIn(telling);
            if (now.stream().anyMatch(areSo)) {
                return now.getFirst();
            }
        }
    }

    /** Waits until an event is told. */
    NumberedEvent event(String what, Predicate<NumberedEvent> isIt) {
        for (var telling = next(what); ; telling = next(what)) {
            if (telling instanceof Telling.Happened(var event) && isIt.test(event)) {
                return event;
            }
        }
    }

    /** All that was heard so far. */
    List<Telling> heard() {
        told.drainTo(heard);
        return List.copyOf(heard);
    }

    void signIn(String id, String password) {
        person = Codec.signedIn(StationGrpc.newBlockingStub(as(pass.screenToken()))
                        .signIn(Codec.signIn(new Credentials(id, password))))
                .token();
    }

    /** The number of the event. */
    long acknowledge(AlarmId alarm, String reason) {
        return acknowledge(UUID.randomUUID().toString(), alarm, reason);
    }

    long acknowledge(String commandId, AlarmId alarm, String reason) {
        return Codec.reply(StationGrpc.newBlockingStub(as(person))
                .acknowledge(Codec.command(new Command.Acknowledge(commandId, alarm, announcedAt(alarm), reason))));
    }

    /** As it was told last; whoever saw nothing of it goes by when it was raised. */
    private Instant announcedAt(AlarmId alarm) {
        return heard().stream()
                .flatMap(telling -> alarmsIn(telling).stream())
                .flatMap(now -> now.open().stream())
                .filter(open -> open.id().equals(alarm))
                .map(open -> open.state().announcedAt())
                .reduce(alarm.raisedAt(), (_, newer) -> newer);
    }

    long pauseSound() {
        return Codec.reply(StationGrpc.newBlockingStub(as(person))
                .pauseSound(
                        Codec.command(new Command.PauseSound(UUID.randomUUID().toString()))));
    }

    /** Watches from now on, and shows so much, each second until it says otherwise. */
    Watching watches(boolean hasSound) {
        return new Watching(hasSound);
    }

    /** Waits for a test of the alarms' way. */
    SelfTest test() {
        for (var telling = next("a test of the alarms"); ; telling = next("a test of the alarms")) {
            if (telling instanceof Telling.Tested(var test)) {
                return test;
            }
        }
    }

    long asksForATest() {
        return Codec.reply(StationGrpc.newBlockingStub(as(person))
                .beginSelfTest(Codec.command(
                        new Command.BeginSelfTest(UUID.randomUUID().toString()))));
    }

    long confirms(SelfTest test, boolean heard) {
        return Codec.reply(StationGrpc.newBlockingStub(as(pass.screenToken()))
                .confirmSelfTest(Codec.command(
                        new Command.ConfirmSelfTest(UUID.randomUUID().toString(), test.id(), name, heard))));
    }

    long shelve(String commandId, Subject subject, AlarmKind kind, Instant until, String reason) {
        return Codec.reply(StationGrpc.newBlockingStub(as(person))
                .shelve(Codec.command(new Command.Shelve(commandId, subject, kind, until, reason))));
    }

    long unshelve(String commandId, Subject subject, AlarmKind kind, String reason) {
        return Codec.reply(StationGrpc.newBlockingStub(as(person))
                .unshelve(Codec.command(new Command.Unshelve(commandId, subject, kind, reason))));
    }

    /** By then the station has heard this screen too: it beats more often than the station does. */
    void waitsForBeats(int count) {
        try {
            for (var beat = 0; beat < count; beat++) {
                if (beats.poll(GENEROUS_SECONDS, TimeUnit.SECONDS) == null) {
                    throw new AssertionError("The station does not beat");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    String name() {
        return name;
    }

    /** One end of the watch: says each second what is drawn. */
    final class Watching implements AutoCloseable {

        private final boolean hasSound;
        private final StreamObserver<io.vigil.contract.v1.ScreenBeat> out;
        private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();
        private volatile Set<DrawnAlarm> drawn = Set.of();

        private Watching(boolean hasSound) {
            this.hasSound = hasSound;
            this.out = StationGrpc.newStub(as(pass.screenToken())).watch(into(beats));
            var _ = heart.scheduleAtFixedRate(this::beat, 0, 500, TimeUnit.MILLISECONDS);
        }

        void draws(DrawnAlarm... alarms) {
            drawn = Set.of(alarms);
        }

        private synchronized void beat() {
            out.onNext(Codec.beat(new ScreenBeat(name, drawn, hasSound)));
        }

        @Override
        public void close() {
            heart.shutdownNow();
            synchronized (this) {
                out.onCompleted();
            }
        }
    }

    private static StreamObserver<io.vigil.contract.v1.AgentBeat> into(BlockingQueue<AgentBeat> beats) {
        return new StreamObserver<>() {
            @Override
            public void onNext(io.vigil.contract.v1.AgentBeat beat) {
                beats.add(Codec.beat(beat));
            }

            @Override
            public void onError(Throwable error) {} // the station was closed

            @Override
            public void onCompleted() {}
        };
    }

    /** The number of the change. */
    long changePolicy(String commandId, Subject subject, String reason, PolicyWish... wishes) {
        return Codec.reply(StationGrpc.newBlockingStub(as(person))
                .changePolicy(Codec.command(new Command.ChangePolicy(commandId, subject, List.of(wishes), reason))));
    }

    long undoPolicyChange(long change, String reason) {
        return Codec.reply(StationGrpc.newBlockingStub(as(person))
                .undoPolicyChange(Codec.command(
                        new Command.UndoPolicyChange(UUID.randomUUID().toString(), change, reason))));
    }

    PolicySheet policy(Subject subject) {
        return Codec.policy(StationGrpc.newBlockingStub(as(pass.screenToken())).policy(Codec.policy(subject)));
    }

    WhatIf whatIf(PatientId patient, PolicyWish... wishes) {
        return Codec.whatIf(StationGrpc.newBlockingStub(as(pass.screenToken()))
                .whatIf(Codec.imagined(new Imagined(patient, List.of(wishes)))));
    }

    /** Waits until a patient's limits are told as they are looked for. */
    Limits limits(String what, Predicate<Limits> areSo) {
        for (var telling = next(what); ; telling = next(what)) {
            if (telling instanceof Telling.Snapshot snapshot) {
                for (var patient : snapshot.patients()) {
                    if (areSo.test(patient.limits())) {
                        return patient.limits();
                    }
                }
            }
        }
    }

    List<NumberedEvent> events(Subject subject, Instant from, Instant to) {
        return Codec.events(StationGrpc.newBlockingStub(as(pass.screenToken()))
                .events(Codec.question(new Question.Events(subject, from, to))));
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    private Telling next(String what) {
        try {
            var telling = told.poll(GENEROUS_SECONDS, TimeUnit.SECONDS);
            if (telling == null) {
                throw new AssertionError("Waited in vain for " + what + ". Heard " + heard);
            }
            heard.add(telling);
            return telling;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static List<AlarmsNow> alarmsIn(Telling telling) {
        return switch (telling) {
            case Telling.Snapshot snapshot -> List.of(snapshot.alarms());
            case AlarmsNow now -> List.of(now);
            case Telling.Taken _, Telling.Tested _, Telling.Happened _ -> List.of();
        };
    }

    private Channel as(String token) {
        var headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
        return ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    private StreamObserver<Told> ear() {
        return new StreamObserver<>() {
            @Override
            public void onNext(Told message) {
                told.add(Codec.told(message));
            }

            @Override
            public void onError(Throwable error) {} // the station was closed; who still waits is told so

            @Override
            public void onCompleted() {}
        };
    }

    private static ByteArrayInputStream certificate(StationPass pass) {
        try {
            var pem = "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(pass.certificate().getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
            return new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
