package io.vigil.policy;

/** Which way a setting is moved to ring sooner, more often or longer. */
enum Safer {
    HIGHER,
    LOWER,
    /** Neither way is plainly the safer one. */
    NEITHER;

    /** Whether the latter rings at least as readily as the former, for certain. */
    boolean isKept(SettingValue former, SettingValue latter) {
        return switch (this) {
            case HIGHER -> latter.amount() >= former.amount();
            case LOWER -> latter.amount() <= former.amount();
            case NEITHER -> latter.amount() == former.amount();
        };
    }
}
