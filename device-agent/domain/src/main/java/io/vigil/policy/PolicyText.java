package io.vigil.policy;

import io.vigil.rule.PolicyRefused;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Alarm settings as a file has them: a key, and a value with its unit. A preset may stand before them:
 * {@code alarm.preset = inpatient}.
 */
public record PolicyText(Optional<Preset> preset, Map<Setting, SettingValue> values) {

    private static final String PRESET = "alarm.preset";

    public PolicyText {
        values = Map.copyOf(values);
    }

    /** Throws {@link PolicyRefused} with a sentence where a key or a value is not known, or what they make is not safe. */
    public static PolicyText read(Map<String, String> settings) {
        var untold = new HashMap<>(settings);
        var preset = Optional.ofNullable(untold.remove(PRESET)).map(Preset::read);
        var values = new LinkedHashMap<Setting, SettingValue>();
        for (var setting : Setting.values()) {
            var text = untold.remove(setting.key());
            if (text != null) {
                values.put(setting, setting.allowed(setting.read(text)));
            }
        }
        PolicyRefused.unless(
                untold.isEmpty(),
                "There is no setting " + String.join(" and no ", new TreeSet<>(untold.keySet())) + ".");
        var read = new PolicyText(preset, values);
        var _ = read.policy();
        return read;
    }

    AlarmPolicy policy() {
        var all = new HashMap<Setting, SettingValue>();
        preset.ifPresent(chosen -> all.putAll(chosen.settings()));
        all.putAll(values);
        return AlarmPolicy.of(all);
    }
}
