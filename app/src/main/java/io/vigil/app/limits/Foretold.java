package io.vigil.app.limits;

import io.vigil.policy.Hours;
import io.vigil.policy.PolicySheet;
import io.vigil.policy.PolicyWish;
import io.vigil.policy.PolicyWish.Choose;
import io.vigil.policy.PolicyWish.FollowWard;
import io.vigil.policy.PolicyWish.Put;
import io.vigil.policy.PolicyWish.Release;
import io.vigil.policy.Preset;
import io.vigil.policy.SetBy.Layer;
import io.vigil.policy.Setting;
import io.vigil.policy.SettingValue;
import io.vigil.ward.PatientId;
import io.vigil.ward.Station;
import java.util.Optional;

/**
 * What would hold if the edits were saved, for the eye alone: what does hold is the agent's to say, and its sheet says it
 * again after each change. The layers lie as in the agent's book: a value for the night over one for always, both over a
 * preset, a patient's over the ward's.
 *
 * @param sheet of the patient, or of the ward
 * @param ward the ward's; the same one where the sheet is the ward's
 */
record Foretold(PolicySheet sheet, PolicySheet ward, LimitEdits edits) {

    /** As it is, without any edit. */
    Foretold before() {
        return new Foretold(sheet, ward, LimitEdits.NONE);
    }

    SettingValue value(Setting setting, Hours hours) {
        return switch (hours) {
            case ALWAYS -> always(setting).orElseGet(() -> inherited(setting, Hours.ALWAYS));
            case AT_NIGHT ->
                own(setting, Hours.AT_NIGHT)
                        .or(() -> always(setting))
                        .orElseGet(() -> inherited(setting, Hours.AT_NIGHT));
        };
    }

    /** The subject's own, or the one that an edited limit takes along. */
    Optional<SettingValue> own(Setting setting, Hours hours) {
        var edit = edits.at(setting, hours);
        return edit.isPresent()
                ? value(edit.get()) // empty where it is to be taken away
                : takenAlong(setting, hours).or(() -> ownOnSheet(setting, hours));
    }

    /** Where another limit was moved whose alarm is over there. */
    Optional<SettingValue> takenAlong(Setting setting, Hours hours) {
        if (edits.at(setting, hours).isPresent()) {
            return Optional.empty();
        }
        return Setting.values().stream()
                .filter(leader -> leader.takesAlong().filter(setting::equals).isPresent())
                .flatMap(leader -> edits.at(leader, hours).stream())
                .flatMap(wish -> wish instanceof Put put ? Optional.of(put).stream() : Optional.<Put>empty().stream())
                .map(put -> moved(put, setting))
                .findFirst();
    }

    Optional<Preset> preset() {
        return edits.preset().map(Foretold::preset).orElseGet(sheet::preset);
    }

    /** Whether the preset chosen here, or kept, says this value. */
    boolean isOfPreset(Setting setting) {
        return own(setting, Hours.ALWAYS).isEmpty()
                && preset().filter(chosen -> chosen.settings().containsKey(setting))
                        .isPresent();
    }

    boolean isForWard() {
        return sheet.subject() instanceof Station;
    }

    private Optional<SettingValue> always(Setting setting) {
        return own(setting, Hours.ALWAYS)
                .or(() -> preset().flatMap(
                                chosen -> Optional.ofNullable(chosen.settings().get(setting))));
    }

    private SettingValue inherited(Setting setting, Hours hours) {
        return switch (sheet.subject()) {
            case PatientId _ ->
                switch (hours) {
                    case ALWAYS -> ward.line(setting).always();
                    case AT_NIGHT ->
                        ward.line(setting)
                                .atNight()
                                .orElseGet(() -> ward.line(setting).always());
                };
            case Station _ -> beneathTheWard(setting);
        };
    }

    /** What the station was started with; where the ward's own lies over it, the sheet does not tell, and the standard is near. */
    private SettingValue beneathTheWard(Setting setting) {
        var line = sheet.line(setting);
        var layer = line.setBy().layer();
        return layer == Layer.STANDARD || layer == Layer.STATION_FILE ? line.always() : setting.standard();
    }

    private Optional<SettingValue> ownOnSheet(Setting setting, Hours hours) {
        var line = sheet.line(setting);
        return switch (hours) {
            case ALWAYS -> line.own();
            case AT_NIGHT -> line.atNight();
        };
    }

    private SettingValue moved(Put put, Setting along) {
        var before = before();
        var rail = along.guardrail();
        var amount = before.value(along, put.hours()).amount()
                + put.value().amount()
                - before.value(put.setting(), put.hours()).amount();
        return new SettingValue(
                along.unit(),
                Math.clamp(amount, rail.least().amount(), rail.most().amount()));
    }

    private static Optional<SettingValue> value(PolicyWish wish) {
        return switch (wish) {
            case Put(var _, var _, var value) -> Optional.of(value);
            case Release _, Choose _, FollowWard _ -> Optional.empty();
        };
    }

    private static Optional<Preset> preset(PolicyWish wish) {
        return switch (wish) {
            case Choose(var preset) -> Optional.of(preset);
            case FollowWard _, Put _, Release _ -> Optional.empty();
        };
    }
}
