package io.vigil.app.limits;

import io.vigil.policy.Hours;
import io.vigil.policy.PolicySheet;
import io.vigil.policy.PolicyWish;
import io.vigil.policy.Setting;
import java.util.List;
import java.util.stream.Stream;

/** What a patient would have of a change of the ward's settings, said as if it were their own. */
final class WardWish {

    private WardWish() {}

    /** What the patient has of their own stays, by day and by night. */
    static List<PolicyWish> of(Foretold ward, PolicySheet patient) {
        return Setting.values().stream()
                .filter(setting -> isChanged(ward, setting) && !isOwn(patient, setting))
                .flatMap(setting -> Stream.of(Hours.values())
                        .filter(hours -> hours == Hours.ALWAYS
                                || patient.line(setting).atNight().isEmpty())
                        .<PolicyWish>map(hours -> new PolicyWish.Put(setting, hours, ward.value(setting, hours))))
                .toList();
    }

    /** Whether anything that is changed could hold for one patient. */
    static boolean isOfPatients(Foretold ward) {
        return Setting.values().stream().anyMatch(setting -> isChanged(ward, setting));
    }

    private static boolean isChanged(Foretold ward, Setting setting) {
        return setting.isOfPatients()
                && Stream.of(Hours.values())
                        .anyMatch(hours ->
                                !ward.value(setting, hours).equals(ward.before().value(setting, hours)));
    }

    private static boolean isOwn(PolicySheet patient, Setting setting) {
        return patient.line(setting).own().isPresent()
                || patient.preset()
                        .filter(preset -> preset.settings().containsKey(setting))
                        .isPresent();
    }
}
