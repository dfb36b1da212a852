package io.vigil.app.limits;

import io.vigil.alarm.AlarmKind;
import io.vigil.policy.Setting;
import io.vigil.policy.SettingUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which alarm a setting belongs to, where each alarm has one such: its switch, and the quiet after its answer. */
final class SettingKind {

    private static final Map<Setting, AlarmKind> KINDS = Arrays.stream(AlarmKind.values())
            .flatMap(kind -> Stream.concat(Stream.of(Setting.quietFor(kind)), Setting.switchOf(kind).stream())
                    .map(setting -> Map.entry(setting, kind)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private SettingKind() {}

    static Optional<AlarmKind> of(Setting setting) {
        return Optional.ofNullable(KINDS.get(setting));
    }

    static boolean isSwitch(Setting setting) {
        return setting.unit() == SettingUnit.SWITCH;
    }

    static boolean isQuiet(Setting setting) {
        return !isSwitch(setting) && of(setting).isPresent();
    }
}
