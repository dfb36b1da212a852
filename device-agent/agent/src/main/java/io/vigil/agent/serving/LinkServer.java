package io.vigil.agent.serving;

import io.grpc.Server;
import io.grpc.TlsServerCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.vigil.contract.StationPass;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The local link's server: gRPC over TLS on 127.0.0.1 and nowhere else, on virtual threads. */
public final class LinkServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LinkServer.class);

    /** A delivery of 10,000 readings comes to less than 1 MB. */
    private static final int LARGEST_MESSAGE = 4 << 20;

    private static final int LARGEST_HEADERS = 8 << 10;

    private final Server server;
    private final Reception reception;
    private final Beats beats;
    private final ExecutorService executor;

    private LinkServer(Server server, Reception reception, Beats beats, ExecutorService executor) {
        this.server = server;
        this.reception = reception;
        this.beats = beats;
        this.executor = executor;
    }

    /** What the link stands between. */
    public record Parts(
            LiveStation live,
            StationDesk desk,
            PolicyDesk policies,
            Chronicle chronicle,
            People people,
            Screens screens) {}

    /**
     * Opens the link, and then writes the pass that tells programs of this machine how to call.
     *
     * @param data the agent's folder; certificate and pass lie in its folder {@code link}
     * @param port 0: whichever is free
     * @param clock the station's told clock
     */
    public static LinkServer start(Path data, int port, InstantSource clock, Parts parts) {
        var pass = StationPass.in(data);
        var certificate = StationCertificate.in(data.resolve("link"));
        var screenToken = TokenHash.newToken();
        var sourceToken = TokenHash.newToken();
        var tokens = new Tokens(screenToken, sourceToken, System::nanoTime);
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        var reception = new Reception(parts.people(), parts.desk(), tokens, new Patience(System::nanoTime));
        var beats = new Beats(parts.live());
        var courtesy = new Courtesy(() -> !parts.screens().watching().isEmpty());
        try {
            // Netty by name: the builder that leaves the transport open listens on every address of the machine.
            // [impl->req~link.loopback-only~1]
            var server = NettyServerBuilder.forAddress(
                            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port),
                            TlsServerCredentials.create(certificate.certificateStream(), certificate.keyStream()))
                    .executor(executor)
                    .maxInboundMessageSize(LARGEST_MESSAGE)
                    .maxInboundMetadataSize(LARGEST_HEADERS)
                    .intercept(new Door(tokens))
                    .addService(new StationDoor(
                            parts.live(),
                            parts.desk(),
                            parts.policies(),
                            new PolicyQuestions(parts.policies(), parts.chronicle(), clock, executor),
                            parts.chronicle(),
                            reception,
                            parts.screens(),
                            beats,
                            executor))
                    .addService(new SourcesDoor(parts.desk(), clock, courtesy, executor))
                    .build()
                    .start();
            var link = new LinkServer(server, reception, beats, executor);
            new StationPass(server.getPort(), certificate.certificate(), screenToken, sourceToken).write(pass);
            LOG.info("The local link is open port={}", server.getPort());
            return link;
        } catch (IOException e) {
            throw new ServingFailed(
                    "The local link cannot be opened on 127.0.0.1:" + port + ": " + e.getMessage()
                            + ". Choose another port, or see who may write to " + data + ".",
                    e);
        }
    }

    public int port() {
        return server.getPort();
    }

    /** Whoever listens is told that the station closes. */
    @Override
    public void close() {
        server.shutdownNow();
        try {
            server.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        reception.close();
        beats.close();
        executor.shutdownNow();
    }
}
