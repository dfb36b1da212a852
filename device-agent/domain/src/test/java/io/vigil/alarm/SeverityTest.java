package io.vigil.alarm;

import static io.vigil.alarm.AlarmKind.FALLING_FAST;
import static io.vigil.alarm.AlarmKind.HIGH;
import static io.vigil.alarm.AlarmKind.LOW;
import static io.vigil.alarm.AlarmKind.PERSISTENT_HIGH;
import static io.vigil.alarm.AlarmKind.RISING_FAST;
import static io.vigil.alarm.AlarmKind.SENSOR_EXPIRED;
import static io.vigil.alarm.AlarmKind.SENSOR_FAULT;
import static io.vigil.alarm.AlarmKind.SIGNAL_LOST;
import static io.vigil.alarm.AlarmKind.STUCK_VALUE;
import static io.vigil.alarm.AlarmKind.URGENT_LOW;
import static io.vigil.alarm.AlarmKind.URGENT_LOW_SOON;
import static io.vigil.alarm.AlarmKind.VERY_HIGH;
import static io.vigil.alarm.AlarmKind.WARM_UP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeverityTest {

    private static final List<AlarmKind> FALLS = List.of(URGENT_LOW, URGENT_LOW_SOON, LOW, FALLING_FAST);
    private static final List<AlarmKind> RISES = List.of(VERY_HIGH, PERSISTENT_HIGH, HIGH, RISING_FAST);

    // [utest->req~alarm.order~1]
    @Test
    void anything_nobody_has_answered_stands_above_anything_somebody_has() {
        for (var unanswered : AlarmKind.values()) {
            for (var answered : AlarmKind.values()) {
                assertThat(Severity.WORST_FIRST.compare(new Severity(unanswered, false), new Severity(answered, true)))
                        .isNegative();
            }
        }
    }

    // [utest->req~alarm.order~1]
    @Test
    void the_more_urgent_stands_above_the_less_and_not_knowing_above_knowing() {
        for (var isAnswered : List.of(true, false)) {
            for (var one : AlarmKind.values()) {
                for (var other : AlarmKind.values()) {
                    var order = Severity.WORST_FIRST.compare(
                            new Severity(one, isAnswered), new Severity(other, isAnswered));
                    var byPriority = other.priority().compareTo(one.priority());
                    var byKnowing = Boolean.compare(other.isOfNotKnowing(), one.isOfNotKnowing());

                    assertThat(Integer.signum(order))
                            .as("%s before %s", one, other)
                            .isEqualTo(Integer.signum(byPriority == 0 ? byKnowing : byPriority));
                }
            }
        }
    }

    @Test
    void not_knowing_is_a_sensor_that_is_silent_or_cannot_be_believed() {
        assertThat(EnumSet.allOf(AlarmKind.class).stream().filter(AlarmKind::isOfNotKnowing))
                .containsExactly(SIGNAL_LOST, SENSOR_FAULT, SENSOR_EXPIRED, STUCK_VALUE, WARM_UP);
    }

    // [utest->req~alarm.worse-breaks-through~1]
    @Test
    void an_answer_keeps_quiet_what_is_less_and_goes_the_same_way_and_nothing_else() {
        for (var answered : AlarmKind.values()) {
            var quiet = Arrays.stream(AlarmKind.values())
                    .filter(new Severity(answered, true)::keepsQuiet)
                    .toList();

            assertThat(quiet).as("%s", answered).isEqualTo(lesserThan(answered));
        }
    }

    // [utest->req~alarm.worse-breaks-through~1]
    @Test
    void what_nobody_has_answered_keeps_nothing_quiet() {
        for (var unanswered : AlarmKind.values()) {
            assertThat(Arrays.stream(AlarmKind.values()).noneMatch(new Severity(unanswered, false)::keepsQuiet))
                    .isTrue();
        }
    }

    private static List<AlarmKind> lesserThan(AlarmKind kind) {
        for (var way : Set.of(FALLS, RISES)) {
            if (way.contains(kind)) {
                return way.subList(way.indexOf(kind) + 1, way.size());
            }
        }
        return List.of();
    }
}
