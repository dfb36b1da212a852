package io.vigil.agent.serving;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

/** Passwords, hashed with Argon2id: 19 MiB, two passes, one lane (OWASP's least); about 70 ms. */
public final class Passwords {

    private static final int SALT_BYTES = 16;
    private static final Argon2Function ARGON2ID = Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

    /** Checked when nobody of that name is known, so that the time it takes does not tell who is. */
    private static final String NOBODYS = hash("nobody's");

    private Passwords() {}

    /** With its salt and its costs in it. */
    public static String hash(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON2ID).getResult();
    }

    static boolean matches(String password, String hash) {
        return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    }

    static boolean matchesNobody(String password) {
        var _ = matches(password, NOBODYS);
        return false;
    }
}
