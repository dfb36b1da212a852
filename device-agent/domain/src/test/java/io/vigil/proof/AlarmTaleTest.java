package io.vigil.proof;

import static io.vigil.alarm.AlarmKind.LOW;
import static io.vigil.alarm.AlarmKind.NO_SOUND;
import static io.vigil.alarm.AlarmKind.SIGNAL_LOST;
import static io.vigil.alarm.AlarmKind.URGENT_LOW;
import static io.vigil.proof.Logbook.JO;
import static io.vigil.proof.Logbook.MARGARET;
import static io.vigil.proof.Logbook.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmState.Open;
import io.vigil.alarm.Answer;
import io.vigil.alarm.Condition;
import io.vigil.alarm.Evidence;
import io.vigil.alarm.OpenAlarm;
import io.vigil.alarm.Shelf;
import io.vigil.proof.ProofStep.Acknowledged;
import io.vigil.proof.ProofStep.Cleared;
import io.vigil.proof.ProofStep.Escalated;
import io.vigil.proof.ProofStep.Paused;
import io.vigil.proof.ProofStep.Raised;
import io.vigil.proof.ProofStep.Reannounced;
import io.vigil.proof.ProofStep.Recovered;
import io.vigil.proof.ProofStep.Shown;
import io.vigil.ward.Station;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

// [utest->req~alarm.proof-chain~1]
class AlarmTaleTest {

    private final Logbook log = new Logbook();

    @Test
    void an_alarm_is_told_from_its_raising_to_its_end() {
        var alarm = log.isNow("04:05:36").raises(MARGARET, URGENT_LOW, Duration.ofSeconds(41));
        log.isNow("04:05:37").shows(alarm, "Ward screen", false);
        log.isNow("04:05:39").shows(alarm, "Desk", true);
        log.isNow("04:06:00").pausesSound("Ward screen");
        log.isNow("04:09:36").escalates(alarm, 1);
        log.isNow("04:10:36").reannounces(alarm);
        log.isNow("04:11:00").answers(alarm, "K. Brandt", "Juice given");
        log.isNow("04:25:00").recovers(alarm).clears(alarm);

        var tale = log.tale(alarm);

        assertThat(tale.steps())
                .containsExactly(
                        new Raised(at("04:05:36"), tale.worst()),
                        new Shown(at("04:05:37"), "Ward screen", false),
                        new Shown(at("04:05:39"), "Desk", true),
                        new Paused(at("04:06:00"), at("04:08:00"), "Ward screen"),
                        new Escalated(at("04:09:36"), 1),
                        new Reannounced(at("04:10:36")),
                        new Acknowledged(at("04:11:00"), "K. Brandt", "Juice given", at("04:26:00")),
                        new Recovered(at("04:25:00")),
                        new Cleared(at("04:25:00")));
        assertThat(tale.conditionDelay()).contains(Duration.ofSeconds(41));
        assertThat(tale.drawnAfter()).contains(Duration.ofSeconds(1));
        assertThat(tale.heardAfter()).contains(Duration.ofSeconds(3));
        assertThat(tale.answeredAfter()).contains(Duration.ofSeconds(324));
        assertThat(tale.screens()).containsExactly("Ward screen", "Desk");
        assertThat(tale.highestRung()).isEqualTo(1);
        assertThat(tale.recoveredAt()).contains(at("04:25:00"));
        assertThat(tale.clearedAt()).contains(at("04:25:00"));
        assertThat(tale.openFor(at("05:00:00"))).isEqualTo(Duration.ofSeconds(1164));
        assertThat(tale.isOver()).isTrue();
        assertThat(tale.isNeverAnswered()).isFalse();
    }

    @Test
    void an_alarm_that_no_screen_drew_says_so_by_having_no_delay() {
        var alarm = log.isNow("04:05:36").raises(MARGARET, LOW, Duration.ofSeconds(3));
        log.isNow("04:20:00").recovers(alarm).clears(alarm);

        var tale = log.tale(alarm);

        assertThat(tale.drawnAfter()).isEmpty();
        assertThat(tale.heardAfter()).isEmpty();
        assertThat(tale.answeredAfter()).isEmpty();
        assertThat(tale.highestRung()).isZero();
        assertThat(tale.isNeverAnswered()).isTrue();
    }

