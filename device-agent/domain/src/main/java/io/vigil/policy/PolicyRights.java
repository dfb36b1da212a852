package io.vigil.policy;

import io.vigil.ward.Role;

/** The one place that says who may change which settings. */
public final class PolicyRights {

    private PolicyRights() {}

    /** How far somebody may go. */
    public enum Right {
        NONE("not"),
        /** Within the recommended bounds. */
        RECOMMENDED("within the recommended bounds"),
        /** Within the absolute ones. */
        ALL("within the absolute bounds");

        private final String words;

        Right(String words) {
            this.words = words;
        }

        /** As it stands in a table. */
        public String words() {
            return words;
        }
    }

    /**
     * The table. A preset is a matter of {@link Realm#GLUCOSE}.
     *
     * @param forWard whether it is to hold for the whole ward, not for one patient
     */
    // [impl->req~policy.who-may-change-what~1]
    public static Right of(Role role, Realm realm, boolean forWard) {
        return switch (role) {
            case DOCTOR ->
                switch (realm) {
                    case GLUCOSE, SENSOR -> Right.ALL;
                    case WARD -> Right.RECOMMENDED;
                };
            case NURSE ->
                switch (realm) {
                    case GLUCOSE, SENSOR -> forWard ? Right.NONE : Right.RECOMMENDED;
                    case WARD -> Right.NONE;
                };
            case TECHNICIAN ->
                switch (realm) {
                    case GLUCOSE -> Right.NONE;
                    case SENSOR, WARD -> Right.RECOMMENDED;
                };
            case ADMINISTRATOR -> forWard ? Right.RECOMMENDED : Right.NONE;
        };
    }

    /** Whether somebody of that role may give the setting that value. */
    public static boolean allow(Role role, Setting setting, SettingValue value, boolean forWard) {
        return switch (of(role, setting.realm(), forWard)) {
            case NONE -> false;
            case RECOMMENDED -> setting.guardrail().place(value) == Guardrail.Place.RECOMMENDED;
            case ALL -> setting.guardrail().place(value) != Guardrail.Place.REFUSED;
        };
    }
}
