package io.vigil.agent.serving;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.TlsChannelCredentials;
import io.grpc.stub.MetadataUtils;
import io.vigil.alarm.AlarmId;
import io.vigil.contract.Command;
import io.vigil.contract.ScreenBeat;
import io.vigil.contract.StationFacts;
import io.vigil.contract.StationPass;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.KeptReading;
import io.vigil.glucose.Origin;
import io.vigil.glucose.Reading;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent;
import io.vigil.policy.Limits;
import io.vigil.policy.PolicyBook;
import io.vigil.policy.PolicyHours;
import io.vigil.policy.PolicySheet;
import io.vigil.policy.PolicyText;
import io.vigil.policy.PolicyWish;
import io.vigil.ward.Patient;
import io.vigil.ward.PatientId;
import io.vigil.ward.Person;
import io.vigil.ward.Receipt;
import io.vigil.ward.ReceivedReading;
import io.vigil.ward.Role;
import io.vigil.ward.SensorReport;
import io.vigil.ward.Subject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A real server on a real socket, over a station that keeps its facts in memory. */
final class TestStation implements StationDesk, PolicyDesk, Chronicle, People, AutoCloseable {

    static final Instant NIGHT = Instant.parse("2026-03-29T02:00:00Z");
    static final PatientId OSEI = new PatientId("bed-07");
    static final Patient MARGARET =
            new Patient(OSEI, "Bed 07", "Osei, Margaret", LocalDate.of(1958, 3, 14), "4711", "");
    static final Limits LIMITS = new Limits(
            Glucose.mgPerDl(54),
            Glucose.mgPerDl(70),
            Glucose.mgPerDl(250),
            Duration.ofMinutes(20),
            "Ward preset",
            NIGHT);
    static final String PASSWORD = "correct horse";

    /** One of each role, all with the same password: hashing is slow on purpose. */
    private static final String HASH = Passwords.hash(PASSWORD);

    private final PolicyBook policies = PolicyBook.begun(ZoneId.of("Europe/Berlin"), NIGHT, PolicyText.read(Map.of()));
    private final List<NumberedEvent> events = new ArrayList<>();
    private final List<ReceivedReading> readings = new ArrayList<>();
    final List<SensorReport> reports = new CopyOnWriteArrayList<>();
    final List<ScreenBeat> seen = new CopyOnWriteArrayList<>();
    private final Map<String, Long> commands = new ConcurrentHashMap<>();
    private final List<ManagedChannel> channels = new ArrayList<>();

    final Screens screens = new Screens();
    final LiveStation live;
    final LinkServer server;
    final StationPass pass;
    volatile Optional<RuntimeException> desksRefusal = Optional.empty();

    TestStation(Path data) {
        this(data, List.of());
    }

