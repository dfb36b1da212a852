package io.vigil.agent.health;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.Evidence.ByMoment;
import io.vigil.alarm.Evidence.ByStation;
import io.vigil.alarm.SelfTest;
import io.vigil.alarm.SelfTest.Confirmation;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The tests of the alarms' way: which is under way, how the last one ended, and when the next is due. Belongs to the cycle's
 * thread.
 */
public final class SelfTests {

    /** By the ward's clock: a shift has other things to do when it begins. */
    static final Duration GRACE = Duration.ofMinutes(30);

    private final SelfTestPlan plan;
    private final LongSupplier nanos;
    private Instant testedAt;
    private String failure;
    private Optional<UnderWay> underWay = Optional.empty();

    /** A test, the screens that it was sent to, and those that confirmed it. */
    private record UnderWay(
            SelfTest test, Set<String> sentTo, Map<String, Confirmation> confirmed, long begunAtNanos) {}

    /**
     * None is under way.
     *
     * @param last how the last one ended, if one was ever made
     * @param now nothing that was planned before then is missed, when none was ever made
     */
    public SelfTests(SelfTestPlan plan, LongSupplier nanos, Optional<SelfTest.Result> last, Instant now) {
        this.plan = plan;
        this.nanos = nanos;
        this.testedAt = last.map(result -> result.test().begunAt()).orElse(now);
        this.failure = last.map(SelfTest.Result::failure).orElse("");
    }

    /** Whether one was planned since the last, and none is under way. */
    public boolean isDue(Instant now) {
        return underWay.isEmpty() && missed(now).isPresent();
    }

    public Optional<SelfTest> underWay() {
        return underWay.map(UnderWay::test);
    }

    /** A test begins; the one that is under way, if there is one, is forgotten. */
    public void begin(SelfTest test, Set<String> watching) {
        underWay = Optional.of(new UnderWay(test, Set.copyOf(watching), new LinkedHashMap<>(), nanos.getAsLong()));
        testedAt = test.begunAt();
    }

    /** A screen drew the test; false when that one is not under way any more. */
    public boolean confirm(String test, String screen, boolean heard) {
        var meant = underWay.filter(one -> one.test().id().equals(test));
        meant.ifPresent(one -> one.confirmed()
                .merge(
                        screen,
                        new Confirmation(screen, heard, since(one)),
                        (former, latter) -> heard ? latter : former));
        return meant.isPresent();
    }

    /**
     * The result of the test that is under way, once it is certain: all screens have confirmed, or time is up.
     *
     * @param watching the screens that watch now: of one that has left meanwhile nothing is expected
     */
    // [impl->req~alarm.self-test~1]
    public Optional<SelfTest.Result> ended(Set<String> watching) {
        var result = underWay.flatMap(one -> {
            var trouble = trouble(one, watching);
            return trouble.isEmpty() || since(one).compareTo(SelfTest.ANSWERED_WITHIN) >= 0
                    ? Optional.of(new SelfTest.Result(
                            one.test(), List.copyOf(one.confirmed().values()), trouble))
                    : Optional.empty();
        });
        result.ifPresent(certain -> {
            underWay = Optional.empty();
            failure = certain.failure();
        });
        return result;
    }

    /** What follows for the alarms. */
    // [impl->req~alarm.self-test-failed~1]
    // [impl->req~alarm.self-test-due~1]
    public List<Found> look(Instant now) {
        var missed = missed(now).filter(planned -> !now.isBefore(planned.plus(GRACE)));
        return List.of(
                Found.of(AlarmKind.SELF_TEST_FAILED, !failure.isEmpty(), new ByStation(failure)),
                Found.of(AlarmKind.SELF_TEST_DUE, missed.isPresent(), new ByMoment(missed.orElse(testedAt))));
    }

    /** The moment of the last test that was planned and not made. One made in a time to come counts for nothing: the clock was set back. */
    private Optional<Instant> missed(Instant now) {
        return plan.lastBefore(now).filter(planned -> testedAt.isBefore(planned) || testedAt.isAfter(now));
    }

    private Duration since(UnderWay one) {
        return Duration.ofNanos(nanos.getAsLong() - one.begunAtNanos());
    }

    private static String trouble(UnderWay one, Set<String> watching) {
        if (one.sentTo().isEmpty() && one.confirmed().isEmpty()) {
            return "No screen watched when the test of the alarms was sent.";
        }
        var silent = new HashSet<>(one.sentTo());
        silent.retainAll(watching);
        silent.removeAll(one.confirmed().keySet());
        if (one.confirmed().isEmpty()) {
            return "No screen showed the test of the alarms within " + SelfTest.ANSWERED_WITHIN.toSeconds() + " s.";
        }
        if (!silent.isEmpty()) {
            return silent.size() + " of " + one.sentTo().size() + " screens did not show the test of the alarms within "
                    + SelfTest.ANSWERED_WITHIN.toSeconds() + " s.";
        }
        return one.confirmed().values().stream().anyMatch(Confirmation::heard)
                ? ""
                : "The test of the alarms was shown and not heard: no screen made its tone.";
    }
}
