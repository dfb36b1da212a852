package io.vigil.policy;

/** What somebody wants of the policy of the ward or of a patient. */
public sealed interface PolicyWish {

    /** This value, always or at night. */
    record Put(Setting setting, Hours hours, SettingValue value) implements PolicyWish {}

    /** No value of its own: as it is inherited. */
    record Release(Setting setting, Hours hours) implements PolicyWish {}

    /** This preset. Values that were set beside the former stay. */
    record Choose(Preset preset) implements PolicyWish {}

    /** No preset of its own: a patient follows the ward, the ward the standard. */
    record FollowWard() implements PolicyWish {}
}
