package io.vigil.policy;

import java.util.Optional;

/** One thing that a change of a policy changed, with what was there before: so it can be read, and undone. */
public sealed interface PolicyEdit {

    /** The change that takes it back. */
    PolicyEdit inverse();

    /** A value of the page itself; none where it is as inherited. */
    record OfValue(Setting setting, Hours hours, Optional<SettingValue> from, Optional<SettingValue> to)
            implements PolicyEdit {
        @Override
        public OfValue inverse() {
            return new OfValue(setting, hours, to, from);
        }
    }

    /** The preset of the page; none where a patient follows the ward. */
    record OfPreset(Optional<Preset> from, Optional<Preset> to) implements PolicyEdit {
        @Override
        public OfPreset inverse() {
            return new OfPreset(to, from);
        }
    }
}
