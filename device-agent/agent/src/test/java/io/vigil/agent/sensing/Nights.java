package io.vigil.agent.sensing;

import java.nio.file.Path;

/** Where the shipped recordings lie. */
final class Nights {

    static final Path FOLDER = Path.of(System.getProperty("vigil.root", ""), "resources", "nights");

    private Nights() {}
}
