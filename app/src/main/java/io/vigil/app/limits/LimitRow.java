package io.vigil.app.limits;

import io.vigil.alarm.AlarmKind;
import io.vigil.policy.Setting;
import io.vigil.policy.SettingValue;
import java.util.Optional;

/**
 * One setting on the page, ready to be read.
 *
 * @param kind the alarm whose limit it is, where its shape is to stand beside it
 * @param origin who set it, and when; for an edited one, what it was
 * @param night none where it is the same at all hours for whomever
 * @param rail where the value lies within its bounds; none where there is nothing to draw
 * @param remark a sentence about the value; empty when all is well
 * @param locked why it cannot be changed here by who looks at it; empty where it can
 */
record LimitRow(
        Setting setting,
        Optional<AlarmKind> kind,
        String name,
        String sign,
        String origin,
        boolean isEdited,
        Cell day,
        Optional<Night> night,
        Optional<LimitRail> rail,
        Remark remark,
        String locked) {

    /**
     * A value that can be moved.
     *
     * @param mayBeLess whether a step down leads anywhere
     * @param mayBeReset whether there is something of its own, or an edit, that can be taken away
     */
    record Cell(
            SettingValue value,
            String text,
            boolean isEdited,
            boolean mayBeLess,
            boolean mayBeMore,
            boolean mayBeReset) {}

    /** What holds in the ward's night. */
    sealed interface Night {
        /** The same as by day. */
        record AsByDay(String words) implements Night {}

        /** A value that comes from the ward's night. */
        record OfWard(String words) implements Night {}

        /** A value of its own. */
        record Own(Cell cell) implements Night {}
    }

    /** A sentence about a value. */
    record Remark(Weight weight, String words) {

        static final Remark NONE = new Remark(Weight.NONE, "");

        enum Weight {
            NONE,
            /** Allowed, and outside what is recommended. */
            UNUSUAL,
            /** It was not done, and here is why. */
            REFUSED
        }
    }

    boolean isLocked() {
        return !locked.isEmpty();
    }
}
