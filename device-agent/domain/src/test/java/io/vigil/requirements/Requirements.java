package io.vigil.requirements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is required, and which tests say that they prove it, as it stands in the tree. */
final class Requirements {

    static final Path ROOT = Path.of(System.getProperty("vigil.root"));
    static final Path FOLDER = ROOT.resolve("resources/requirements");

    /** Of the three programs and what they share; what is built is not looked into. */
    private static final List<String> TESTS = List.of(
            "device-agent/domain/src/test",
            "device-agent/contract/src/test",
            "device-agent/agent/src/test",
            "app/src/test");

    private static final Pattern SECTION = Pattern.compile(
            "^## (?<sentence>.+)\\R`req~(?<name>[a-z.-]+)~(?<revision>\\d+)`\\R(?<rest>(?:(?!## ).*\\R?)*)");
    private static final Pattern PROVED = Pattern.compile("\\[utest->(req~[a-z.-]+~\\d+)]");
    private static final Pattern HEADING = Pattern.compile("(?m)^(?=## )");

    /**
     * One thing that the product must do.
     *
     * @param id with its revision, such as {@code req~alarm.low~1}
     */
    record Required(String id, String name, String sentence, String rest) {}

    private Requirements() {}

    /** In the order of the pages. */
    static List<Required> all() {
        var all = new ArrayList<Required>();
        for (var page : files(FOLDER, ".md")) {
            for (var section : HEADING.splitAsStream(read(page)).toList()) {
                var found = SECTION.matcher(section);
                if (found.lookingAt()) {
                    var name = found.group("name");
                    all.add(new Required(
                            "req~" + name + "~" + found.group("revision"),
                            name,
                            found.group("sentence"),
                            found.group("rest")));
                }
            }
        }
        return all;
    }

    /** Every class among the tests, by its simple name, with the requirements that it says it proves. */
    static Map<String, Set<String>> provedBy() {
        var proved = new HashMap<String, Set<String>>();
        for (var folder : TESTS) {
            for (var file : files(ROOT.resolve(folder), ".java")) {
                var name = file.getFileName().toString().replace(".java", "");
                var ids = proved.computeIfAbsent(name, _ -> new HashSet<>());
                PROVED.matcher(read(file)).results().forEach(tag -> ids.add(tag.group(1)));
            }
        }
        return proved;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
