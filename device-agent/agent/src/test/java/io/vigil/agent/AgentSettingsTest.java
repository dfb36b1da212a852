package io.vigil.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.policy.AlarmPolicy;
import io.vigil.rule.PolicyRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentSettingsTest {

    @Test
    void these_are_the_defaults() {
        assertThat(AgentSettings.standard())
                .isEqualTo(new AgentSettings(
                        new AgentSettings.StationName("station-1", "Ward", "Station 1", ZoneId.systemDefault()),
                        0,
                        new AgentSettings.Clock(1, Optional.empty()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(LocalTime.of(6, 0), LocalTime.of(14, 0), LocalTime.of(22, 0)),
                        Map.of()));
    }

    @Test
    void every_key_is_read(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("agent.properties"), """
                station.id = station-4b-2
                station.ward = Ward 4B
                station.name = Endokrinologie · Station 2
                station.zone = Europe/Berlin
                link.port = 7443
                clock.speed = 60
                clock.story = 2022-05-16T02:00:00Z
                source.replay = nights/ward-4b.json
                people.first = people.csv
                forecast.model = night-7
                self-test.shifts = 07:00, 19:30
                alarm.low.below = 80 mg/dL
                """);

        assertThat(AgentSettings.read(file))
                .isEqualTo(new AgentSettings(
                        new AgentSettings.StationName(
                                "station-4b-2", "Ward 4B", "Endokrinologie · Station 2", ZoneId.of("Europe/Berlin")),
                        7443,
                        new AgentSettings.Clock(60, Optional.of(Instant.parse("2022-05-16T02:00:00Z"))),
                        Optional.of(Path.of("nights/ward-4b.json")),
                        Optional.of(Path.of("people.csv")),
                        Optional.of("night-7"),
                        List.of(LocalTime.of(7, 0), LocalTime.of(19, 30)),
                        Map.of("alarm.low.below", "80 mg/dL")));
    }

    @Test
    void an_unknown_setting_stops_the_start_and_is_named() {
        assertThatThrownBy(() -> AgentSettings.read(Map.of("clock.sped", "60"), "agent.properties"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("agent.properties")
                .hasMessageContaining("there is no setting clock.sped");
    }

    @Test
    void an_unknown_setting_of_the_alarms_is_named_too() {
        var settings = AgentSettings.read(Map.of("alarm.low.bellow", "80 mg/dL"), "agent.properties");

        assertThatThrownBy(() -> AlarmPolicy.read(settings.alarm()))
                .isInstanceOf(PolicyRefused.class)
                .hasMessageContaining("alarm.low.bellow");
    }

    @ParameterizedTest
    @CsvSource({
        "clock.speed, 0",
        "clock.speed, -1",
        "clock.speed, NaN",
        "clock.speed, 10001",
        "clock.speed, fast",
        "clock.story, yesterday",
        "station.zone, Europe/Nowhere",
        "link.port, seven",
        "link.port, -1",
        "link.port, 65536"
    })
    void a_value_that_cannot_be_understood_stops_the_start_and_is_named(String key, String value) {
        assertThatThrownBy(() -> AgentSettings.read(Map.of(key, value), "agent.properties"))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("agent.properties: " + key + " = " + value)
                .hasMessageEndingWith("Mend the line.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Station 4", "", "station_4", "STATION"})
    void a_station_is_called_by_small_letters_figures_and_hyphens(String id) {
        assertThatThrownBy(() -> AgentSettings.read(Map.of("station.id", id), "agent.properties"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("station.id");
    }

    @Test
    void a_file_that_is_not_there_stops_the_start_with_its_name(@TempDir Path folder) {
        assertThatThrownBy(() -> AgentSettings.read(folder.resolve("missing.properties")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("missing.properties")
                .hasMessageContaining("--config");
    }

    @Test
    void what_is_logged_holds_no_path_to_the_people_and_no_password() {
        var settings = AgentSettings.read(Map.of("people.first", "secret/people.csv"), "agent.properties");

        assertThat(settings.inWords()).contains("station=station-1").doesNotContain("secret");
    }
}