    /** With what was kept before it started. */
    TestStation(Path data, List<NumberedEvent> kept) {
        events.addAll(kept);
        live = new LiveStation(
                new StationFacts("st-01", "Ward 4B", "Station 2", ZoneId.of("Europe/Berlin"), "1.0.0"),
                () -> NIGHT,
                () -> 60,
                this);
        live.patient(MARGARET, Optional.empty(), LIMITS);
        server = LinkServer.start(data, 0, () -> NIGHT, new LinkServer.Parts(live, this, this, this, this, screens));
        try {
            pass = StationPass.read(StationPass.in(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Person personOf(Role role) {
        var id = role.name().toLowerCase(Locale.ROOT);
        return new Person(id, "The " + id, role);
    }

    static KeptReading measured(int minute, int mgPerDl) {
        return new KeptReading(
                new Reading.Measured(NIGHT.plus(Duration.ofMinutes(minute)), Glucose.mgPerDl(mgPerDl)), Origin.LIVE);
    }

    /** A channel that trusts the station's certificate and says that token. */
    Channel callerWith(String token) {
        var headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
        return ClientInterceptors.intercept(
                callerTrusting(pass.certificate()), MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    Channel callerTrusting(X509Certificate certificate) {
        try {
            var pem = "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
            var channel = Grpc.newChannelBuilderForAddress(
                            "127.0.0.1",
                            pass.port(),
                            TlsChannelCredentials.newBuilder()
                                    .trustManager(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                                    .build())
                    .disableRetry()
                    .build();
            channels.add(channel);
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Durable, then told: as the cycle does it. */
    synchronized long happens(WardEvent event) {
        var numbered = new NumberedEvent(events.size() + 1, NIGHT, event);
        events.add(numbered);
        live.happened(numbered);
        return numbered.seq();
    }

    @Override
    public CompletableFuture<Long> acknowledge(
            String commandId, AlarmId alarm, Instant announcedAt, Person by, String reason) {
        return act(() -> commands.computeIfAbsent(
                commandId, _ -> happens(new WardEvent.Refused("acknowledge by " + by.name(), reason))));
    }

    @Override
    public CompletableFuture<Long> changePolicy(
            String commandId, Subject subject, List<PolicyWish> wishes, Person by, String reason) {
        return act(() -> commands.computeIfAbsent(
                commandId,
                _ -> happens(new WardEvent.PolicyChanged(policies.propose(subject, wishes, by, reason, NIGHT)))));
    }

    @Override
    public CompletableFuture<Long> undoPolicyChange(String commandId, long change, Person by, String reason) {
        return CompletableFuture.failedFuture(new CannotBeDone("There is no change of settings " + change + "."));
    }

    @Override
    public CompletableFuture<PolicySheet> policy(Subject subject) {
        return CompletableFuture.completedFuture(policies.sheet(subject, NIGHT));
    }

    @Override
    public CompletableFuture<List<PolicyHours>> presentAndImagined(PatientId patient, List<PolicyWish> wishes) {
        return CompletableFuture.completedFuture(List.of(
                policies.hours(patient),
                policies.imagined(patient, wishes, NIGHT).hours(patient)));
    }

    @Override
    public CompletableFuture<Long> pauseSound(String commandId, String by) {
        return act(() -> commands.computeIfAbsent(
                commandId, _ -> happens(new WardEvent.SoundPaused(NIGHT.plusSeconds(120), by))));
    }

    @Override
    public CompletableFuture<Long> shelve(Command.Shelve command, Person by) {
        return act(() -> commands.computeIfAbsent(
                command.id(), _ -> happens(new WardEvent.Refused("shelve by " + by.name(), command.reason()))));
    }

    @Override
    public CompletableFuture<Long> unshelve(Command.Unshelve command, Person by) {
        return act(() -> commands.computeIfAbsent(
                command.id(), _ -> happens(new WardEvent.Refused("unshelve by " + by.name(), command.reason()))));
    }

    @Override
    public CompletableFuture<Long> beginSelfTest(String commandId, String by) {
        return act(() -> commands.computeIfAbsent(commandId, _ -> happens(new WardEvent.Refused("self-test", by))));
    }

    @Override
    public CompletableFuture<Long> confirmSelfTest(Command.ConfirmSelfTest command) {
        return act(() -> commands.computeIfAbsent(
                command.id(), _ -> happens(new WardEvent.Refused("self-test seen", command.screen()))));
    }

    @Override
    public void seen(ScreenBeat beat) {
        seen.add(beat);
    }

    @Override
    public CompletableFuture<Long> note(WardEvent event) {
        return act(() -> happens(event));
    }

    @Override
    public synchronized CompletableFuture<Receipt> deliver(
            List<ReceivedReading> delivered, List<SensorReport> reported) {
        if (desksRefusal.isPresent()) {
            return CompletableFuture.failedFuture(desksRefusal.get());
        }
        readings.addAll(delivered);
        reports.addAll(reported);
        return CompletableFuture.completedFuture(new Receipt(delivered.size(), 0, List.of()));
    }

    private CompletableFuture<Long> act(Supplier<Long> act) {
        return desksRefusal
                .<CompletableFuture<Long>>map(CompletableFuture::failedFuture)
                .orElseGet(() -> CompletableFuture.completedFuture(act.get()));
    }

    @Override
    public synchronized List<KeptReading> readings(PatientId patient, Instant from, Instant to) {
        return readings.stream()
                .filter(reading -> reading.patient().equals(patient))
                .map(reading -> new KeptReading(reading.reading(), reading.origin()))
                .filter(reading -> !reading.reading().at().isBefore(from)
                        && reading.reading().at().isBefore(to))
                .toList();
    }

    @Override
    public synchronized List<NumberedEvent> events(Subject subject, Instant from, Instant to) {
        return events.stream()
                .filter(event -> event.event().subject().equals(subject))
                .toList();
    }

    @Override
    public synchronized List<NumberedEvent> events(Instant from, Instant to) {
        return List.copyOf(events);
    }

    @Override
    public synchronized List<NumberedEvent> eventsAfter(long seq, int atMost) {
        return List.copyOf(events.subList((int) seq, (int) Math.min(events.size(), seq + atMost)));
    }

    @Override
    public synchronized long newestSeq() {
        return events.size();
    }

    @Override
    public synchronized long readingCount() {
        return readings.size();
    }

    @Override
    public long freeInBytes() {
        return 5_000_000_000L;
    }

    @Override
    public long sizeInBytes() {
        return 0;
    }

    @Override
    public Optional<Credential> find(String id) {
        for (var role : Role.values()) {
            if (personOf(role).id().equals(id)) {
                return Optional.of(new Credential(personOf(role), HASH));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        channels.forEach(ManagedChannel::shutdownNow);
        server.close();
    }
}
