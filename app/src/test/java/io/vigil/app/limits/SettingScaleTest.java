package io.vigil.app.limits;

import static io.vigil.policy.SettingValue.mgPerDl;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.app.ui.Times;
import io.vigil.app.ui.Units;
import io.vigil.policy.Guardrail;
import io.vigil.policy.Setting;
import io.vigil.policy.SettingUnit;
import io.vigil.policy.SettingValue;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingScaleTest {

    private static final Times ENGLISH = new Times(ZoneOffset.UTC, Locale.ENGLISH);
    private static final Times GERMAN = new Times(ZoneOffset.UTC, Locale.GERMANY);

    private final SettingScale low = new SettingScale(Setting.LOW_BELOW, Units.MMOL_PER_L, ENGLISH);

    @Test
    void what_is_typed_in_mmol_is_shown_again_as_it_was_typed() {
        assertThat(low.typed("3.9", mgPerDl(80))).contains(mgPerDl(70));
        assertThat(low.text(mgPerDl(70))).isEqualTo("3.9");
        assertThat(low.typed("4,4 mmol/L", mgPerDl(70)).map(low::text)).contains("4.4");
    }

    @ParameterizedTest
    @EnumSource(Units.class)
    void every_allowed_value_typed_as_it_is_shown_shows_the_same_again(Units units) {
        for (var setting : Setting.values()) {
            if (setting.unit() == SettingUnit.SWITCH) {
                continue;
            }
            for (var times : new Times[] {ENGLISH, GERMAN}) {
                var scale = new SettingScale(setting, units, times);
                var rail = setting.guardrail();
                var step = setting.unit() == SettingUnit.SECONDS ? 60 : 1;
                for (var amount = rail.least().amount(); amount <= rail.most().amount(); amount += step) {
                    var value = new SettingValue(setting.unit(), amount);
                    var again = scale.typed(scale.text(value), setting.standard());
                    assertThat(again.map(scale::text))
                            .as("%s %s", setting, value)
                            .contains(scale.text(value));
                    assertThat(again.filter(it -> rail.place(it) != Guardrail.Place.REFUSED))
                            .as("%s %s", setting, value)
                            .isPresent();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Units.class)
    void a_step_always_leads_to_another_number(Units units) {
        for (var setting : Setting.values()) {
            if (setting.unit() != SettingUnit.SWITCH && setting.unit() != SettingUnit.TIME_OF_DAY) {
                var scale = new SettingScale(setting, units, ENGLISH);
                var from = setting.standard();
                assertThat(scale.stepped(from, 1).amount()).as(setting.key()).isGreaterThan(from.amount());
                assertThat(scale.text(scale.stepped(from, 1))).as(setting.key()).isNotEqualTo(scale.text(from));
                assertThat(scale.stepped(from, -1).amount()).as(setting.key()).isLessThanOrEqualTo(from.amount());
            }
        }
    }

    @Test
    void what_is_no_value_is_none() {
        assertThat(low.typed("low", mgPerDl(70))).isEmpty();
        assertThat(low.typed("3.95", mgPerDl(70))).isEmpty();
        assertThat(low.typed("999", mgPerDl(70))).isEmpty();
        assertThat(new SettingScale(Setting.NIGHT_FROM, Units.MG_PER_DL, ENGLISH)
                        .typed("25:00", Setting.NIGHT_FROM.standard()))
                .isEmpty();
        assertThat(new SettingScale(Setting.LOW_BELOW, Units.MG_PER_DL, ENGLISH).typed("70.5", mgPerDl(70)))
                .isEmpty();
    }
}
