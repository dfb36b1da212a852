package io.vigil.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Properties;

/**
 * What a program on the station's machine needs to call the agent. The agent writes it anew at each start; whoever may read
 * the file may call.
 *
 * @param certificate the only one to trust
 * @param screenToken for screens: they may look, and pause the sound
 * @param sourceToken for sources: they may deliver, and nothing else
 */
public record StationPass(int port, X509Certificate certificate, String screenToken, String sourceToken) {

    /** Where the pass lies in the agent's data folder. */
    public static Path in(Path data) {
        return data.resolve("link").resolve("station.pass");
    }

    public void write(Path file) throws IOException {
        OwnFile.write(file, """
                # How programs on this machine reach the station. Written anew at each start of the agent.
                port = %d
                certificate = %s
                screen-token = %s
                source-token = %s
                """.formatted(port, base64(certificate), screenToken, sourceToken)
                .getBytes(StandardCharsets.UTF_8));
    }

    /** Throws an {@link IOException} whose message is a sentence when there is no pass, or none that can be read. */
    public static StationPass read(Path file) throws IOException {
        var lines = new Properties();
        try {
            lines.load(new StringReader(Files.readString(file)));
        } catch (NoSuchFileException _) {
            throw new IOException("There is no " + file + ": the agent has not been started there yet.");
        }
        try {
            return new StationPass(
                    Integer.parseInt(line(lines, "port", file)),
                    certificate(line(lines, "certificate", file)),
                    line(lines, "screen-token", file),
                    line(lines, "source-token", file));
        } catch (CertificateException | IllegalArgumentException e) {
            throw new IOException(file + " cannot be understood. Start the agent again: it writes a new one.", e);
        }
    }

    private static String line(Properties lines, String key, Path file) throws IOException {
        var text = lines.getProperty(key);
        if (text == null) {
            throw new IOException(file + " has no line \"" + key + "\". Start the agent again: it writes a new one.");
        }
        return text;
    }

    private static String base64(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateException e) {
            throw new IllegalStateException("A certificate that was read cannot be written", e);
        }
    }

    private static X509Certificate certificate(String base64) throws CertificateException {
        var bytes = new ByteArrayInputStream(Base64.getDecoder().decode(base64));
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(bytes);
    }

    /** The tokens are never written out. */
    @Override
    public String toString() {
        return "StationPass to port " + port;
    }
}
