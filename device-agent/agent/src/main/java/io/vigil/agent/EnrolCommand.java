package io.vigil.agent;

import io.vigil.agent.serving.Passwords;
import io.vigil.agent.storing.HsqlStationStore;
import io.vigil.agent.storing.StationStore.KnownPerson;
import io.vigil.agent.storing.StoreSettings;
import io.vigil.agent.storing.keys.FileKeySource;
import io.vigil.ward.Person;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "enrol",
        description =
                "Lets somebody sign in, or gives them a new password, which is read from standard input. The agent must not run.",
        mixinStandardHelpOptions = true)
final class EnrolCommand implements Runnable {

    private static final int SHORTEST_PASSWORD = 8;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ID", description = "what is typed to sign in")
    private String id = "";

    @Option(names = "--name", required = true, description = "as shown beside answers")
    private String name = "";

    @Option(names = "--role", required = true, description = "doctor, nurse, technician or administrator")
    private String role = "";

    @Option(names = "--data", paramLabel = "DIR", description = "the agent's folder (default: ${DEFAULT-VALUE})")
    private Path data = AgentMain.standardData();

    @Override
    public void run() {
        var person = new Person(id, name, PeopleFile.role(role, "--role"));
        var password = readPassword();
        if (password.length() < SHORTEST_PASSWORD) {
            throw new CannotStart("A password needs at least " + SHORTEST_PASSWORD
                    + " characters; write it on one line of standard input.");
        }
        try (var store = HsqlStationStore.open(
                StoreSettings.in(data.resolve("store")),
                new FileKeySource(data.resolve("keys")),
                InstantSource.system())) {
            store.keepPerson(new KnownPerson(person, Passwords.hash(password))).join();
        }
        spec.commandLine().getOut().println(name + " may sign in as " + id + ".");
    }

    private static String readPassword() {
        try {
            var line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
