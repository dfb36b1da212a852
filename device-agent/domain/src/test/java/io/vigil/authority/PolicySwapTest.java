package io.vigil.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.AlarmKind;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.glucose.Reading.Measured;
import io.vigil.policy.AlarmPolicy;
import io.vigil.ward.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Limits are changed while alarms are open. */
class PolicySwapTest {

    private static final PatientId OSEI = new PatientId("bed-07");
    private static final Instant THREE = Instant.parse("2026-03-01T03:00:00Z");

    private final List<AlarmChange> told = new ArrayList<>();
    private GlucoseHistory history = GlucoseHistory.empty();
    private Instant now = THREE;
    private SubjectAlarms alarms = SubjectAlarms.of(OSEI, AlarmPolicy.standard(), THREE);

    // [utest->req~policy.swap-drops-nothing~1]
    @Test
    void a_limit_that_is_lowered_ends_an_open_low_only_by_a_new_judgement() {
        reads(68).sounds(AlarmKind.LOW);

        isUnder("alarm.low.below", "60 mg/dL", "alarm.low.recovers-at", "65 mg/dL")
                .sounds(AlarmKind.LOW);
        assertThat(steps()).containsExactly("low RAISED");

        passes(1).sounds();
        assertThat(steps()).containsExactly("low RAISED", "low RECOVERED", "low CLEARED");
    }

    // [utest->req~policy.swap-drops-nothing~1]
    @Test
    void a_limit_that_is_raised_raises_at_the_next_judgement_without_a_new_reading() {
        reads(80).sounds();

        isUnder("alarm.low.below", "85 mg/dL", "alarm.low.recovers-at", "90 mg/dL")
                .sounds();
        passes(1).sounds(AlarmKind.LOW);
    }

    // [utest->req~policy.swap-drops-nothing~1]
    @Test
    void an_open_alarm_goes_on_as_the_same_and_keeps_its_answer() {
        reads(68).sounds(AlarmKind.LOW);
        var alarm = alarms.open().getFirst();
        alarms = alarms.acknowledge(alarm.id(), alarm.state().announcedAt(), "K. Brandt", "Juice", now)
                .into(told);

        isUnder("alarm.low.below", "85 mg/dL", "alarm.low.recovers-at", "90 mg/dL");
        passes(1);

        assertThat(alarms.open()).singleElement().satisfies(open -> {
            assertThat(open.id()).isEqualTo(alarm.id());
            assertThat(open.state().isAnswered()).isTrue();
            assertThat(open.limit()).isEqualTo(85);
        });
        assertThat(steps()).containsExactly("low RAISED", "low ACKNOWLEDGED");
    }

    // [utest->req~policy.off-drops-nothing~1]
    @Test
    void a_kind_that_is_switched_off_raises_nothing_more() {
        isUnder("alarm.high.rings", "off");
        reads(260).reads(265).sounds();
    }

    // [utest->req~policy.off-drops-nothing~1]
    @Test
    void an_open_alarm_that_is_switched_off_stays_until_it_is_over_and_calls_nobody_again() {
        reads(260).reads(265).sounds(AlarmKind.HIGH);

        isUnder("alarm.high.rings", "off");
        for (var reading = 0; reading < 6; reading++) {
            reads(265).sounds(AlarmKind.HIGH);
        }
        reads(255).reads(245).sounds(AlarmKind.HIGH);
        reads(238).sounds();

        assertThat(steps()).containsExactly("high RAISED", "high RECOVERED", "high CLEARED");
    }

    private PolicySwapTest reads(double mgPerDl) {
        now = now.plus(Duration.ofMinutes(5));
        history = history.with(new Measured(now, Glucose.mgPerDl(mgPerDl)));
        alarms = alarms.judged(history, now).into(told);
        return this;
    }

    private PolicySwapTest passes(int minutes) {
        now = now.plus(Duration.ofMinutes(minutes));
        alarms = alarms.judged(history, now).into(told);
        return this;
    }

    private PolicySwapTest isUnder(String... keysAndValues) {
        var settings = new HashMap<String, String>();
        for (var next = 0; next < keysAndValues.length; next += 2) {
            settings.put(keysAndValues[next], keysAndValues[next + 1]);
        }
        alarms = alarms.under(AlarmPolicy.read(Map.copyOf(settings)));
        return this;
    }

    private PolicySwapTest sounds(AlarmKind... kinds) {
        assertThat(alarms.open()).extracting(open -> open.id().kind()).containsExactly(kinds);
        return this;
    }

    private List<String> steps() {
        return told.stream()
                .map(change -> change.alarm().kind().word() + " " + change.to())
                .toList();
    }
}
