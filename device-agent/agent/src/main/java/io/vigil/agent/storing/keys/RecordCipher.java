package io.vigil.agent.storing.keys;

import java.io.ByteArrayOutputStream;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.CipherSpi;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals one record as {@code nonce ‖ ciphertext ‖ tag}, 28 bytes longer than the plain one. What is given piece by piece
 * is gathered and sealed as one record; nothing of it is given out before its tag has been checked.
 */
// [impl->req~store.sealed~1]
public final class RecordCipher extends CipherSpi {

    private static final int NONCE = 12;
    private static final int TAG = 16;

    private final SecureRandom random = new SecureRandom();
    private final Cipher gcm;
    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
    private @Nullable SecretKeySpec key;
    private boolean sealing;

    /** Called by the JDK when the cipher is asked for by name. */
    public RecordCipher() throws GeneralSecurityException {
        gcm = Cipher.getInstance("AES/GCM/NoPadding");
    }

    @Override
    protected void engineInit(int mode, Key given, SecureRandom unused) throws InvalidKeyException {
        if (given.getEncoded().length != DataKey.BYTES) {
            throw new InvalidKeyException("A record is sealed with 256 bits");
        }
        // HSQLDB initialises before each record, always with the same key: its schedule is kept.
        if (key == null || !Arrays.equals(key.getEncoded(), given.getEncoded())) {
            key = new SecretKeySpec(given.getEncoded(), "AES");
        }
        sealing = mode == Cipher.ENCRYPT_MODE;
        gathered.reset();
    }

    @Override
    protected void engineInit(int mode, Key given, @Nullable AlgorithmParameterSpec parameters, SecureRandom unused)
            throws InvalidKeyException, InvalidAlgorithmParameterException {
        if (parameters != null) {
            throw new InvalidAlgorithmParameterException("The nonce is chosen anew for each record, never given");
        }
        engineInit(mode, given, unused);
    }

    @Override
    protected void engineInit(int mode, Key given, @Nullable AlgorithmParameters parameters, SecureRandom unused)
            throws InvalidKeyException, InvalidAlgorithmParameterException {
        engineInit(mode, given, (AlgorithmParameterSpec) null, unused);
    }

    @Override
    protected byte[] engineUpdate(byte[] input, int offset, int length) {
        gathered.write(input, offset, length);
        return new byte[0];
    }

    @Override
    protected int engineUpdate(byte[] input, int offset, int length, byte[] output, int outputOffset) {
        gathered.write(input, offset, length);
        return 0;
    }

    @Override
    protected byte[] engineDoFinal(byte @Nullable [] input, int offset, int length) throws BadPaddingException {
        if (gathered.size() == 0 && input != null) {
            return finish(input, offset, length);
        }
        if (input != null) {
            gathered.write(input, offset, length);
        }
        var whole = gathered.toByteArray();
        gathered.reset();
        return finish(whole, 0, whole.length);
    }

    @Override
    protected int engineDoFinal(byte @Nullable [] input, int offset, int length, byte[] output, int outputOffset)
            throws ShortBufferException, BadPaddingException {
        var finished = engineDoFinal(input, offset, length);
        if (output.length - outputOffset < finished.length) {
            throw new ShortBufferException("Needs " + finished.length + " bytes");
        }
        System.arraycopy(finished, 0, output, outputOffset, finished.length);
        return finished.length;
    }

    private byte[] finish(byte[] input, int offset, int length) throws BadPaddingException {
        try {
            return sealing ? seal(input, offset, length) : open(input, offset, length);
        } catch (BadPaddingException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM refuses its own parameters", e);
        }
    }

    private byte[] seal(byte[] plain, int offset, int length) throws GeneralSecurityException {
        var sealed = new byte[NONCE + length + TAG];
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        System.arraycopy(nonce, 0, sealed, 0, NONCE);
        gcm.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        gcm.doFinal(plain, offset, length, sealed, NONCE);
        return sealed;
    }

    private byte[] open(byte[] sealed, int offset, int length) throws GeneralSecurityException {
        if (length < NONCE + TAG) {
            throw new AEADBadTagException("A sealed record is never shorter than its nonce and tag");
        }
        gcm.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG * Byte.SIZE, sealed, offset, NONCE));
        return gcm.doFinal(sealed, offset + NONCE, length - NONCE);
    }

    @Override
    protected int engineGetOutputSize(int length) {
        var whole = gathered.size() + length;
        return sealing ? whole + NONCE + TAG : whole;
    }

    @Override
    protected int engineGetBlockSize() {
        return 0;
    }

    @Override
    protected byte @Nullable [] engineGetIV() {
        return null;
    }

    @Override
    protected @Nullable AlgorithmParameters engineGetParameters() {
        return null;
    }

    @Override
    protected void engineSetMode(String mode) {
        throw new UnsupportedOperationException("The cipher has one mode");
    }

    @Override
    protected void engineSetPadding(String padding) {
        throw new UnsupportedOperationException("The cipher needs no padding");
    }
}
