package io.vigil.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.alarm.AlarmKind;
import io.vigil.glucose.Glucose;
import io.vigil.rule.PolicyRefused;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettingTest {

    @Test
    void each_has_a_key_of_its_own_by_which_it_is_found() {
        assertThat(new HashSet<>(Setting.values())).hasSize(Setting.values().size());
        assertThat(Setting.values())
                .hasSizeGreaterThan(60)
                .allSatisfy(setting -> assertThat(Setting.of(setting.key())).contains(setting));
    }

    @ParameterizedTest
    @MethodSource("everySetting")
    void begins_where_it_is_recommended_to_be(Setting setting) {
        assertThat(setting.guardrail().place(setting.standard())).isEqualTo(Guardrail.Place.RECOMMENDED);
    }

    @ParameterizedTest
    @MethodSource("everySetting")
    void is_read_as_it_is_written(Setting setting) {
        var rail = setting.guardrail();

        assertThat(List.of(setting.standard(), rail.least(), rail.leastRecommended(), rail.most()))
                .allSatisfy(value -> assertThat(setting.read(value.toString())).isEqualTo(value));
    }

    @ParameterizedTest
    @MethodSource("everySetting")
    void is_never_moved_beyond_its_bounds(Setting setting) {
        var rail = setting.guardrail();

        for (var beyond : List.of(rail.least().amount() - 1, rail.most().amount() + 1)) {
            var value = new SettingValue(setting.unit(), beyond);
            assertThat(rail.place(value)).isEqualTo(Guardrail.Place.REFUSED);
        }
    }

    // [utest->req~alarm.limits-have-floors~1]
    @Test
    void has_no_way_to_lower_an_urgent_low_or_to_switch_it_off() {
        assertThat(Setting.URGENT_LOW_AT_OR_BELOW.guardrail().least()).isEqualTo(SettingValue.mgPerDl(54));
        assertThat(List.of(
                        AlarmKind.URGENT_LOW,
                        AlarmKind.URGENT_LOW_SOON,
                        AlarmKind.LOW,
                        AlarmKind.VERY_HIGH,
                        AlarmKind.SIGNAL_LOST,
                        AlarmKind.WARM_UP))
                .allSatisfy(kind -> assertThat(Setting.switchOf(kind)).isEmpty());
        assertThat(Setting.switchOf(AlarmKind.HIGH)).isPresent();
    }

    @Test
    void shows_what_was_typed_in_mmol_as_it_was_typed() {
        IntStream.rangeClosed(22, 222).mapToObj(tenths -> tenths / 10.0).forEach(typed -> {
            var kept = SettingValue.mmolPerL(typed);

            assertThat(kept.glucose().mmolPerL()).isEqualTo(typed);
        });
        assertThat(SettingValue.mmolPerL(3.9)).isEqualTo(SettingValue.mgPerDl(70));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alarm.falling-fast.rate              | 2.5 mg/dL/min | 2.5 mg/dL/min
            alarm.falling-fast.rate              | 2 mg/dL/min   | 2 mg/dL/min
            alarm.sensor-battery-low.at-or-below | 15%           | 15 %
            alarm.night.from                     | 21:30         | 21:30
            alarm.high.rings                     | off           | off
            alarm.remind-after                   | 90s           | 90s
            alarm.persistent-high.after          | 120m          | 2h
            """)
    void reads_every_unit(String key, String text, String written) {
        assertThat(Setting.of(key).orElseThrow().read(text)).hasToString(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alarm.night.from        | 25:00 | alarm.night.from = "25:00" is not a time of day, such as 22:00.
            alarm.high.rings        | no    | alarm.high.rings = "no" is not on or off.
            alarm.falling-fast.rate | fast  | alarm.falling-fast.rate = "fast" is not mg/dL in a minute, such as 3 mg/dL/min or 2.5 mg/dL/min.
            """)
    void refuses_in_one_sentence_what_it_cannot_read(String key, String text, String sentence) {
        var setting = Setting.of(key).orElseThrow();

        assertThatThrownBy(() -> setting.read(text))
                .isInstanceOf(PolicyRefused.class)
                .hasMessage(sentence);
    }

    @Test
    void refuses_a_value_of_another_unit() {
        assertThatThrownBy(() -> Setting.LOW_BELOW.allowed(SettingValue.readings(70)))
                .isInstanceOf(PolicyRefused.class)
                .hasMessage("alarm.low.below is written as 70 mg/dL, not as 70.");
        assertThatThrownBy(() -> SettingValue.readings(2).glucose()).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void a_preset_lies_within_what_is_recommended_and_makes_a_policy(Preset preset) {
        assertThat(preset.settings())
                .allSatisfy((setting, value) ->
                        assertThat(setting.guardrail().place(value)).isEqualTo(Guardrail.Place.RECOMMENDED));
        assertThat(preset.settings().keySet()).isEqualTo(Preset.ADULT.settings().keySet());
        assertThat(AlarmPolicy.of(preset.settings()).urgentLow().atOrBelow()).isEqualTo(Glucose.mgPerDl(54));
        assertThat(Preset.read(preset.word())).isEqualTo(preset);
    }

    @Test
    void the_preset_of_adults_is_what_a_ward_begins_with() {
        assertThat(AlarmPolicy.of(Preset.ADULT.settings())).isEqualTo(AlarmPolicy.standard());
        assertThat(Preset.INPATIENT.settings()).containsEntry(Setting.LOW_BELOW, SettingValue.mgPerDl(85));
        assertThatThrownBy(() -> Preset.read("hospital"))
                .hasMessage(
                        "There is no preset \"hospital\"; there are adult, pregnancy, older-or-high-risk, paediatric,"
                                + " inpatient.");
    }

    // [utest->req~policy.never-loosened-from-afar~1]
    @Test
    void a_policy_is_stricter_when_nothing_is_looser_and_something_is_not() {
        var standard = AlarmPolicy.standard();
        var stricter = AlarmPolicy.of(
                Map.of(Setting.LOW_BELOW, SettingValue.mgPerDl(72), Setting.HIGH_ABOVE, SettingValue.mgPerDl(245)));
        var mixed = AlarmPolicy.of(
                Map.of(Setting.LOW_BELOW, SettingValue.mgPerDl(72), Setting.HIGH_ABOVE, SettingValue.mgPerDl(260)));
        var otherNight = AlarmPolicy.read(Map.of("alarm.night.from", "21:00"));
        var off = AlarmPolicy.read(Map.of("alarm.high.rings", "off"));

        assertThat(stricter.isStricterThan(standard)).isTrue();
        assertThat(standard.isStricterThan(stricter)).isFalse();
        assertThat(mixed.isStricterThan(standard)).isFalse();
        assertThat(standard.isStricterThan(standard)).isFalse();
        assertThat(otherNight.isStricterThan(standard)).isFalse();
        assertThat(off.isStricterThan(standard)).isFalse();
        assertThat(standard.isStricterThan(off)).isTrue();
    }

    static List<Setting> everySetting() {
        return Setting.values();
    }
}
