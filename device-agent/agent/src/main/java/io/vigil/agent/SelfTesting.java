package io.vigil.agent;

import io.vigil.agent.health.SelfTests;
import io.vigil.alarm.AlarmPriority;
import io.vigil.alarm.OpenAlarm;
import io.vigil.alarm.SelfTest;
import io.vigil.contract.ScreenBeat;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the tests of the alarms' way, planned or asked for, hears who confirms, and keeps how each ended. */
// [impl->req~alarm.self-test~1]
final class SelfTesting {

    private static final Logger LOG = LoggerFactory.getLogger(SelfTesting.class);

    private final Wheel wheel;
    private final SelfTests tests;
    private final Supplier<List<ScreenBeat>> watching;
    private final Audience audience;
    private final Keeping keeping;

    /** The number of the event by which the newest test began. */
    private CompletableFuture<Long> begunUnder = CompletableFuture.completedFuture(0L);

    SelfTesting(Wheel wheel, SelfTests tests, Supplier<List<ScreenBeat>> watching, Audience audience, Keeping keeping) {
        this.wheel = wheel;
        this.tests = tests;
        this.watching = watching;
        this.audience = audience;
        this.keeping = keeping;
    }

    /** Somebody asks for a test. While one is under way, that is the one. */
    CompletableFuture<Long> begin(String commandId, String by) {
        var earlier = keeping.doneBefore(commandId);
        if (earlier.isPresent()) {
            return CompletableFuture.completedFuture(earlier.get().seq());
        }
        return wheel.onTurn(now -> tests.underWay().isPresent() ? begunUnder : begin(commandId, by, now));
    }

    CompletableFuture<Long> confirm(String test, String screen, boolean heard) {
        return wheel.onTurn(_ -> tests.confirm(test, screen, heard)
                ? begunUnder
                : CompletableFuture.failedFuture(new NotPossible("This test is over.")));
    }

    /** A second has passed: a test may be due, and one that is under way may have ended. */
    void tick(Instant now, List<OpenAlarm> open) {
        tests.ended(screens()).ifPresent(result -> {
            LOG.info(
                    "self-test passed={} screens={} failure=\"{}\"",
                    result.passed(),
                    result.confirmed().size(),
                    result.failure());
            keeping.keepAnyway(List.of(new WardEvent.SelfTestEnded(result)), now);
        });
        if (tests.isDue(now) && !screens().isEmpty() && isCalm(open)) {
            var _ = begin(UUID.randomUUID().toString(), "planned", now);
        }
    }

    /** It is told before it is durable: so is an alarm. */
    private CompletableFuture<Long> begin(String commandId, String by, Instant now) {
        var test = new SelfTest(UUID.randomUUID().toString(), by, now);
        tests.begin(test, screens());
        audience.tested(test);
        begunUnder = keeping.keepFor(commandId, new WardEvent.SelfTestBegun(test), now)
                .thenApply(NumberedEvent::seq);
        return begunUnder;
    }

    /** A test must not be taken for an alarm, nor an alarm for a test: one that is planned waits until nothing urgent sounds. */
    private static boolean isCalm(List<OpenAlarm> open) {
        return open.stream()
                .allMatch(
                        alarm -> alarm.state().isAnswered() || alarm.id().kind().priority() == AlarmPriority.LOW);
    }

    private Set<String> screens() {
        return watching.get().stream().map(ScreenBeat::screen).collect(Collectors.toUnmodifiableSet());
    }
}
