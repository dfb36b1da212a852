package io.vigil.agent;

import io.vigil.agent.sensing.PolicyFile;
import io.vigil.agent.sensing.RecordedAlarms;
import io.vigil.agent.sensing.Recording;
import io.vigil.policy.AlarmPolicy;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "replay",
        description = "The alarms that a recording would have raised, had nobody answered them.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "a CSV of taken_at_local,mg_per_dl, plain or gzipped")
    private Path file = Path.of("");

    @Option(names = "--policy", paramLabel = "FILE", description = "alarm settings; without it the standard ones hold")
    private Optional<Path> policy = Optional.empty();

    @Option(names = "--json", description = "one JSON object a step, for other programs")
    private boolean json;

    @Override
    public void run() {
        var recording = Recording.read(
                file, LocalDateTime.ofInstant(InstantSource.system().instant(), ZoneId.systemDefault()));
        var err = spec.commandLine().getErr();
        recording.refusals().forEach(refusal -> err.println(refusal.sentence()));
        var alarms = RecordedAlarms.of(recording, policy.map(PolicyFile::read).orElseGet(AlarmPolicy::standard));
        var out = spec.commandLine().getOut();
        (json ? alarms.jsonLines() : alarms.table()).forEach(out::println);
    }
}
