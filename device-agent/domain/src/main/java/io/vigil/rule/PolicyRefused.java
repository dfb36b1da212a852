package io.vigil.rule;

import java.io.Serial;

/** Settings of alarms that would not be safe, or could not be read. The message is one sentence for a person. */
public final class PolicyRefused extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1;

    PolicyRefused(String sentence) {
        super(sentence);
    }

    public static PolicyRefused because(String sentence) {
        return new PolicyRefused(sentence);
    }

    /** The sentence of what is not safe. */
    public static void unless(boolean safe, String sentence) {
        if (!safe) {
            throw new PolicyRefused(sentence);
        }
    }
}
