package io.vigil.agent.serving;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.vigil.contract.Codec;
import io.vigil.contract.Delivered;
import io.vigil.contract.v1.Delivery;
import io.vigil.contract.v1.Receipt;
import io.vigil.contract.v1.SourcesGrpc;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The door of sources on this machine. Parses, calls, answers; decides nothing. */
final class SourcesDoor extends SourcesGrpc.SourcesImplBase {

    /** A source may have so many deliveries under way; it is asked for the next when one is durable. */
    private static final int UNDER_WAY = 64;

    private final StationDesk desk;
    private final InstantSource clock;
    private final Courtesy courtesy;
    private final ExecutorService executor;

    SourcesDoor(StationDesk desk, InstantSource clock, Courtesy courtesy, ExecutorService executor) {
        this.desk = desk;
        this.clock = clock;
        this.courtesy = courtesy;
        this.executor = executor;
    }

    @Override
    public StreamObserver<Delivery> deliver(StreamObserver<Receipt> caller) {
        var source = (ServerCallStreamObserver<Receipt>) caller;
        source.setOnCancelHandler(() -> {}); // so that a late receipt to one who has left is no error
        source.disableAutoRequest();
        source.request(UNDER_WAY);
        return new Deliveries(source);
    }

    /** One source's deliveries. Receipts go out one after the other, in the order of the deliveries. */
    private final class Deliveries implements StreamObserver<Delivery> {

        private final ServerCallStreamObserver<Receipt> source;
        private final AtomicBoolean sentAway = new AtomicBoolean();
        private CompletableFuture<Void> receipted = CompletableFuture.allOf();
        private volatile long receiptedAtNanos = System.nanoTime();

        private Deliveries(ServerCallStreamObserver<Receipt> source) {
            this.source = source;
        }

        @Override
        public void onNext(Delivery delivery) {
            var cameAtNanos = System.nanoTime();
            var delivered = Codec.delivery(delivery, clock.instant());
            var durable = desk.deliver(delivered.readings(), delivered.reports());
            receipted = receipted
                    .thenCompose(_ -> durable)
                    .thenCompose(receipt ->
                            CompletableFuture.runAsync(() -> give(delivered, receipt), rested(delivered, cameAtNanos)))
                    .whenComplete((_, failure) -> sendAwayOn(failure));
        }

        @Override
        public void onError(Throwable error) {
            // The source is gone. What it delivered is kept; without a receipt it delivers it again, which is harmless.
        }

        @Override
        public void onCompleted() {
            var _ = receipted.thenRun(source::onCompleted);
        }

        private Executor rested(Delivered delivered, long cameAtNanos) {
            var began = Math.max(cameAtNanos, receiptedAtNanos);
            var rest = courtesy.rest(delivered.readings(), Duration.ofNanos(System.nanoTime() - began));
            return rest.isZero()
                    ? executor
                    : CompletableFuture.delayedExecutor(rest.toNanos(), TimeUnit.NANOSECONDS, executor);
        }

        // [impl->req~reading.durable-first~1]
        private void give(Delivered delivered, io.vigil.ward.Receipt receipt) {
            var refused = new ArrayList<>(delivered.refused());
            refused.addAll(receipt.refused());
            source.onNext(Codec.receipt(
                    delivered.number(), new io.vigil.ward.Receipt(receipt.taken(), receipt.repeated(), refused)));
            source.request(1);
            receiptedAtNanos = System.nanoTime();
        }

        private void sendAwayOn(@Nullable Throwable failure) {
            if (failure != null && sentAway.compareAndSet(false, true)) {
                source.onError(Answers.status(failure));
            }
        }
    }
}
