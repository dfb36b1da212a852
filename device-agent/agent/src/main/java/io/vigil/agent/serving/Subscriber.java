package io.vigil.agent.serving;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.vigil.contract.Codec;
import io.vigil.contract.Telling;
import io.vigil.contract.v1.Told;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One who listens, and what waits for them. The station leaves word here and goes on; a thread of the subscriber's own hands it
 * over as fast as they take it. Who is too slow for each reading is given the station anew; who is too slow for the events is
 * simply behind.
 */
final class Subscriber {

    private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);

    /** Beyond this, a snapshot is shorter than what waits. */
    private static final int MOST_READINGS_WAITING = 2_000;

    private static final int EVENTS_AT_ONCE = 256;

    private final LiveStation station;
    private final ServerCallStreamObserver<Told> listener;

    private final Deque<Telling.Taken> readings = new ArrayDeque<>();
    private Optional<Telling.AlarmsNow> alarms = Optional.empty();
    private Optional<Telling.Tested> test = Optional.empty();
    private boolean snapshotDue;
    private long newestSeq;
    private boolean gone;

    /** The last event handed over; the subscriber's own thread's. */
    private long handedOver;

    /** What to hand over next. */
    private sealed interface Next {
        record Say(Telling telling) implements Next {}

        record Anew() implements Next {}

        record Events() implements Next {}

        record Nothing() implements Next {}
    }

    Subscriber(LiveStation station, ServerCallStreamObserver<Told> listener) {
        this.station = station;
        this.listener = listener;
        listener.setOnReadyHandler(this::mayBeReady);
        listener.setOnCancelHandler(this::leave);
    }

    // Told by the station. Done in a moment.

    synchronized void taken(Telling.Taken taken) {
        if (!snapshotDue && readings.size() < MOST_READINGS_WAITING) {
            readings.addLast(taken);
            notifyAll();
        } else {
            needsSnapshot();
        }
    }

    synchronized void alarms(Telling.AlarmsNow now) {
        alarms = Optional.of(now);
        notifyAll();
    }

    synchronized void tested(Telling.Tested newest) {
        test = Optional.of(newest);
        notifyAll();
    }

    synchronized void happened(long seq) {
        newestSeq = seq;
        notifyAll();
    }

    synchronized void needsSnapshot() {
        snapshotDue = true;
        readings.clear();
        notifyAll();
    }

    /** A snapshot was taken for them just now: whatever waited is in it. */
    synchronized void hasAll() {
        snapshotDue = false;
        readings.clear();
        alarms = Optional.empty();
    }

    synchronized void leave() {
        gone = true;
        notifyAll();
    }

    private synchronized void mayBeReady() {
        notifyAll();
    }

    // The subscriber's own thread.

    /** Until the listener leaves. Whatever goes wrong ends the stream: a listener that hears nothing must know it. */
    void serve(long afterSeq) {
        try {
            var snapshot = station.join(this);
            begin(snapshot, afterSeq);
            while (true) {
                switch (next()) {
                    case Next.Say(var telling) -> listener.onNext(Codec.told(telling));
                    case Next.Anew _ -> listener.onNext(Codec.told(station.snapshot(this)));
                    case Next.Events _ -> handOverEvents();
                    case Next.Nothing _ -> {
                        return;
                    }
                }
            }
        } catch (InterruptedException _) {
            listener.onError(Status.UNAVAILABLE
                    .withDescription("The station is closing.")
                    .asRuntimeException());
        } catch (StoreUnavailable away) {
            listener.onError(Status.ABORTED.withDescription(away.getMessage()).asRuntimeException());
        } catch (RuntimeException fault) {
            LOG.error("A listener could not be told, and is sent away", fault);
            listener.onError(Status.INTERNAL
                    .withDescription("The station made a mistake in telling; its log knows more.")
                    .asRuntimeException());
        } finally {
            station.leave(this);
        }
    }

    // [impl->req~link.nothing-missed~1]
    private void begin(Telling.Snapshot snapshot, long afterSeq) {
        handedOver = afterSeq == 0 ? snapshot.seq() : Math.min(afterSeq, snapshot.seq());
        synchronized (this) {
            newestSeq = Math.max(newestSeq, snapshot.seq());
        }
        listener.onNext(Codec.told(snapshot));
    }

    /** Alarms before all else. Waits until there is something and the listener takes it. */
    // [impl->req~alarm.never-waits~1]
    private synchronized Next next() throws InterruptedException {
        while (!gone) {
            if (listener.isReady()) {
                if (alarms.isPresent()) {
                    var now = alarms.get();
                    alarms = Optional.empty();
                    return new Next.Say(now);
                }
                if (test.isPresent()) {
                    var sent = test.get();
                    test = Optional.empty();
                    return new Next.Say(sent);
                }
                if (snapshotDue) {
                    return new Next.Anew();
                }
                if (newestSeq > handedOver) {
                    return new Next.Events();
                }
                if (!readings.isEmpty()) {
                    return new Next.Say(readings.removeFirst());
                }
            }
            wait();
        }
        return new Next.Nothing();
    }

    private void handOverEvents() {
        for (var event : station.eventsAfter(handedOver, EVENTS_AT_ONCE)) {
            if (!listener.isReady()) {
                return;
            }
            listener.onNext(Codec.told(new Telling.Happened(event)));
            handedOver = event.seq();
        }
    }
}
