package io.vigil.agent.serving;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.vigil.contract.BadRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what became of a call into what the caller hears: an answer, or a status with one sentence. Never a stack trace. */
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private Answers() {}

    /** At once. */
    static <A> void give(StreamObserver<A> caller, Supplier<A> answer) {
        try {
            caller.onNext(answer.get());
            caller.onCompleted();
        } catch (BadRequest | CannotBeDone | StoreUnavailable | StatusRuntimeException refused) {
            caller.onError(status(refused));
        }
    }

    /** When it is there, and not on the thread that made it: that one has better to do. */
    static <T, A> void give(
            StreamObserver<A> caller, Executor executor, Supplier<CompletableFuture<T>> act, Function<T, A> answer) {
        try {
            var _ = act.get()
                    .whenCompleteAsync(
                            (value, failure) -> {
                                if (failure == null) {
                                    caller.onNext(answer.apply(value));
                                    caller.onCompleted();
                                } else {
                                    caller.onError(status(failure));
                                }
                            },
                            executor);
        } catch (BadRequest | CannotBeDone | StoreUnavailable | StatusRuntimeException refused) {
            caller.onError(status(refused));
        }
    }

    static StatusRuntimeException status(Throwable failure) {
        return switch (failure) {
            case CompletionException wrapped when wrapped.getCause() != null -> status(wrapped.getCause());
            case BadRequest bad -> say(Status.INVALID_ARGUMENT, bad);
            case CannotBeDone no -> say(Status.FAILED_PRECONDITION, no);
            case StoreUnavailable away -> say(Status.ABORTED, away);
            case StatusRuntimeException already -> already;
            default -> {
                LOG.error("A call failed by a mistake of ours", failure);
                yield Status.INTERNAL
                        .withDescription("The station made a mistake; its log knows more. Call a technician.")
                        .asRuntimeException();
            }
        };
    }

    private static StatusRuntimeException say(Status status, RuntimeException sentence) {
        return status.withDescription(sentence.getMessage()).asRuntimeException();
    }
}
