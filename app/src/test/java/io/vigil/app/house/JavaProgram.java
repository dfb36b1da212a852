package io.vigil.app.house;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of the app's, or of these tests, in a process of its own and with the class path of these tests. */
record JavaProgram(String mainClass, List<String> arguments) {

    /** What it says of its failures goes where the tests' own words go. */
    Process start() throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-Dvigil.root=" + BuiltAgent.HOME);
        command.add("-Dvigil.home=" + BuiltAgent.HOME);
        command.add("-Dvigil.agent.path=" + BuiltAgent.classPath());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(mainClass);
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
