package io.vigil.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.Finding;
import io.vigil.alarm.SelfTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

// [utest->req~alarm.self-test~1]
class SelfTestsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final SelfTestPlan PLAN =
            new SelfTestPlan(List.of(LocalTime.of(6, 0), LocalTime.of(14, 0), LocalTime.of(22, 0)), BERLIN);
    private static final Instant EARLY = at("2026-03-02T05:30");

    private final AtomicLong nanos = new AtomicLong();
    private final SelfTests tests = new SelfTests(PLAN, nanos::get, Optional.empty(), EARLY);

    @Test
    void twice_a_shift_when_it_begins_and_halfway() {
        assertThat(PLAN.lastBefore(at("2026-03-02T05:59"))).contains(at("2026-03-02T02:00"));
        assertThat(PLAN.lastBefore(at("2026-03-02T06:00"))).contains(at("2026-03-02T06:00"));
        assertThat(PLAN.lastBefore(at("2026-03-02T13:59"))).contains(at("2026-03-02T10:00"));
        assertThat(PLAN.lastBefore(at("2026-03-02T23:59"))).contains(at("2026-03-02T22:00"));
    }

    @Test
    void in_the_night_whose_clock_skips_an_hour_halfway_is_halfway_of_what_is_left() {
        assertThat(PLAN.lastBefore(at("2026-03-29T05:59"))).contains(Instant.parse("2026-03-29T00:30:00Z"));
    }

    @Test
    void a_ward_that_plans_none_misses_none() {
        var none = new SelfTests(new SelfTestPlan(List.of(), BERLIN), nanos::get, Optional.empty(), EARLY);

        assertThat(none.isDue(EARLY.plus(Duration.ofDays(9)))).isFalse();
        assertThat(finding(none, AlarmKind.SELF_TEST_DUE, EARLY.plus(Duration.ofDays(9))))
                .isEqualTo(Finding.ABSENT);
    }

    // [utest->req~alarm.self-test-due~1]
    @Test
    void what_was_planned_and_not_made_within_half_an_hour_is_told_until_it_is() {
        assertThat(tests.isDue(at("2026-03-02T05:59"))).isFalse();
        assertThat(tests.isDue(at("2026-03-02T06:00"))).isTrue();
        assertThat(finding(tests, AlarmKind.SELF_TEST_DUE, at("2026-03-02T06:29")))
                .isEqualTo(Finding.ABSENT);
        assertThat(finding(tests, AlarmKind.SELF_TEST_DUE, at("2026-03-02T06:30")))
                .isEqualTo(Finding.PRESENT);

        tests.begin(test(at("2026-03-02T06:31")), Set.of("a"));

        assertThat(finding(tests, AlarmKind.SELF_TEST_DUE, at("2026-03-02T06:31")))
                .isEqualTo(Finding.ABSENT);
    }

    // [utest->req~alarm.self-test-due~1]
    @Test
    void a_test_made_in_a_time_to_come_counts_for_nothing_when_the_clock_was_set_back() {
        tests.begin(test(at("2027-03-02T06:31")), Set.of("a"));
        tests.confirm("test-0001", "a", true);
        tests.ended(Set.of("a"));

        assertThat(tests.isDue(at("2026-03-02T06:31"))).isTrue();
    }

    @Test
    void it_has_passed_as_soon_as_every_screen_showed_it_and_one_was_heard() {
        tests.begin(test(EARLY), Set.of("a", "b"));
        tests.confirm("test-0001", "a", true);
        assertThat(tests.ended(Set.of("a", "b"))).isEmpty();

        tests.confirm("test-0001", "b", false);

        assertThat(tests.ended(Set.of("a", "b")))
                .hasValueSatisfying(result -> assertThat(result.passed()).isTrue());
        assertThat(finding(tests, AlarmKind.SELF_TEST_FAILED, EARLY)).isEqualTo(Finding.ABSENT);
    }

    // [utest->req~alarm.self-test-failed~1]
    @Test
    void a_screen_that_shows_nothing_within_ten_seconds_makes_it_fail() {
        tests.begin(test(EARLY), Set.of("a", "b"));
        tests.confirm("test-0001", "a", true);

        nanos.addAndGet(Duration.ofSeconds(10).toNanos() - 1);
        assertThat(tests.ended(Set.of("a", "b"))).isEmpty();
        nanos.incrementAndGet();

        assertThat(tests.ended(Set.of("a", "b")))
                .hasValueSatisfying(result -> assertThat(result.failure()).startsWith("1 of 2 screens did not show"));
        assertThat(finding(tests, AlarmKind.SELF_TEST_FAILED, EARLY)).isEqualTo(Finding.PRESENT);
    }

    @Test
    void of_a_screen_that_was_closed_meanwhile_nothing_is_expected() {
        tests.begin(test(EARLY), Set.of("a", "b"));
        tests.confirm("test-0001", "a", true);

        assertThat(tests.ended(Set.of("a")))
                .hasValueSatisfying(result -> assertThat(result.passed()).isTrue());
    }

    // [utest->req~alarm.self-test-failed~1]
    @Test
    void shown_and_not_heard_has_failed() {
        tests.begin(test(EARLY), Set.of("a"));
        tests.confirm("test-0001", "a", false);
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());

        assertThat(tests.ended(Set.of("a")))
                .hasValueSatisfying(result -> assertThat(result.failure()).contains("not heard"));
    }

    // [utest->req~alarm.self-test-failed~1]
    @Test
    void a_test_that_nobody_was_there_to_see_has_failed() {
        tests.begin(test(EARLY), Set.of());
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());

        assertThat(tests.ended(Set.of()))
                .hasValueSatisfying(result -> assertThat(result.failure()).startsWith("No screen watched"));
    }

    @Test
    void a_confirmation_of_another_test_is_none() {
        tests.begin(test(EARLY), Set.of("a"));

        assertThat(tests.confirm("test-0000", "a", true)).isFalse();
        assertThat(tests.ended(Set.of("a"))).isEmpty();
    }

    // [utest->req~alarm.self-test-failed~1]
    @Test
    void a_test_that_failed_before_a_restart_is_still_told_after_it() {
        var failed = new SelfTest.Result(test(EARLY), List.of(), "No screen showed it.");
        var after = new SelfTests(PLAN, nanos::get, Optional.of(failed), EARLY.plusSeconds(60));

        assertThat(finding(after, AlarmKind.SELF_TEST_FAILED, EARLY.plusSeconds(60)))
                .isEqualTo(Finding.PRESENT);
    }

    private static SelfTest test(Instant at) {
        return new SelfTest("test-0001", "planned", at);
    }

    private static Finding finding(SelfTests tests, AlarmKind kind, Instant now) {
        return tests.look(now).stream()
                .filter(found -> found.kind() == kind)
                .findFirst()
                .orElseThrow()
                .verdict()
                .finding();
    }

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
