package io.vigil.app.agentlink;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.TlsChannelCredentials;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import io.vigil.contract.AgentBeat;
import io.vigil.contract.BadRequest;
import io.vigil.contract.Codec;
import io.vigil.contract.ScreenBeat;
import io.vigil.contract.StationPass;
import io.vigil.contract.Telling;
import io.vigil.contract.v1.StationGrpc;
import io.vigil.contract.v1.SubscribeRequest;
import io.vigil.contract.v1.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connection to the agent, from its opening to its end. All it hears, it tells on the one executor it was given. */
final class StationWire implements AutoCloseable {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    /** A ward of 300 with a reading a minute comes to about 2 MB. */
    private static final int LARGEST_MESSAGE = 16 << 20;

    /** What a connection hears. After {@code broken} it hears nothing more. */
    interface Ear {
        void told(Telling telling);

        void beat(AgentBeat beat);

        void broken(Status why);
    }

    private final ManagedChannel channel;
    private final String screenToken;
    private final Ear ear;
    private @Nullable ClientCallStreamObserver<io.vigil.contract.v1.ScreenBeat> beats;
    private boolean ended;

    private StationWire(ManagedChannel channel, String screenToken, Ear ear) {
        this.channel = channel;
        this.screenToken = screenToken;
        this.ear = ear;
    }

    /** For the executor's one thread, as all of its methods are. */
    static StationWire open(StationPass pass, Executor executor, Ear ear) {
        var credentials = TlsChannelCredentials.newBuilder()
                .trustManager(new PinnedCertificate(pass.certificate()))
                .build();
        var channel = Grpc.newChannelBuilderForAddress("127.0.0.1", pass.port(), credentials)
                .executor(executor)
                .maxInboundMessageSize(LARGEST_MESSAGE)
                .disableRetry() // what is repeated, and for how long, is decided by the link
                .build();
        return new StationWire(channel, pass.screenToken(), ear);
    }

    /** Asks for all that happens after that number, and for the agent's beats. */
    void listen(long afterSeq) {
        ClientCalls.asyncServerStreamingCall(
                as(screenToken).newCall(StationGrpc.getSubscribeMethod(), CallOptions.DEFAULT),
                Codec.subscribe(afterSeq),
                new Hearing<SubscribeRequest, Told>(told -> ear.told(Codec.told(told))));
        var hearing = new Hearing<io.vigil.contract.v1.ScreenBeat, io.vigil.contract.v1.AgentBeat>(
                beat -> ear.beat(Codec.beat(beat)));
        StationGrpc.newStub(as(screenToken)).watch(hearing);
        beats = hearing.asking;
    }

    /** Left out when the last one is still on its way: an old beat says nothing. */
    void beat(ScreenBeat beat) {
        if (!ended && beats != null && beats.isReady()) {
            beats.onNext(Codec.beat(beat));
        }
    }

    /** As this screen. */
    <Q, A> CompletableFuture<A> ask(MethodDescriptor<Q, A> method, Q question, long nanos) {
        return ask(method, question, screenToken, nanos);
    }

    /** As whom the token speaks for. */
    <Q, A> CompletableFuture<A> ask(MethodDescriptor<Q, A> method, Q question, String token, long nanos) {
        return askAll(method, question, token, nanos).thenApply(List::getFirst);
    }

    /** All that is answered, in order. */
    <Q, A> CompletableFuture<List<A>> askAll(MethodDescriptor<Q, A> method, Q question, long nanos) {
        return askAll(method, question, screenToken, nanos);
    }

    private <Q, A> CompletableFuture<List<A>> askAll(
            MethodDescriptor<Q, A> method, Q question, String token, long nanos) {
        var answered = new CompletableFuture<List<A>>();
        var answers = new ArrayList<A>();
        ClientCalls.asyncServerStreamingCall(
                as(token).newCall(method, CallOptions.DEFAULT.withDeadlineAfter(nanos, TimeUnit.NANOSECONDS)),
                question,
                new StreamObserver<A>() {
                    @Override
                    public void onNext(A answer) {
                        answers.add(answer);
                    }

                    @Override
                    public void onError(Throwable error) {
                        answered.completeExceptionally(error);
                    }

                    @Override
                    public void onCompleted() {
                        answered.complete(answers);
                    }
                });
        return answered;
    }

    private Channel as(String token) {
        var headers = new Metadata();
        headers.put(AUTHORIZATION, "Bearer " + token);
        return ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    @Override
    public void close() {
        ended = true;
        channel.shutdownNow();
    }

    private void end(Status why) {
        if (!ended) {
            close();
            ear.broken(why);
        }
    }

    /** Hears one stream. When it ends, for whatever reason, the whole connection does. */
    private final class Hearing<Q, A> implements ClientResponseObserver<Q, A> {

        private final Consumer<A> tell;
        private @Nullable ClientCallStreamObserver<Q> asking;

        private Hearing(Consumer<A> tell) {
            this.tell = tell;
        }

        @Override
        public void beforeStart(ClientCallStreamObserver<Q> requests) {
            asking = requests;
        }

        @Override
        public void onNext(A message) {
            if (ended) {
                return;
            }
            try {
                tell.accept(message);
            } catch (BadRequest unknown) {
                end(Status.UNIMPLEMENTED.withDescription(unknown.getMessage()));
            }
        }

        @Override
        public void onError(Throwable error) {
            end(Status.fromThrowable(error));
        }

        @Override
        public void onCompleted() {
            end(Status.UNAVAILABLE.withDescription("The agent ended the conversation"));
        }
    }
}
