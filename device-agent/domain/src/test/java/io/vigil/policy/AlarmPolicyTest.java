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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmPolicyTest {

    @Test
    void begins_with_what_a_ward_begins_with() {
        var standard = AlarmPolicy.standard();

        assertThat(standard)
                .isEqualTo(new AlarmPolicy(
                        new UrgentLow(mgPerDl(54), mgPerDl(60), 2, ofMinutes(20)),
                        new LowGlucose(mgPerDl(70), mgPerDl(75), ofMinutes(20)),
                        new HighGlucose(mgPerDl(250), mgPerDl(240), 2, ofMinutes(20)),
                        new SignalLost(ofMinutes(20)),
                        ofMinutes(5),
                        Map.of(
                                AlarmKind.URGENT_LOW, ofMinutes(15),
                                AlarmKind.LOW, ofMinutes(20),
                                AlarmKind.HIGH, ofMinutes(90),
                                AlarmKind.SIGNAL_LOST, ofMinutes(20),
                                AlarmKind.STORE_FAILING, ofMinutes(20),
                                AlarmKind.DISK_FILLING, ofMinutes(20))));
        assertThat(AlarmPolicy.read(Map.of())).isEqualTo(standard);
    }

    @Test
    void tells_the_limits_that_stand_beside_its_alarms() {
        var standard = AlarmPolicy.standard();
        var set = Instant.parse("2026-03-01T08:00:00Z");

        assertThat(standard.limits("Ward preset", set))
                .isEqualTo(new Limits(mgPerDl(54), mgPerDl(70), mgPerDl(250), ofMinutes(20), "Ward preset", set));
        assertThat(AlarmKind.values()).extracting(standard::limit).containsExactly(54, 0, 70, 250, 20, 0);
    }

    @Test
    void reads_every_setting() {
        var read = AlarmPolicy.read(Map.ofEntries(
                Map.entry("alarm.trusted-for", "15m"),
                Map.entry("alarm.remind-after", "90s"),
                Map.entry("alarm.urgent-low.at-or-below", "55 mg/dL"),
                Map.entry("alarm.urgent-low.recovers-at", "65 mg/dL"),
                Map.entry("alarm.urgent-low.recovery-readings", "3"),
                Map.entry("alarm.urgent-low.quiet-for", "10m"),
                Map.entry("alarm.low.below", " 85mg/dL "),
                Map.entry("alarm.low.recovers-at", "90 mg/dL"),
                Map.entry("alarm.low.quiet-for", "30m"),
                Map.entry("alarm.high.above", "300 mg/dL"),
                Map.entry("alarm.high.recovers-at-or-below", "280 mg/dL"),
                Map.entry("alarm.high.raising-readings", "1"),
                Map.entry("alarm.high.quiet-for", "2h"),
                Map.entry("alarm.signal-lost.after", "30m"),
                Map.entry("alarm.signal-lost.quiet-for", "11m"),
                Map.entry("alarm.store-failing.quiet-for", "12m"),
                Map.entry("alarm.disk-filling.quiet-for", "13m")));

        assertThat(read)
                .isEqualTo(new AlarmPolicy(
                        new UrgentLow(mgPerDl(55), mgPerDl(65), 3, ofMinutes(15)),
                        new LowGlucose(mgPerDl(85), mgPerDl(90), ofMinutes(15)),
                        new HighGlucose(mgPerDl(300), mgPerDl(280), 1, ofMinutes(15)),
                        new SignalLost(ofMinutes(30)),
                        ofSeconds(90),
                        Map.of(
                                AlarmKind.URGENT_LOW, ofMinutes(10),
                                AlarmKind.LOW, ofMinutes(30),
                                AlarmKind.HIGH, ofHours(2),
                                AlarmKind.SIGNAL_LOST, ofMinutes(11),
                                AlarmKind.STORE_FAILING, ofMinutes(12),
                                AlarmKind.DISK_FILLING, ofMinutes(13))));
    }

    // [utest->req~alarm.limits-have-floors~1]
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alarm.urgent-low.at-or-below       | 53 mg/dL  | The urgent low limit cannot be 53 mg/dL: 54 mg/dL is its floor.
            alarm.urgent-low.recovers-at       | 54 mg/dL  | An urgent low at 54 mg/dL cannot be over at 54 mg/dL.
            alarm.urgent-low.recovery-readings | 0         | An urgent low is over after 1 to 3 readings, not after 0.
            alarm.urgent-low.recovery-readings | 4         | An urgent low is over after 1 to 3 readings, not after 4.
            alarm.urgent-low.quiet-for         | 31m       | An answered urgent-low alarm stays quiet for at most 30 minutes, not for 31.
            alarm.urgent-low.quiet-for         | 0m        | An answered urgent-low alarm stays quiet for at most 30 minutes, not for 0.
            alarm.low.recovers-at              | 69 mg/dL  | A low under 70 mg/dL cannot be over at 69 mg/dL.
            alarm.low.below                    | 54 mg/dL  | The low limit must lie above the urgent low limit, 54 mg/dL, and not above 100 mg/dL; it cannot be 54 mg/dL.
            alarm.low.quiet-for                | 61m       | An answered low alarm stays quiet for at most 60 minutes, not for 61.
            alarm.high.above                   | 239 mg/dL | A high over 239 mg/dL cannot be over at 240 mg/dL.
            alarm.high.above                   | 401 mg/dL | A high must be over above 75 mg/dL, where a low is, and begin at 400 mg/dL at the latest; it cannot begin over 401 mg/dL and be over at 240 mg/dL.
            alarm.high.recovers-at-or-below    | 75 mg/dL  | A high must be over above 75 mg/dL, where a low is, and begin at 400 mg/dL at the latest; it cannot begin over 250 mg/dL and be over at 75 mg/dL.
            alarm.high.raising-readings        | 0         | A high is raised by 1 to 3 readings, not by 0.
            alarm.high.raising-readings        | 4         | A high is raised by 1 to 3 readings, not by 4.
            alarm.high.quiet-for               | 121m      | An answered high alarm stays quiet for at most 120 minutes, not for 121.
            alarm.signal-lost.after            | 9m        | A lost signal is told after 10 to 60 minutes, not after 9.
            alarm.signal-lost.after            | 61m       | A lost signal is told after 10 to 60 minutes, not after 61.
            alarm.signal-lost.after            | 19m       | A reading is trusted for at least 10 minutes and no longer than until the signal counts as lost, after 19; it cannot be 20.
            alarm.trusted-for                  | 9m        | A reading is trusted for at least 10 minutes and no longer than until the signal counts as lost, after 20; it cannot be 9.
            alarm.remind-after                 | 59s       | An alarm that nobody answers sounds anew after 1 to 5 minutes, not after 59 seconds.
            alarm.remind-after                 | 301s      | An alarm that nobody answers sounds anew after 1 to 5 minutes, not after 301 seconds.
            """)
    void cannot_be_made_unsafe(String key, String value, String sentence) {
        assertThatThrownBy(() -> AlarmPolicy.read(Map.of(key, value)))
                .isInstanceOf(PolicyRefused.class)
                .hasMessage(sentence);
    }

    // [utest->req~alarm.limits-have-floors~1]
    @Test
    void keeps_a_low_away_from_people_who_are_well() {
        assertThat(AlarmPolicy.read(Map.of("alarm.low.below", "100 mg/dL", "alarm.low.recovers-at", "100 mg/dL"))
                        .limit(AlarmKind.LOW))
                .isEqualTo(100);
        assertThatThrownBy(() ->
                        AlarmPolicy.read(Map.of("alarm.low.below", "101 mg/dL", "alarm.low.recovers-at", "101 mg/dL")))
                .isInstanceOf(PolicyRefused.class)
                .hasMessageEndingWith("it cannot be 101 mg/dL.");
    }

    @Test
    void may_stand_at_its_very_edges() {
        assertThat(AlarmPolicy.read(Map.of(
                                "alarm.signal-lost.after", "10m",
                                "alarm.trusted-for", "10m",
                                "alarm.remind-after", "60s",
                                "alarm.high.above", "400 mg/dL",
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
