package io.vigil.agent;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every setting of the agent, with its default and its unit. Settings are lines of a properties file; a key that is not
 * known stops the start and is named.
 *
 * <pre>
 * station.id          = station-1          a-z, 0-9 and -
 * station.ward        = Ward
 * station.name        = Station 1
 * station.zone        = the machine's      an IANA name, such as Europe/Berlin
 * link.port           = 0                  on 127.0.0.1; 0 lets the machine choose
 * clock.speed         = 1                  told seconds in a real second
 * clock.story         = none               an ISO instant: the clock tells a story that starts then
 * source.replay       = none               a ward's manifest of recordings, played as sensors
 * people.first        = none               a CSV of id,name,role,password for a store that knows nobody; for demos
 * forecast.model      = none               the name of a model in the agent's folder models; none: the built-in forecast
 * self-test.shifts    = 06:00,14:00,22:00  when shifts begin, by the ward's clock: the way of the alarms is tested twice in
 *                                          each; none: it is tested only when somebody asks
 * alarm.…             = see AlarmPolicy
 * </pre>
 */
record AgentSettings(
        StationName station,
        int linkPort,
        Clock clock,
        Optional<Path> replay,
        Optional<Path> firstPeople,
        Optional<String> model,
        List<LocalTime> shifts,
        Map<String, String> alarm) {

    private static final String ALARM = "alarm.";
    private static final double FASTEST = 10_000;
    private static final int GREATEST_PORT = 65_535;
    private static final String NONE = "none";
    private static final List<LocalTime> SHIFTS = List.of(LocalTime.of(6, 0), LocalTime.of(14, 0), LocalTime.of(22, 0));

    /** What the station is called and where it stands. */
    record StationName(String id, String ward, String name, ZoneId zone) {}

    /** How the station's clock runs: on the present, or on a story that begins then. */
    record Clock(double speed, Optional<Instant> story) {}

    static AgentSettings standard() {
        return read(Map.of(), "the defaults");
    }

    static AgentSettings read(Path file) {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(reader);
            return read(
                    properties.entrySet().stream().collect(Collectors.toMap(entry -> (String) entry.getKey(), entry ->
                            (String) entry.getValue())),
                    file.toString());
        } catch (IOException e) {
            throw new CannotStart("The settings " + file + " cannot be read: " + e.getMessage()
                    + ". Name a file that exists with --config.");
        }
    }

    static AgentSettings read(Map<String, String> lines, String where) {
        var given = new Lines(new TreeMap<>(lines), where);
        var settings = new AgentSettings(
                new StationName(
                        given.take("station.id", AgentSettings::id).orElse("station-1"),
                        given.take("station.ward", Function.identity()).orElse("Ward"),
                        given.take("station.name", Function.identity()).orElse("Station 1"),
                        given.take("station.zone", ZoneId::of).orElseGet(ZoneId::systemDefault)),
                given.take("link.port", AgentSettings::port).orElse(0),
                new Clock(
                        given.take("clock.speed", AgentSettings::speed).orElse(1.0),
                        given.take("clock.story", Instant::parse)),
                given.take("source.replay", Path::of),
                given.take("people.first", Path::of),
                given.take("forecast.model", AgentSettings::id).filter(name -> !name.equals(NONE)),
                given.take("self-test.shifts", AgentSettings::shifts).orElse(SHIFTS),
                given.takeAll(ALARM));
        given.refuseTheRest();
        return settings;
    }

    /** For the log: nothing here is secret. */
    String inWords() {
        return "station=" + station.id + " ward=\"" + station.ward + "\" zone=" + station.zone + " speed=" + clock.speed
                + " story="
                + clock.story.map(Instant::toString).orElse("none") + " replay="
                + replay.map(Path::toString).orElse("none") + " model="
                + model.orElse(NONE) + " shifts=" + shifts + " alarm=" + alarm;
    }

    private static double speed(String text) {
        var speed = Double.parseDouble(text);
        if (!(speed > 0 && speed <= FASTEST)) {
            throw new IllegalArgumentException("a speed lies above 0 and is at most " + (int) FASTEST);
        }
        return speed;
    }

    private static List<LocalTime> shifts(String text) {
        return text.equals(NONE)
                ? List.of()
                : Stream.of(text.split(",", -1))
                        .map(time -> LocalTime.parse(time.strip()))
                        .toList();
    }

    private static String id(String text) {
        if (!text.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("it is made of a-z, 0-9 and -");
        }
        return text;
    }

    private static int port(String text) {
        var port = Integer.parseInt(text);
        if (port < 0 || port > GREATEST_PORT) {
            throw new IllegalArgumentException("a port lies between 0 and " + GREATEST_PORT);
        }
        return port;
    }

    /** The lines not yet taken. */
    private record Lines(TreeMap<String, String> left, String where) {

        <T> Optional<T> take(String key, Function<String, T> read) {
            var text = left.remove(key);
            if (text == null) {
                return Optional.empty();
            }
            try {
                return Optional.of(read.apply(text.strip()));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new CannotStart(where + ": " + key + " = " + text + " cannot be understood (" + e.getMessage()
                        + "). Mend the line.");
            }
        }

        Map<String, String> takeAll(String prefix) {
            var taken = new TreeMap<>(left.subMap(prefix, prefix + Character.MAX_VALUE));
            left.keySet().removeAll(taken.keySet());
            return taken;
        }

        void refuseTheRest() {
            if (!left.isEmpty()) {
                throw new CannotStart(where + ": there is no setting " + left.firstKey()
                        + ". Mend or remove the line; the settings stand in AgentSettings and in the README.");
            }
        }
    }
}
