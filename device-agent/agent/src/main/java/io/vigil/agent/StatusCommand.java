package io.vigil.agent;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.vigil.agent.serving.StationCaller;
import io.vigil.alarm.AlarmState;
import io.vigil.alarm.Answer.Acknowledged;
import io.vigil.alarm.Answer.Nobody;
import io.vigil.alarm.OpenAlarm;
import io.vigil.contract.StationStatus;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "status",
        description = "What a running agent says of itself: health, patients, alarms, store, outbox, cloud, versions.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--data", paramLabel = "DIR", description = "the agent's folder (default: ${DEFAULT-VALUE})")
    private Path data = AgentMain.standardData();

    @Option(names = "--json", description = "one JSON object, for other programs")
    private boolean json;

    @Override
    public void run() {
        try (var caller = StationCaller.of(data)) {
            var status = caller.status();
            var out = spec.commandLine().getOut();
            if (json) {
                out.println(json(status));
            } else {
                tell(status, out);
            }
        }
    }

    private static void tell(StationStatus status, PrintWriter out) {
        var beat = status.beat();
        out.printf(Locale.ROOT, "station   %s, version %s%n", status.stationId(), status.version());
        out.printf("clock     %s, runs since %s%n", status.now(), status.startedAt());
        out.printf(
                "patients  %d, %d of %d sensors reporting%n",
                status.patients(), beat.sensorsReporting(), beat.sensors());
        out.printf(
                "store     %s, %d readings in %d bytes, newest event %d, %d %% of the disk free%n",
                beat.storeSound() ? "sound" : beat.storeWords(),
                status.readings(),
                status.storeBytes(),
                status.newestSeq(),
                beat.diskFreePercent());
        out.printf("outbox    none, as no cloud is set up%n");
        out.printf("cloud     %s%n", beat.cloudWords().isEmpty() ? "not set up" : beat.cloudWords());
        out.printf("alarms    %d open%n", status.open().size());
        for (var alarm : status.open()) {
            out.printf(
                    "          %-12s %-12s since %s, %s%n",
                    alarm.id().subject().key(),
                    alarm.id().kind().word(),
                    alarm.state().since(),
                    answer(alarm.state()));
        }
    }

    private static String json(StationStatus status) {
        var beat = status.beat();
        var object = new JsonObject();
        object.addProperty("station", status.stationId());
        object.addProperty("version", status.version());
        object.addProperty("now", status.now().toString());
        object.addProperty("started_at", status.startedAt().toString());
        object.addProperty("healthy", beat.storeSound());
        object.addProperty("patients", status.patients());
        object.addProperty("sensors", beat.sensors());
        object.addProperty("sensors_reporting", beat.sensorsReporting());
        var alarms = new JsonArray();
        status.open().forEach(alarm -> alarms.add(json(alarm)));
        object.add("alarms", alarms);
        var store = new JsonObject();
        store.addProperty("sound", beat.storeSound());
        store.addProperty("words", beat.storeWords());
        store.addProperty("readings", status.readings());
        store.addProperty("bytes", status.storeBytes());
        store.addProperty("newest_seq", status.newestSeq());
        store.addProperty("disk_free_percent", beat.diskFreePercent());
        object.add("store", store);
        object.add("outbox", JsonNull.INSTANCE); // null: there is none, as this agent sends nothing to a cloud yet
        object.addProperty("cloud", beat.cloudWords().isEmpty() ? "not set up" : beat.cloudWords());
        return new GsonBuilder().serializeNulls().disableHtmlEscaping().create().toJson(object);
    }

    private static JsonObject json(OpenAlarm alarm) {
        var object = new JsonObject();
        object.addProperty("patient", alarm.id().subject().key());
        object.addProperty("alarm", alarm.id().kind().word());
        object.addProperty("priority", alarm.id().kind().priority().name().toLowerCase(Locale.ROOT));
        object.addProperty("since", alarm.state().since().toString());
        object.addProperty("limit", alarm.limit());
        object.addProperty("answer", answer(alarm.state()));
        return object;
    }

    private static String answer(AlarmState.Open alarm) {
        return switch (alarm.answer()) {
            case Nobody _ -> "nobody has answered";
            case Acknowledged(var by, var at, var _, var _) -> "answered " + at + " by " + by;
        };
    }
}
