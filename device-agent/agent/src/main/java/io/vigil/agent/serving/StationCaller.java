package io.vigil.agent.serving;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.MetadataUtils;
import io.vigil.contract.Codec;
import io.vigil.contract.StationPass;
import io.vigil.contract.StationStatus;
import io.vigil.contract.v1.Delivery;
import io.vigil.contract.v1.SourcesGrpc;
import io.vigil.contract.v1.StationGrpc;
import io.vigil.contract.v1.StatusRequest;
import io.vigil.ward.Receipt;
import io.vigil.ward.ReceivedReading;
import io.vigil.ward.SensorReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Calls a running agent from another program of this machine: for the status command, and for what delivers readings. */
public final class StationCaller implements AutoCloseable {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final int PATIENCE_SECONDS = 5;

    private final ManagedChannel channel;
    private final StationPass pass;

    private StationCaller(ManagedChannel channel, StationPass pass) {
        this.channel = channel;
        this.pass = pass;
    }

    /** Throws {@link ServingFailed} with a sentence where no agent has been started. */
    public static StationCaller of(Path data) {
        try {
            var pass = StationPass.read(StationPass.in(data));
            var credentials = TlsChannelCredentials.newBuilder()
                    .trustManager(trustingOnly(pass))
                    .build();
            return new StationCaller(
                    Grpc.newChannelBuilderForAddress("127.0.0.1", pass.port(), credentials)
                            .build(),
                    pass);
        } catch (IOException e) {
            throw new ServingFailed(e.getMessage() + " Name the agent's folder with --data.", e);
        }
    }

    /** What the agent says of itself. */
    public StationStatus status() {
        try {
            return Codec.status(ClientCalls.blockingUnaryCall(
                    as(pass.screenToken()),
                    StationGrpc.getStatusMethod(),
                    CallOptions.DEFAULT.withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS),
                    StatusRequest.getDefaultInstance()));
        } catch (StatusRuntimeException e) {
            throw new ServingFailed(
                    "No agent answers on 127.0.0.1:" + pass.port() + " ("
                            + e.getStatus().getCode() + "). Start it, then ask again.",
                    e);
        }
    }

    /** Opens the door for sources. */
    public Deliveries deliver() {
        return new Deliveries(as(pass.sourceToken()));
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    private Channel as(String token) {
        var headers = new Metadata();
        headers.put(AUTHORIZATION, "Bearer " + token);
        return ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    private static TrustManager[] trustingOnly(StationPass pass) throws IOException {
        try {
            var trusted = java.security.KeyStore.getInstance(java.security.KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry("station", pass.certificate());
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            return factory.getTrustManagers();
        } catch (java.security.GeneralSecurityException e) {
            throw new IOException("The station's certificate cannot be trusted.", e);
        }
    }

    /** A stream of deliveries; each is answered by a receipt, in the same order. May be used by many threads. */
    public static final class Deliveries implements AutoCloseable {

        private final AtomicLong numbers = new AtomicLong();
        private final Map<Long, CompletableFuture<Receipt>> waiting = new ConcurrentHashMap<>();
        private final ClientCallStreamObserver<Delivery> out;

        private Deliveries(Channel channel) {
            var call = channel.newCall(SourcesGrpc.getDeliverMethod(), CallOptions.DEFAULT);
            out = (ClientCallStreamObserver<Delivery>) ClientCalls.asyncBidiStreamingCall(call, new Receipts(waiting));
        }

        /** The receipt comes when the readings are durable. */
        public CompletableFuture<Receipt> give(List<ReceivedReading> readings) {
            return give(readings, List.of());
        }

        /** The receipt comes when readings and reports are durable. */
        public CompletableFuture<Receipt> give(List<ReceivedReading> readings, List<SensorReport> reports) {
            var receipt = new CompletableFuture<Receipt>();
            synchronized (out) {
                var number = numbers.incrementAndGet();
                waiting.put(number, receipt);
                out.onNext(Codec.delivery(number, readings, reports));
            }
            return receipt;
        }

        @Override
        public void close() {
            synchronized (out) {
                out.onCompleted();
            }
        }
    }

    private record Receipts(Map<Long, CompletableFuture<Receipt>> waiting)
            implements ClientResponseObserver<Delivery, io.vigil.contract.v1.Receipt> {

        @Override
        public void beforeStart(ClientCallStreamObserver<Delivery> stream) {
            stream.disableAutoRequestWithInitial(Integer.MAX_VALUE);
        }

        @Override
        public void onNext(io.vigil.contract.v1.Receipt receipt) {
            var receiver = waiting.remove(receipt.getNumber());
            if (receiver != null) {
                receiver.complete(Codec.receipt(receipt));
            }
        }

        @Override
        public void onError(Throwable failure) {
            waiting.values().forEach(receiver -> receiver.completeExceptionally(failure));
        }

        @Override
        public void onCompleted() {
            onError(new IOException("The agent closed the door."));
        }
    }
}
