package io.vigil.agent.serving;

import io.grpc.stub.ServerCallStreamObserver;
import io.vigil.contract.Codec;
import io.vigil.contract.v1.AgentBeat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Beats once in a real second to all who watch, for as long as the cycle turns. One thread does it all. */
final class Beats implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Beats.class);

    private final LiveStation station;
    private final Set<ServerCallStreamObserver<AgentBeat>> watchers = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("beats").factory());

    Beats(LiveStation station) {
        this.station = station;
        var _ = heart.scheduleAtFixedRate(this::beat, 1, 1, TimeUnit.SECONDS);
    }

    /** The first beat comes at once. */
    void join(ServerCallStreamObserver<AgentBeat> watcher) {
        heart.execute(() -> {
            watchers.add(watcher);
            station.beat().ifPresent(beat -> send(Codec.beat(beat), watcher));
        });
    }

    void end(ServerCallStreamObserver<AgentBeat> watcher) {
        heart.execute(() -> {
            if (watchers.remove(watcher) && !watcher.isCancelled()) {
                watcher.onCompleted();
            }
        });
    }

    /** A fault of ours in one beat must not end all later ones: every screen would take the agent for gone. */
    private void beat() {
        try {
            station.beat().map(Codec::beat).ifPresent(beat -> watchers.forEach(watcher -> send(beat, watcher)));
        } catch (RuntimeException fault) {
            LOG.error("A beat could not be told", fault);
        }
    }

    /** Who is slow misses a beat: an old one says nothing. */
    private void send(AgentBeat beat, ServerCallStreamObserver<AgentBeat> watcher) {
        if (watcher.isCancelled()) {
            watchers.remove(watcher);
        } else if (watcher.isReady()) {
            watcher.onNext(beat);
        }
    }

    @Override
    public void close() {
        heart.shutdownNow();
    }
}
