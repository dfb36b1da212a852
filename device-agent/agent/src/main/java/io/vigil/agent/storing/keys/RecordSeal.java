package io.vigil.agent.storing.keys;

import java.security.Provider;
import java.security.Security;

/**
 * The security provider through which the database seals each record with AES-256-GCM. HSQLDB's own ciphers either show
 * equal blocks as equal or accept a flipped bit (decision 0006); it takes a cipher by name, so this gives it one.
 */
public final class RecordSeal extends Provider {

    /** Both the provider's name and the cipher's, as HSQLDB asks for them. */
    public static final String NAME = "VigilRecordSeal";

    private static final long serialVersionUID = 1;

    private RecordSeal() {
        super(NAME, "1", "AES-256-GCM with a random nonce for each record");
        put("Cipher." + NAME, RecordCipher.class.getName());
    }

    /** Makes the cipher known to this JVM. Told again, it changes nothing. */
    public static void install() {
        Security.addProvider(new RecordSeal());
    }
}
