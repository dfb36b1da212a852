package io.vigil.app.limits;

import io.vigil.app.limits.Freedom.Asked;
import io.vigil.policy.NumberedChange;
import io.vigil.policy.PolicyEdit;
import io.vigil.policy.PolicyEdit.OfPreset;
import io.vigil.policy.PolicyEdit.OfValue;
import io.vigil.policy.PolicySheet;
import io.vigil.policy.Preset;
import io.vigil.policy.Realm;
import io.vigil.policy.SettingValue;
import java.util.List;
import java.util.Optional;

/**
 * A change that somebody made, ready to be read.
 *
 * @param lines what was changed, each as before and after
 * @param undoes which change it took back; empty where it is one of its own
 * @param mayBeUndone whether it still stands, and who looks at it may take it back
 * @param why it cannot be taken back, where that is worth a word
 */
record HistoryEntry(
        long number,
        String at,
        String by,
        List<String> lines,
        String reason,
        String undoes,
        boolean mayBeUndone,
        String why) {

    static HistoryEntry of(NumberedChange numbered, PolicySheet sheet, Freedom freedom, Wording wording) {
        var change = numbered.change();
        var stands = change.edits().stream().allMatch(edit -> stands(edit, sheet));
        return new HistoryEntry(
                numbered.number(),
                wording.moment(change.at()),
                wording.text(
                        "history.by",
                        change.by().name(),
                        wording.name(change.by().role())),
                change.edits().stream()
                        .map(edit -> line(edit, freedom, wording))
                        .toList(),
                change.reason(),
                change.undoes() == 0 ? "" : wording.text("history.undoes", Long.toString(change.undoes())),
                stands && change.edits().stream().allMatch(edit -> mayTakeBack(edit, freedom)),
                stands ? "" : wording.text("history.stands-not"));
    }

    private static boolean stands(PolicyEdit edit, PolicySheet sheet) {
        return switch (edit) {
            case OfValue(var setting, var hours, var _, var to) ->
                switch (hours) {
                    case ALWAYS -> sheet.line(setting).own().equals(to);
                    case AT_NIGHT -> sheet.line(setting).atNight().equals(to);
                };
            case OfPreset(var _, var to) -> sheet.preset().equals(to);
        };
    }

    private static boolean mayTakeBack(PolicyEdit edit, Freedom freedom) {
        return switch (edit) {
            case OfValue(var setting, var _, var from, var _) ->
                freedom.locked(setting.realm()).isEmpty()
                        && from.map(value -> freedom.ask(setting, value) instanceof Asked.Granted)
                                .orElse(true);
            case OfPreset _ -> freedom.locked(Realm.GLUCOSE).isEmpty();
        };
    }

    private static String line(PolicyEdit edit, Freedom freedom, Wording wording) {
        return switch (edit) {
            case OfValue(var setting, var hours, var from, var to) -> {
                var scale = wording.scale(setting);
                yield wording.name(setting, hours) + "  " + text(from, scale, wording) + " → "
                        + to.map(scale::signed).orElseGet(() -> wording.text("history.released"));
            }
            case OfPreset(var from, var to) ->
                wording.text("preset") + "  " + text(from, freedom, wording) + " → " + text(to, freedom, wording);
        };
    }

    private static String text(Optional<SettingValue> value, SettingScale scale, Wording wording) {
        return value.map(scale::text).orElseGet(() -> wording.text("history.released"));
    }

    private static String text(Optional<Preset> preset, Freedom freedom, Wording wording) {
        return preset.map(wording::name)
                .orElseGet(() -> wording.text(freedom.isForWard() ? "preset.standard" : "preset.as-ward"));
    }
}
