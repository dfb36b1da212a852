package io.vigil.app.ward;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmKind;
import io.vigil.app.agentlink.InMemoryAgentLink;
import io.vigil.app.stage.StageTest;
import io.vigil.app.ui.Flash;
import io.vigil.app.ui.FxDoor;
import io.vigil.app.ui.Language;
import io.vigil.app.ui.PatientNames;
import io.vigil.app.ui.Preferences;
import io.vigil.app.ui.Theme;
import io.vigil.app.ui.Units;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.Reading.Measured;
import io.vigil.ward.PatientId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The ward's room at a station on which things happen. */
class WardRoomTest extends StageTest {

    private final InMemoryAgentLink station = new InMemoryAgentLink(NightWard.NOW, new FxDoor())
            .isCalled(NightWard.asDrawn().station());
    private final Preferences preferences = Preferences.unkept();
    private final List<PatientId> opened = new ArrayList<>();
    private final WardRoom room =
            onScreen(() -> new WardRoom(station, preferences, Flash.of(true), station.clock(), opened::add));
    private final Scene scene = show(Theme.LIGHT, 1832, 920, () -> new StackPane(room.node()));

    @AfterEach
    void leave() {
        doOnScreen(room::close);
    }

    @Test
    void shows_who_is_admitted_what_they_read_and_what_is_wrong() {
        admit();

        var urgent = raise();

        until("the tile says so", () -> spoken().contains("Urgent low 51 ≤ 54, since 04:07"));

        station.answers(urgent, "Katrin Brandt");

        until("the tile says who answered", () -> spoken().contains("answered 04:07 · K. Brandt"));
    }

    @Test
    void tells_how_long_alarms_of_this_shift_waited_for_an_answer() {
        admit();
        var urgent = raise();
        station.passes(Duration.ofSeconds(110));

        station.answers(urgent, "Katrin Brandt");

        until("the strip says so", () -> strip().contains("1 min 50 s median to answer this shift"));
    }

    @Test
    void counts_an_answer_that_the_journal_tells_only_after_the_alarm_has_gone() {
        admit();
        until("there is a tile", () -> !spoken().isEmpty());
        var alarm = NightWard.open(7, AlarmKind.URGENT_LOW, "04:05", NightWard.low("04:05", 51), 54);

        station.happens(
                WardStateTest.acknowledged(1, alarm, Duration.ofSeconds(110)).event());

        until("the strip says so", () -> strip().contains("1 min 50 s median to answer this shift"));
    }

    @Test
    void counts_what_was_answered_before_this_screen_was_opened() {
        admit();
        var urgent = raise();
        station.passes(Duration.ofSeconds(110)).answers(urgent, "Katrin Brandt");
        var later = onScreen(() -> new WardRoom(station, preferences, Flash.of(true), station.clock(), opened::add));

        var newcomer = show(Theme.LIGHT, 1832, 920, () -> new StackPane(later.node()));

        until("the strip says so", () -> said(newcomer, ".card").contains("1 min 50 s median to answer this shift"));
        doOnScreen(later::close);
    }

    @Test
    void hides_every_number_when_the_agent_is_lost_and_shows_them_again_when_it_is_back() {
        admit();
        until("there is a number", () -> spoken().contains("51 mg/dL"));

        station.loses(7);
        until("there is none", () -> spoken().contains("No reading since") && !spoken().contains("51 mg/dL"));

        station.comesBack();
        until("there is one again", () -> spoken().contains("51 mg/dL"));
    }

    @Test
    void a_value_grows_old_without_a_word_from_the_agent() {
        admit();
        until("there is a number", () -> spoken().contains("51 mg/dL"));

        station.passes(Duration.ofMinutes(11));
        until("it is old", () -> spoken().contains("old: "));

        station.passes(Duration.ofMinutes(10));
        until("it is gone", () -> spoken().contains("No reading since"));
    }

    @Test
    void follows_the_choices_of_this_screen() {
        admit();
        until("there is a number", () -> spoken().contains("51 mg/dL"));

        doOnScreen(() -> preferences.units().set(Units.MMOL_PER_L));
        assertThat(spoken()).contains("2.8 mmol/L");

        doOnScreen(() -> preferences.names().set(PatientNames.INITIALS));
        assertThat(spoken()).contains("O. M.").doesNotContain("Osei");

        doOnScreen(() -> preferences.language().set(Language.GERMAN));
        assertThat(spoken()).contains("2,8 mmol/L");
    }

    @Test
    void opens_the_patient_whose_tile_is_pressed() {
        admit();
        until("there is a tile", () -> !spoken().isEmpty());

        clickOn(onScreen(() -> scene.lookup(".patient-tile")));

        assertThat(opened).containsExactly(NightWard.bed(7));
    }

    private void admit() {
        var patient = NightWard.patient(7, "Osei, Margaret", 4.2, NightWard.line(2, 90, 70, 51));
        station.admits(patient.patient());
        patient.recent().readings().forEach(reading -> station.reads(NightWard.bed(7), reading));
    }

    private AlarmId raise() {
        return station.raises(
                NightWard.bed(7), AlarmKind.URGENT_LOW, new Measured(NightWard.at("04:05"), Glucose.mgPerDl(51)), 54);
    }

    private String spoken() {
        return said(scene, ".patient-tile");
    }

    private String strip() {
        return said(scene, ".card");
    }

    private static String said(Scene scene, String selector) {
        return onScreen(() -> scene.getRoot().lookupAll(selector).stream()
                .map(node -> node.getAccessibleText())
                .collect(Collectors.joining("\n")));
    }
}