    @Test
    void one_that_is_open_and_unanswered_is_not_yet_one_that_nobody_answered() {
        var alarm = log.isNow("04:05:36").raises(MARGARET, LOW, Duration.ZERO);

        assertThat(log.tale(alarm).isNeverAnswered()).isFalse();
        assertThat(log.tale(alarm).isOver()).isFalse();
        assertThat(log.tale(alarm).openFor(at("04:06:36"))).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void a_lost_signal_is_late_by_what_passed_after_the_silence_that_is_allowed() {
        var alarm = log.isNow("03:32:04").raises(JO, SIGNAL_LOST, new Evidence.BySilence(at("03:12:00")), 20);

        assertThat(log.tale(alarm).conditionDelay()).contains(Duration.ofSeconds(4));
    }

    @Test
    void evidence_without_a_time_and_clocks_that_run_ahead_tell_no_condition_delay() {
        var station = log.isNow("03:00:00").raises(Station.THIS, NO_SOUND, new Evidence.ByStation("no device"), 0);
        var ahead = log.raises(JO, LOW, Duration.ofSeconds(-8));

        assertThat(log.tale(station).conditionDelay()).isEmpty();
        assertThat(log.tale(ahead).conditionDelay()).isEmpty();
    }

    @Test
    void the_raising_that_lies_before_what_was_read_is_not_made_up() {
        var alarm = log.isNow("04:00:00").raises(MARGARET, LOW, Duration.ofSeconds(30));
        log.isNow("04:05:00").answers(alarm, "K. Brandt", "");

        var tale = AlarmTale.of(log.events().subList(1, 2), List.of()).getFirst();

        assertThat(tale.steps()).singleElement().isInstanceOf(Acknowledged.class);
        assertThat(tale.conditionDelay()).isEmpty();
        assertThat(tale.answeredAfter()).contains(Duration.ofMinutes(5));
    }

    @Test
    void what_the_log_does_not_tell_yet_the_open_alarm_tells() {
        var raised = log.isNow("04:00:00").raises(MARGARET, URGENT_LOW, Duration.ZERO);
        var worst = new Evidence.ByReading(Logbook.measured(at("04:05:00"), 41));
        var answer = new Answer.Acknowledged("K. Brandt", at("04:06:00"), at("04:21:00"), "");
        var now = new OpenAlarm(
                raised,
                new Open(at("04:00:00"), at("04:00:00"), new Condition.Recovered(at("04:07:00")), worst, answer),
                54);

        var fromBoth = AlarmTale.of(log.events(), List.of(now)).getFirst();
        var fromThePresentAlone = AlarmTale.of(List.of(), List.of(now)).getFirst();

        for (var tale : List.of(fromBoth, fromThePresentAlone)) {
            assertThat(tale.worst()).isEqualTo(worst);
            assertThat(tale.answer().map(Acknowledged::by)).contains("K. Brandt");
            assertThat(tale.recoveredAt()).contains(at("04:07:00"));
            assertThat(tale.isOver()).isFalse();
        }
    }

    @Test
    void what_the_log_tells_already_is_not_told_twice() {
        var alarm = log.isNow("04:00:00").raises(MARGARET, URGENT_LOW, Duration.ZERO);
        log.isNow("04:01:00").answers(alarm, "K. Brandt", "");
        log.isNow("04:09:00").recovers(alarm);

        assertThat(AlarmTale.of(log.events(), log.open())).isEqualTo(log.tales());
    }

    @Test
    void a_condition_that_came_back_is_not_recovered() {
        var alarm = log.isNow("04:00:00").raises(MARGARET, LOW, Duration.ZERO);
        log.isNow("04:10:00").recovers(alarm);
        assertThat(log.tale(alarm).recoveredAt()).contains(at("04:10:00"));

        log.isNow("04:15:00").reannounces(alarm);

        assertThat(log.tale(alarm).recoveredAt()).isEmpty();
    }

    @Test
    void a_pause_of_the_sound_stands_in_the_tale_of_each_alarm_that_it_quieted_and_in_no_other() {
        var over = log.isNow("04:00:00").raises(JO, LOW, Duration.ZERO);
        log.recovers(over).clears(over);
        var answered = log.isNow("04:01:00").raises(JO, LOW, Duration.ZERO);
        log.answers(answered, "K. Brandt", "");
        var waiting = log.isNow("04:02:00").raises(MARGARET, URGENT_LOW, Duration.ZERO);

        log.isNow("04:03:00").pausesSound("Ward screen");
        var later = log.isNow("04:04:00").raises(MARGARET, LOW, Duration.ZERO);

        assertThat(log.tale(waiting).steps()).anyMatch(Paused.class::isInstance);
        for (var untouched : List.of(over, answered, later)) {
            assertThat(log.tale(untouched).steps()).noneMatch(Paused.class::isInstance);
        }
    }

    @Test
    void shelving_stands_in_the_tale_of_that_kind_of_that_patient_alone() {
        var lying = log.isNow("04:00:00").raises(JO, LOW, Duration.ZERO);
        var other = log.raises(MARGARET, LOW, Duration.ZERO);
        var shelf = new Shelf(JO, LOW, "K. Brandt", "in surgery", at("04:01:00"), at("05:00:00"));

        log.isNow("04:01:00").shelves(shelf);
        log.isNow("04:30:00").unshelves(shelf, "T. Ruiz");

        assertThat(log.tale(lying).steps())
                .contains(
                        new ProofStep.Shelved(at("04:01:00"), shelf),
                        new ProofStep.Unshelved(at("04:30:00"), "T. Ruiz", "looked at"));
        assertThat(log.tale(other).steps()).hasSize(1);
    }

    @Test
    void an_alarm_raised_while_its_kind_lies_on_the_shelf_says_so() {
        var shelf = new Shelf(JO, LOW, "K. Brandt", "in surgery", at("04:00:00"), at("05:00:00"));
        log.isNow("04:00:00").shelves(shelf);

        var during = log.isNow("04:30:00").raises(JO, LOW, Duration.ZERO);
        log.recovers(during).clears(during);
        var after = log.isNow("05:00:00").raises(JO, LOW, Duration.ZERO);

        assertThat(log.tale(during).steps()).contains(new ProofStep.Shelved(at("04:00:00"), shelf));
        assertThat(log.tale(after).steps()).hasSize(1);
    }

    @Test
    void tales_are_told_newest_first_in_whatever_order_the_events_come() {
        for (var minute = 10; minute < 30; minute++) {
            var alarm = log.isNow("04:%02d:00".formatted(minute)).raises(JO, LOW, Duration.ZERO);
            log.answers(alarm, "K. Brandt", "").recovers(alarm).clears(alarm);
        }
        var shuffled = new java.util.ArrayList<>(log.events());
        java.util.Collections.shuffle(shuffled, new Random(7));

        assertThat(AlarmTale.of(shuffled, List.of())).isEqualTo(log.tales());
        assertThat(log.tales())
                .extracting(tale -> tale.id().raisedAt())
                .isSortedAccordingTo(java.util.Comparator.reverseOrder())
                .hasSize(20);
    }
}
