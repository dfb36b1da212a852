package io.vigil.agent.sensing;

import io.vigil.policy.AlarmPolicy;
import io.vigil.rule.PolicyRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Collectors;

/** A file of alarm settings, one {@code alarm.…} key a line, to replay a recording under other limits. */
public final class PolicyFile {

    private PolicyFile() {}

    /** The standard policy with what the file changes. A file that cannot be read or understood is refused whole. */
    public static AlarmPolicy read(Path file) {
        var lines = new Properties();
        try (var text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(text);
            return AlarmPolicy.read(
                    lines.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, lines::getProperty)));
        } catch (PolicyRefused e) {
            throw new SensingFailed(file + ": " + e.getMessage() + " Mend the file.", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new SensingFailed(file + " cannot be read: " + e + ". Name a file of alarm settings that exists.", e);
        }
    }
}
