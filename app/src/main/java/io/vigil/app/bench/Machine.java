package io.vigil.app.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The machine that was measured, and how busy it was: no figure means anything without. */
public record Machine(String inWords) {

    private static final Path CPU = Path.of("/proc/cpuinfo");
    private static final String MODEL = "model name";

    /** This one, now. */
    public static Machine here() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(String.format(
                Locale.ROOT,
                "%d x %s, %d GB, %s %s, Java %s, load %.1f",
                system.getAvailableProcessors(),
                processor(system.getArch()),
                Math.round(system.getTotalMemorySize() / 1e9),
                system.getName(),
                system.getVersion(),
                Runtime.version(),
                system.getSystemLoadAverage()));
    }

    /** Linux tells the model; elsewhere the architecture has to do. */
    private static String processor(String architecture) {
        if (!Files.isReadable(CPU)) {
            return architecture;
        }
        try (var lines = Files.lines(CPU)) {
            return lines.filter(line -> line.startsWith(MODEL))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(architecture);
        } catch (IOException _) {
            return architecture;
        }
    }
}
