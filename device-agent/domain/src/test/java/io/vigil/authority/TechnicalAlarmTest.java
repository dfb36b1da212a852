package io.vigil.authority;

import static io.vigil.alarm.AlarmKind.DISK_FILLING;
import static io.vigil.alarm.AlarmKind.STORE_FAILING;
import static io.vigil.alarm.Finding.ABSENT;
import static io.vigil.alarm.Finding.PRESENT;
import static io.vigil.alarm.Finding.UNDETERMINED;
import static io.vigil.authority.NightStory.moment;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmStep;
import io.vigil.alarm.Evidence.ByStation;
import io.vigil.alarm.Finding;
import io.vigil.policy.AlarmPolicy;
import io.vigil.rule.Verdict;
import io.vigil.ward.Station;
import org.junit.jupiter.api.Test;

// [utest->req~alarm.technical~1]
class TechnicalAlarmTest {

    private final SubjectAlarms station = SubjectAlarms.ofStation(AlarmPolicy.standard());

    // [utest->req~alarm.store-failing~1]
    @Test
    void a_failing_store_is_told_in_its_own_words_and_stays_until_answered() {
        var raised = station.found(STORE_FAILING, verdict(PRESENT, "The disk is full"), moment("03:00"));
        assertThat(raised.changes()).singleElement().satisfies(change -> {
            assertThat(change.alarm()).isEqualTo(new AlarmId(Station.THIS, STORE_FAILING, moment("03:00")));
            assertThat(change.to()).isEqualTo(AlarmStep.RAISED);
            assertThat(change.evidence()).isEqualTo(new ByStation("The disk is full"));
            assertThat(change.limit()).isZero();
        });

        var over = raised.alarms().found(STORE_FAILING, verdict(ABSENT, "Writes again"), moment("03:10"));
        assertThat(over.changes()).extracting(AlarmChange::to).containsExactly(AlarmStep.RECOVERED);
        assertThat(over.alarms().open()).hasSize(1);

        var answered = over.alarms()
                .acknowledge(
                        raised.changes().getFirst().alarm(),
                        moment("03:00"),
                        "T. Lindqvist",
                        "Disk replaced",
                        moment("03:20"));
        assertThat(answered.changes())
                .extracting(AlarmChange::to)
                .containsExactly(AlarmStep.ACKNOWLEDGED, AlarmStep.CLEARED);
        assertThat(answered.alarms().open()).isEmpty();
    }

    // [utest->req~alarm.disk-filling~1]
    @Test
    void a_filling_disk_ends_by_itself_but_not_for_want_of_knowing() {
        var raised = station.found(DISK_FILLING, verdict(PRESENT, "4 % are free"), moment("03:00"));

        var unknown = raised.alarms().found(DISK_FILLING, verdict(UNDETERMINED, "Not measured"), moment("03:01"));
        assertThat(unknown.changes()).isEmpty();
        assertThat(unknown.alarms().open()).hasSize(1);

        var over = unknown.alarms().found(DISK_FILLING, verdict(ABSENT, "40 % are free"), moment("03:02"));
        assertThat(over.alarms().open()).isEmpty();
    }

    @Test
    void the_first_words_stand_as_the_worst() {
        var raised = station.found(STORE_FAILING, verdict(PRESENT, "The disk is full"), moment("03:00"));
        var later = raised.alarms().found(STORE_FAILING, verdict(PRESENT, "Still full"), moment("03:01"));

        assertThat(later.alarms().open().getFirst().state().worst()).isEqualTo(new ByStation("The disk is full"));
    }

    private static Verdict verdict(Finding finding, String words) {
        return new Verdict(finding, new ByStation(words));
    }
}
