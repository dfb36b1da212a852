package io.vigil.agent.serving;

import io.vigil.contract.OwnFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The station's own certificate: made on the first start, signed by nobody but itself, and pinned by those who call. It does
 * not expire: a link that fails on a birthday helps nobody, and the pin is worth more than a date.
 */
record StationCertificate(String certificatePem, String keyPem) {

    private static final String CERTIFICATE = "certificate.pem";
    private static final String KEY = "key.pem";

    private static final Instant ALWAYS = Instant.parse("2020-01-01T00:00:00Z");

    /** What RFC 5280, 4.1.2.5, gives for a certificate without a good end. */
    private static final Instant FOR_GOOD = Instant.parse("9999-12-31T23:59:59Z");

    /** The one in the folder; where there is none yet, a new one. */
    static StationCertificate in(Path folder) {
        try {
            if (!Files.exists(folder.resolve(CERTIFICATE)) || !Files.exists(folder.resolve(KEY))) {
                create(folder);
            }
            return new StationCertificate(
                    Files.readString(folder.resolve(CERTIFICATE)), Files.readString(folder.resolve(KEY)));
        } catch (IOException e) {
            throw new ServingFailed(
                    "The station's certificate in " + folder + " can be neither read nor made: " + e.getMessage()
                            + ". See who may write there.",
                    e);
        }
    }

    X509Certificate certificate() {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(certificateStream());
        } catch (CertificateException e) {
            throw new ServingFailed(
                    "The station's " + CERTIFICATE
                            + " cannot be understood. Remove it: a new one is made at the next start.",
                    e);
        }
    }

    InputStream certificateStream() {
        return new ByteArrayInputStream(certificatePem.getBytes(StandardCharsets.US_ASCII));
    }

    InputStream keyStream() {
        return new ByteArrayInputStream(keyPem.getBytes(StandardCharsets.US_ASCII));
    }

    private static void create(Path folder) throws IOException {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var keys = generator.generateKeyPair();
            var name = new X500Name("CN=Vigil station");
            var certificate = new JcaX509v3CertificateBuilder(
                            name,
                            new BigInteger(127, new SecureRandom()),
                            Date.from(ALWAYS),
                            Date.from(FOR_GOOD),
                            name,
                            keys.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                        new GeneralName(GeneralName.dNSName, "localhost"),
                        new GeneralName(GeneralName.iPAddress, "127.0.0.1")
                    }))
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()));
            OwnFile.write(
                    folder.resolve(KEY), pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
            OwnFile.write(folder.resolve(CERTIFICATE), pem("CERTIFICATE", certificate.getEncoded()));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("Every JDK can make an EC certificate", e);
        }
    }

    private static byte[] pem(String what, byte[] der) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(what, lines, what)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The key is never written out. */
    @Override
    public String toString() {
        return "StationCertificate";
    }
}
