package io.vigil.app.agentlink;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A self-signed certificate as an agent makes it, made here by the JDK's keytool. One for each name, for all tests. */
record TestCertificate(X509Certificate certificate, Key key) {

    private static final Map<String, TestCertificate> MADE = new ConcurrentHashMap<>();
    private static final String PASSWORD = "not a secret";

    static TestCertificate of(String name) {
        return MADE.computeIfAbsent(name, TestCertificate::make);
    }

    InputStream certificateStream() {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    InputStream keyStream() {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    private static InputStream pem(String what, byte[] der) {
        var text = "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(what, Base64.getMimeEncoder().encodeToString(der), what);
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static TestCertificate make(String name) {
        try {
            var folder = Files.createTempDirectory("certificate");
            var file = folder.resolve("station.p12");
            var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
            var made = new ProcessBuilder(
                            keytool.toString(),
                            "-genkeypair",
                            "-alias",
                            name,
                            "-keyalg",
                            "EC",
                            "-groupname",
                            "secp256r1",
                            "-dname",
                            "CN=" + name,
                            "-ext",
                            "SAN=dns:localhost,ip:127.0.0.1",
                            "-validity",
                            "3650",
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            PASSWORD,
                            "-keystore",
                            file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("keytool.txt").toFile())
                    .start()
                    .waitFor();
            if (made != 0) {
                throw new IOException("keytool: " + Files.readString(folder.resolve("keytool.txt")));
            }
            var store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
            return new TestCertificate(
                    (X509Certificate) store.getCertificate(name), store.getKey(name, PASSWORD.toCharArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
