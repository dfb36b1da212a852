package io.vigil.agent.storing.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RecordCipherTest {

    private static final byte[] RECORD = "INSERT INTO PATIENT VALUES('Berger, Anna')".getBytes(UTF_8);

    private final SecretKey key = DataKey.random(new SecureRandom()).derive("database", RecordSeal.NAME);

    @BeforeAll
    static void install() {
        RecordSeal.install();
    }

    private Cipher cipher(int mode) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(RecordSeal.NAME, RecordSeal.NAME);
        cipher.init(mode, key);
        return cipher;
    }

    private byte[] sealed() throws GeneralSecurityException {
        return cipher(Cipher.ENCRYPT_MODE).doFinal(RECORD);
    }

    @Test
    void opens_what_it_sealed_and_adds_28_bytes() throws Exception {
        var sealed = sealed();

        assertThat(sealed).hasSize(RECORD.length + 28);
        assertThat(cipher(Cipher.ENCRYPT_MODE).getOutputSize(RECORD.length)).isEqualTo(sealed.length);
        assertThat(new String(sealed, UTF_8)).doesNotContain("Berger");
        assertThat(cipher(Cipher.DECRYPT_MODE).doFinal(sealed)).isEqualTo(RECORD);
    }

    @Test
    void seals_the_same_record_differently_each_time() throws Exception {
        assertThat(sealed()).isNotEqualTo(sealed());
    }

    @Test
    void refuses_every_flipped_bit_and_every_shorter_record() throws Exception {
        var sealed = sealed();

        for (var bit = 0; bit < sealed.length * Byte.SIZE; bit++) {
            var hurt = sealed.clone();
            hurt[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThatThrownBy(() -> cipher(Cipher.DECRYPT_MODE).doFinal(hurt))
                    .as("bit " + bit)
                    .isInstanceOf(BadPaddingException.class);
        }
        for (var length = 0; length < sealed.length; length++) {
            var cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> cipher(Cipher.DECRYPT_MODE).doFinal(cut))
                    .as("length " + length)
                    .isInstanceOf(BadPaddingException.class);
        }
    }

    @Test
    void works_in_place_as_the_database_does() throws Exception {
        var buffer = Arrays.copyOf(RECORD, RECORD.length + 40);

        var sealed = cipher(Cipher.ENCRYPT_MODE).doFinal(buffer, 0, RECORD.length, buffer, 4);
        var opened = cipher(Cipher.DECRYPT_MODE).doFinal(buffer, 4, sealed, buffer, 0);

        assertThat(Arrays.copyOf(buffer, opened)).isEqualTo(RECORD);
    }

    @Test
    void seals_a_stream_as_one_record() throws Exception {
        var sealed = new ByteArrayOutputStream();
        try (var stream = new CipherOutputStream(sealed, cipher(Cipher.ENCRYPT_MODE))) {
            for (var piece = 0; piece < 1_000; piece++) {
                stream.write(RECORD);
            }
        }

        try (var stream =
                new CipherInputStream(new ByteArrayInputStream(sealed.toByteArray()), cipher(Cipher.DECRYPT_MODE))) {
            assertThat(stream.readAllBytes()).hasSize(1_000 * RECORD.length).startsWith(RECORD);
        }
        assertThat(sealed.size()).isEqualTo(1_000 * RECORD.length + 28);
    }

    @Test
    void takes_no_shorter_key() {
        var weak = new SecretKeySpec(new byte[16], RecordSeal.NAME);

        assertThatThrownBy(() ->
                        Cipher.getInstance(RecordSeal.NAME, RecordSeal.NAME).init(Cipher.ENCRYPT_MODE, weak))
                .isInstanceOf(InvalidKeyException.class);
    }
}
