package io.vigil.policy;

import static io.vigil.glucose.Glucose.mgPerDl;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.alarm.AlarmKind;
import io.vigil.rule.AlarmRule.HighGlucose;
import io.vigil.rule.AlarmRule.LowGlucose;
import io.vigil.rule.AlarmRule.SignalLost;
import io.vigil.rule.AlarmRule.UrgentLow;
import io.vigil.rule.PolicyRefused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmPolicyTest {

    @Test
    void begins_with_what_a_ward_begins_with() {
        var standard = AlarmPolicy.standard();

        assertThat(standard.rules())
                .contains(
                        new UrgentLow(mgPerDl(54), mgPerDl(60), 2, ofMinutes(20)),
                        new LowGlucose(mgPerDl(70), mgPerDl(75), ofMinutes(20)),
                        new HighGlucose(mgPerDl(250), mgPerDl(240), 2, ofMinutes(20)),
                        new SignalLost(ofMinutes(20)));
        assertThat(standard.manner(AlarmKind.URGENT_LOW, true).remindAfter()).isEqualTo(ofMinutes(5));
        assertThat(standard.manner(AlarmKind.URGENT_LOW, true).quietFor()).isEqualTo(ofMinutes(15));
        assertThat(standard.manner(AlarmKind.HIGH, true).quietFor()).isEqualTo(ofMinutes(90));
        assertThat(AlarmPolicy.read(Map.of())).isEqualTo(standard);
    }

    @Test
    void tells_the_limits_that_stand_beside_its_alarms() {
        var standard = AlarmPolicy.standard();
        var set = Instant.parse("2026-03-01T08:00:00Z");

        assertThat(standard.limits("Ward preset", set))
                .isEqualTo(new Limits(mgPerDl(54), mgPerDl(70), mgPerDl(250), ofMinutes(20), "Ward preset", set));
        assertThat(List.of(AlarmKind.URGENT_LOW, AlarmKind.LOW, AlarmKind.HIGH, AlarmKind.SIGNAL_LOST))
                .extracting(standard::limit)
                .containsExactly(54, 70, 250, 20);
    }

    @Test
    void reads_the_settings_of_a_file() {
        var read = AlarmPolicy.read(Map.ofEntries(
                Map.entry("alarm.trusted-for", "15m"),
                Map.entry("alarm.remind-after", "90s"),
                Map.entry("alarm.urgent-low.at-or-below", "55 mg/dL"),
                Map.entry("alarm.urgent-low.recovers-at", "65 mg/dL"),
                Map.entry("alarm.urgent-low.recovery-readings", "3"),
                Map.entry("alarm.urgent-low.quiet-for", "10m"),
                Map.entry("alarm.low.below", " 85mg/dL "),
                Map.entry("alarm.low.recovers-at", "90 mg/dL"),
                Map.entry("alarm.high.above", "300 mg/dL"),
                Map.entry("alarm.high.recovers-at-or-below", "280 mg/dL"),
                Map.entry("alarm.high.raising-readings", "1"),
                Map.entry("alarm.high.quiet-for", "2h"),
                Map.entry("alarm.high.rings", "off"),
                Map.entry("alarm.signal-lost.after", "30m"),
                Map.entry("alarm.store-failing.quiet-for", "12m")));

        assertThat(read.rules())
                .contains(
                        new UrgentLow(mgPerDl(55), mgPerDl(65), 3, ofMinutes(15)),
                        new LowGlucose(mgPerDl(85), mgPerDl(90), ofMinutes(15)),
                        new HighGlucose(mgPerDl(300), mgPerDl(280), 1, ofMinutes(15)),
                        new SignalLost(ofMinutes(30)));
        assertThat(read.manner(AlarmKind.URGENT_LOW, true).quietFor()).isEqualTo(ofMinutes(10));
        assertThat(read.manner(AlarmKind.HIGH, true).quietFor()).isEqualTo(ofHours(2));
        assertThat(read.manner(AlarmKind.STORE_FAILING, true).quietFor()).isEqualTo(ofMinutes(12));
        assertThat(read.manner(AlarmKind.LOW, true).remindAfter()).isEqualTo(ofSeconds(90));
        assertThat(read.rings(AlarmKind.HIGH)).isFalse();
        assertThat(read.rings(AlarmKind.LOW)).isTrue();
    }

    @Test
    void begins_with_a_preset_that_the_file_names_and_changes_it() {
        var read = AlarmPolicy.read(Map.of("alarm.preset", "inpatient", "alarm.low.recovers-at", "95 mg/dL"));

        assertThat(read.low()).isEqualTo(new LowGlucose(mgPerDl(85), mgPerDl(95), ofMinutes(20)));
    }

    // [utest->req~alarm.limits-have-floors~1]
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alarm.urgent-low.at-or-below       | 53 mg/dL  | alarm.urgent-low.at-or-below cannot be 53 mg/dL: it lies between 54 mg/dL and 70 mg/dL.
            alarm.urgent-low.at-or-below       | 71 mg/dL  | alarm.urgent-low.at-or-below cannot be 71 mg/dL: it lies between 54 mg/dL and 70 mg/dL.
            alarm.urgent-low.at-or-below       | 60 mg/dL  | An urgent low at 60 mg/dL cannot be over at 60 mg/dL.
            alarm.urgent-low.recovery-readings | 0         | alarm.urgent-low.recovery-readings cannot be 0: it lies between 1 and 3.
            alarm.urgent-low.recovery-readings | 4         | alarm.urgent-low.recovery-readings cannot be 4: it lies between 1 and 3.
            alarm.urgent-low.quiet-for         | 31m       | alarm.urgent-low.quiet-for cannot be 31m: it lies between 1m and 30m.
            alarm.urgent-low.quiet-for         | 0m        | alarm.urgent-low.quiet-for cannot be 0m: it lies between 1m and 30m.
            alarm.urgent-low.rings             | off       | There is no setting alarm.urgent-low.rings.
            alarm.urgent-low-soon.rings        | off       | There is no setting alarm.urgent-low-soon.rings.
            alarm.low.rings                    | off       | There is no setting alarm.low.rings.
            alarm.signal-lost.rings            | off       | There is no setting alarm.signal-lost.rings.
            alarm.low.recovers-at              | 69 mg/dL  | A low under 70 mg/dL cannot be over at 69 mg/dL.
            alarm.low.below                    | 54 mg/dL  | alarm.low.below cannot be 54 mg/dL: it lies between 55 mg/dL and 100 mg/dL.
            alarm.low.below                    | 101 mg/dL | alarm.low.below cannot be 101 mg/dL: it lies between 55 mg/dL and 100 mg/dL.
            alarm.low.quiet-for                | 61m       | alarm.low.quiet-for cannot be 61m: it lies between 1m and 1h.
            alarm.high.above                   | 239 mg/dL | A high over 239 mg/dL cannot be over at 240 mg/dL.
            alarm.high.above                   | 401 mg/dL | alarm.high.above cannot be 401 mg/dL: it lies between 120 mg/dL and 400 mg/dL.
            alarm.high.above                   | 301 mg/dL | The very high limit must not lie under the high limit, 301 mg/dL; it cannot be 300 mg/dL.
            alarm.high.raising-readings        | 4         | alarm.high.raising-readings cannot be 4: it lies between 1 and 3.
            alarm.high.quiet-for               | 121m      | alarm.high.quiet-for cannot be 121m: it lies between 1m and 2h.
            alarm.signal-lost.after            | 9m        | alarm.signal-lost.after cannot be 9m: it lies between 10m and 1h.
            alarm.signal-lost.after            | 61m       | alarm.signal-lost.after cannot be 61m: it lies between 10m and 1h.
            alarm.signal-lost.after            | 19m       | A reading is trusted no longer than until the signal counts as lost, after 19m; it cannot be 20m.
            alarm.trusted-for                  | 9m        | alarm.trusted-for cannot be 9m: it lies between 10m and 1h.
            alarm.remind-after                 | 59s       | alarm.remind-after cannot be 59s: it lies between 1m and 5m.
            alarm.remind-after                 | 301s      | alarm.remind-after cannot be 301s: it lies between 1m and 5m.
            """)
    void cannot_be_made_unsafe(String key, String value, String sentence) {
        assertThatThrownBy(() -> AlarmPolicy.read(Map.of(key, value)))
                .isInstanceOf(PolicyRefused.class)
                .hasMessage(sentence);
    }

    // [utest->req~alarm.limits-have-floors~1]
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            66 mg/dL  | 66 mg/dL | The low limit must lie above the urgent low limit, 66 mg/dL; it cannot be 66 mg/dL.
            66 mg/dL  | 65 mg/dL | The low limit must lie above the urgent low limit, 66 mg/dL; it cannot be 65 mg/dL.
            """)
    void keeps_a_low_above_the_urgent_low(String urgentLow, String low, String sentence) {
        assertThatThrownBy(() -> AlarmPolicy.read(Map.of(
                        "alarm.urgent-low.at-or-below", urgentLow,
                        "alarm.urgent-low.recovers-at", "80 mg/dL",
                        "alarm.low.below", low)))
                .isInstanceOf(PolicyRefused.class)
                .hasMessage(sentence);
    }

    // [utest->req~alarm.limits-have-floors~1]
    @Test
    void keeps_the_end_of_a_high_above_the_end_of_a_low() {
        assertThatThrownBy(() -> AlarmPolicy.read(
                        Map.of("alarm.low.recovers-at", "120 mg/dL", "alarm.high.recovers-at-or-below", "120 mg/dL")))
                .isInstanceOf(PolicyRefused.class)
                .hasMessage("A high must be over above 120 mg/dL, where a low is; it cannot be over at 120 mg/dL.");
    }

    @Test
    void may_stand_at_its_very_edges() {
        assertThat(AlarmPolicy.read(Map.of(
                                "alarm.signal-lost.after", "10m",
                                "alarm.trusted-for", "10m",
                                "alarm.remind-after", "60s",
                                "alarm.high.above", "400 mg/dL",
                                "alarm.very-high.above", "400 mg/dL",
                                "alarm.urgent-low.recovery-readings", "1",
                                "alarm.high.raising-readings", "3",
                                "alarm.urgent-low.quiet-for", "30m",
                                "alarm.high.recovers-at-or-below", "400 mg/dL"))
                        .signalLost())
                .isEqualTo(new SignalLost(ofMinutes(10)));
        assertThat(AlarmPolicy.read(Map.of("alarm.signal-lost.after", "60m")).limit(AlarmKind.SIGNAL_LOST))
                .isEqualTo(60);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alarm.low.bellow         | 70 mg/dL   | There is no setting alarm.low.bellow.
            alarm.low.below          | 70         | alarm.low.below = "70" is not whole mg/dL, such as 70 mg/dL.
            alarm.low.below          | 3.9 mmol/L | alarm.low.below = "3.9 mmol/L" is not whole mg/dL, such as 70 mg/dL.
            alarm.low.below          | 70.5 mg/dL | alarm.low.below = "70.5 mg/dL" is not whole mg/dL, such as 70 mg/dL.
            alarm.signal-lost.after  | 20         | alarm.signal-lost.after = "20" is not a duration, such as 90s, 20m or 2h.
            alarm.signal-lost.after  | off        | alarm.signal-lost.after = "off" is not a duration, such as 90s, 20m or 2h.
            alarm.high.raising-readings | two     | alarm.high.raising-readings = "two" is not a number of readings, such as 2.
            """)
    void refuses_in_one_sentence_what_it_cannot_read(String key, String value, String sentence) {
        assertThatThrownBy(() -> AlarmPolicy.read(Map.of(key, value)))
                .isInstanceOf(PolicyRefused.class)
                .hasMessage(sentence);
    }

    @Test
    void names_every_setting_there_is_not() {
        assertThatThrownBy(() -> AlarmPolicy.read(Map.of("b", "1", "a", "1")))
                .isInstanceOf(PolicyRefused.class)
                .hasMessage("There is no setting a and no b.");
    }
}
