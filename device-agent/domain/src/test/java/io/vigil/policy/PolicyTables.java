package io.vigil.policy;

import io.vigil.ward.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may change what, and how far: as tables to be read, from the code that decides it. */
final class PolicyTables {

    private PolicyTables() {}

    static String page() {
        return """
                # Who may change which alarm settings, and how far

                Written from `PolicyRights`, `Setting` and `Preset`; `PolicyTablesTest` holds it against them.

                ## Rights

                %s
                ## Settings

                %s
                ## Presets

                %s""".formatted(rights(), settings(), presets());
    }

    private static String rights() {
        return table(
                List.of(
                        "role",
                        "glucose, patient",
                        "glucose, ward",
                        "sensors, patient",
                        "sensors, ward",
                        "ward's ways"),
                Arrays.stream(Role.values())
                        .map(role -> List.of(
                                lower(role),
                                words(role, Realm.GLUCOSE, false),
                                words(role, Realm.GLUCOSE, true),
                                words(role, Realm.SENSOR, false),
                                words(role, Realm.SENSOR, true),
                                words(role, Realm.WARD, true)))
                        .toList());
    }

    private static String settings() {
        return table(
                List.of("setting", "what it is", "begins with", "recommended", "bounds", "of"),
                Setting.values().stream()
                        .map(setting -> List.of(
                                "`" + setting + "`",
                                setting.words(),
                                setting.standard().toString(),
                                setting.guardrail().leastRecommended() + " to "
                                        + setting.guardrail().mostRecommended(),
                                setting.guardrail().least() + " to "
                                        + setting.guardrail().most(),
                                setting.realm().words()))
                        .toList());
    }

    private static String presets() {
        return table(
                Stream.concat(
                                Stream.of("setting"),
                                Arrays.stream(Preset.values()).map(Preset::word))
                        .toList(),
                Setting.values().stream()
                        .filter(Preset.ADULT.settings()::containsKey)
                        .map(setting -> Stream.concat(
                                        Stream.of("`" + setting + "`"),
                                        Arrays.stream(Preset.values())
                                                .map(preset -> String.valueOf(
                                                        preset.settings().get(setting))))
                                .toList())
                        .toList());
    }

    private static String words(Role role, Realm realm, boolean forWard) {
        return PolicyRights.of(role, realm, forWard).words();
    }

    private static String lower(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static String table(List<String> heading, List<List<String>> rows) {
        Function<List<String>, String> line = cells -> cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
        return line.apply(heading)
                + line.apply(heading.stream().map(_ -> "---").toList())
                + rows.stream().map(line).collect(Collectors.joining());
    }
}
