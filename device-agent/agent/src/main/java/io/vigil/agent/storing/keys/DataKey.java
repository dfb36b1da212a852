package io.vigil.agent.storing.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The 32 random bytes from which every key of the store is derived. Never used by itself, and never printed. */
public final class DataKey {

    public static final int BYTES = 32;

    private final byte[] secret;

    public DataKey(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("A data key has " + BYTES + " bytes, not " + secret.length);
        }
        this.secret = secret.clone();
    }

    public static DataKey random(SecureRandom random) {
        var secret = new byte[BYTES];
        random.nextBytes(secret);
        return new DataKey(secret);
    }

    /** A key of its own for each purpose (HKDF, RFC 5869): whoever learns one learns nothing of the others. */
    public SecretKey derive(String purpose, String algorithm) {
        try {
            var expand = HKDFParameterSpec.ofExtract()
                    .addIKM(new SecretKeySpec(secret, "HKDF"))
                    .thenExpand(purpose.getBytes(UTF_8), BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, expand);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("JDK 25 has HKDF-SHA256, this one does not", e);
        }
    }

    byte[] secret() {
        return secret.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DataKey key && MessageDigest.isEqual(secret, key.secret);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(secret);
    }

    @Override
    public String toString() {
        return "DataKey[hidden]";
    }
}
