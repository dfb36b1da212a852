package io.vigil.agent;

import static io.vigil.agent.WholeStation.OSEI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmStep;
import io.vigil.alarm.OpenAlarm;
import io.vigil.glucose.Glucose;
import io.vigil.journal.WardEvent;
import io.vigil.policy.Hours;
import io.vigil.policy.PolicyWish.Put;
import io.vigil.policy.SetBy;
import io.vigil.policy.Setting;
import io.vigil.policy.SettingValue;
import io.vigil.policy.WhatIf;
import io.vigil.ward.Station;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person changes what rings, over the link that a screen has. */
class PolicyOverTheWireTest {

    private static final Put LOW_AT_85 = new Put(Setting.LOW_BELOW, Hours.ALWAYS, SettingValue.mgPerDl(85));
    private static final String WHY = "Unaware of her lows";

    @TempDir
    private Path folder;

    private WholeStation station;

    @BeforeEach
    void starts() {
        station = WholeStation.in(folder.resolve("station"));
        station.screen().signIn("brandt", "night-4b");
    }

    @AfterEach
    void ends() {
        station.close();
    }

    // [utest->req~policy.changes-are-durable-first~1]
    // [utest->req~alarm.settings-changed~1]
    @Test
    void a_nurse_raises_a_limit_and_it_holds_for_the_reading_that_is_there() {
        station.deliver(station.reading(80, station.now())).join();

        var number = station.screen().changePolicy("0197-change-1", OSEI, WHY, LOW_AT_85);

        var told = station.screen().event("the change", event -> event.seq() == number);
        assertThat(told.event()).isInstanceOf(WardEvent.PolicyChanged.class);
        station.screen().alarms("the low", now -> now.open().stream().anyMatch(PolicyOverTheWireTest::isLow));
        var limits =
                station.screen().limits("the limits", limit -> limit.lowBelow().equals(Glucose.mgPerDl(85)));
        assertThat(limits.setBy()).isEqualTo("Katrin Brandt");

        var sheet = station.screen().policy(OSEI);
        assertThat(sheet.line(Setting.LOW_BELOW).value()).isEqualTo(SettingValue.mgPerDl(85));
        assertThat(sheet.line(Setting.LOW_BELOW).setBy().layer()).isEqualTo(SetBy.Layer.PATIENT);
        assertThat(sheet.line(Setting.LOW_RECOVERS_AT).value()).isEqualTo(SettingValue.mgPerDl(90));
        assertThat(sheet.history()).singleElement().satisfies(change -> {
            assertThat(change.number()).isEqualTo(number);
            assertThat(change.change().reason()).isEqualTo(WHY);
        });
    }

    // [utest->req~alarm.settings-changed~1]
    @Test
    void a_change_is_told_as_an_alarm_until_somebody_has_seen_it() {
        station.screen().changePolicy("0197-change-2", OSEI, WHY, LOW_AT_85);

        var alarm = station
                .screen()
                .alarms(
                        "the change's alarm",
                        now -> now.open().stream().anyMatch(open -> open.id().kind() == AlarmKind.SETTINGS_CHANGED))
                .open()
                .stream()
                .filter(open -> open.id().kind() == AlarmKind.SETTINGS_CHANGED)
                .findFirst()
                .orElseThrow();
        assertThat(alarm.state().worst())
                .hasToString(
                        "ByStation[words=Katrin Brandt changed Bed 07: the low limit always 85 mg/dL; where a low is"
                                + " over always 90 mg/dL]");

        station.screen().acknowledge(alarm.id(), "Seen");
        station.screen()
                .event(
                        "its end",
                        event -> event.event() instanceof WardEvent.AlarmChanged(var change)
                                && change.alarm().equals(alarm.id())
                                && change.to() == AlarmStep.CLEARED);
    }

    @Test
    void the_same_command_again_changes_nothing_again() {
        var first = station.screen().changePolicy("0197-change-3", OSEI, WHY, LOW_AT_85);
        var again = station.screen().changePolicy("0197-change-3", OSEI, WHY, LOW_AT_85);

        assertThat(again).isEqualTo(first);
        assertThat(station.screen().policy(OSEI).history()).hasSize(1);
    }

    // [utest->req~policy.survives-restart~1]
    // [utest->req~policy.changes-are-reversible~1]
    @Test
    void what_was_set_holds_after_a_restart_and_can_be_taken_back_then() {
        var number = station.screen().changePolicy("0197-change-4", OSEI, WHY, LOW_AT_85);

        station.restart();
        station.screen().signIn("brandt", "night-4b");
        assertThat(station.screen().policy(OSEI).line(Setting.LOW_BELOW).value())
                .isEqualTo(SettingValue.mgPerDl(85));

        station.screen().undoPolicyChange(number, "Meant for bed 08");
        var sheet = station.screen().policy(OSEI);
        assertThat(sheet.line(Setting.LOW_BELOW).value()).isEqualTo(SettingValue.mgPerDl(70));
        assertThat(sheet.history())
                .extracting(change -> change.change().undoes())
                .containsExactly(number, 0L);
    }

    // [utest->req~policy.who-may-change-what~1]
    @Test
    void what_a_nurse_may_not_is_refused_with_a_sentence_and_not_kept() {
        var unusual = new Put(Setting.LOW_BELOW, Hours.ALWAYS, SettingValue.mgPerDl(58));

        assertThatThrownBy(() -> station.screen().changePolicy("0197-change-5", OSEI, WHY, unusual))
                .isInstanceOfSatisfying(StatusRuntimeException.class, refused -> {
                    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
                    assertThat(refused.getStatus().getDescription())
                            .isEqualTo("58 mg/dL lies outside what is recommended for alarm.low.below, 63 mg/dL to 90"
                                    + " mg/dL: a doctor may set it.");
                });
        assertThatThrownBy(() -> station.screen().changePolicy("0197-change-6", Station.THIS, WHY, LOW_AT_85))
                .hasMessageContaining("Settings of glucose are not yours to change for the ward.");
        assertThat(station.screen().policy(OSEI).history()).isEmpty();
    }

    // [utest->req~policy.what-if~1]
    @Test
    void what_would_have_rung_is_told_from_what_was_kept() {
        var now = station.now();
        station.deliver(
                        station.reading(88, now.minus(Duration.ofMinutes(15))),
                        station.reading(80, now.minus(Duration.ofMinutes(10))),
                        station.reading(88, now.minus(Duration.ofMinutes(5))))
                .join();

        var whatIf = station.screen().whatIf(OSEI, LOW_AT_85);

        assertThat(whatIf.readings()).isEqualTo(3);
        assertThat(WhatIf.counts(whatIf.present())).isEmpty();
        assertThat(WhatIf.counts(whatIf.proposed())).isEqualTo(Map.of(AlarmKind.LOW, 1));
        assertThat(station.screen().policy(OSEI).history()).isEmpty();
    }

    private static boolean isLow(OpenAlarm open) {
        return open.id().kind() == AlarmKind.LOW && open.limit() == 85;
    }
}
