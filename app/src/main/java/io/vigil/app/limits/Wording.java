package io.vigil.app.limits;

import io.vigil.alarm.AlarmKind;
import io.vigil.app.ui.AlarmWords;
import io.vigil.app.ui.PatientNames;
import io.vigil.app.ui.Texts;
import io.vigil.app.ui.Times;
import io.vigil.app.ui.Units;
import io.vigil.policy.Hours;
import io.vigil.policy.Preset;
import io.vigil.policy.Setting;
import io.vigil.ward.Role;
import java.time.Instant;
import java.util.Locale;

/** How this screen speaks: units, zone, language, and how much of a name it may show. */
record Wording(Units units, Times times, PatientNames names) {

    String text(String key, Object... filledIn) {
        return Texts.of(Wording.class, times.locale()).get(key, filledIn);
    }

    /** {@code Low <}; an alarm's switch and its quiet are called by the alarm. */
    String name(Setting setting) {
        return SettingKind.of(setting)
                .map(this::name)
                .orElseGet(() -> text("setting." + setting.key().substring("alarm.".length())));
    }

    String name(AlarmKind kind) {
        return alarms().name(kind);
    }

    /** The name, with the hours where they are not all of them. */
    String name(Setting setting, Hours hours) {
        return switch (hours) {
            case ALWAYS -> summed(setting);
            case AT_NIGHT -> text("at-night", summed(setting));
        };
    }

    String name(Preset preset) {
        return text("preset." + preset.word());
    }

    String name(Role role) {
        return Texts.of(AlarmWords.class, locale()).get("role." + role.name().toLowerCase(Locale.ROOT));
    }

    SettingScale scale(Setting setting) {
        return new SettingScale(setting, units, times);
    }

    AlarmWords alarms() {
        return AlarmWords.of(units, times);
    }

    Locale locale() {
        return times.locale();
    }

    /** {@code Mon 16 May 04:05}. */
    String moment(Instant moment) {
        return times.day(moment) + " " + times.timeOfDay(moment);
    }

    /** Outside its section, a switch or a quiet says what it is. */
    private String summed(Setting setting) {
        return SettingKind.of(setting)
                .map(kind -> text(SettingKind.isSwitch(setting) ? "summed.rings" : "summed.quiet-for", name(kind)))
                .orElseGet(() -> name(setting));
    }
}
