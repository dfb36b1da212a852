package io.vigil.app.alarms;

import static io.vigil.app.alarms.FortnightOfAlarms.KATRIN;
import static io.vigil.app.alarms.FortnightOfAlarms.bed;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.OpenAlarm;
import io.vigil.app.agentlink.InMemoryAgentLink;
import io.vigil.app.ui.FxDoor;
import io.vigil.app.ui.ThemeChoice;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.Reading.Measured;
import io.vigil.ward.PatientId;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class AlarmsRoomTest extends AlarmsStageTest {

    private final InMemoryAgentLink link =
            FortnightOfAlarms.alarmed(new FxDoor()).isSignedIn(KATRIN);

    @Test
    void any_open_alarm_is_proven_and_acknowledged_from_the_keyboard() {
        open();

        choose(2);
        push(KeyCode.ENTER);
        until(
                "its proof stands beside",
                () -> lookup("#acknowledge-proved").tryQuery().isPresent());
        assertThat(isAnswered(bed(11))).isFalse();
        push(KeyCode.ENTER);

        until("the agent has taken the answer", () -> isAnswered(bed(11)));
        assertThat(isAnswered(bed(7))).isFalse();
    }

    @Test
    void escape_takes_the_proof_away_and_answers_nothing() {
        open();
        choose(0);
        push(KeyCode.ENTER);

        push(KeyCode.ESCAPE);

        until(
                "the burden is back",
                () -> lookup("#acknowledge-proved").tryQuery().isEmpty());
        assertThat(isAnswered(bed(7))).isFalse();
    }

    @Test
    void nothing_is_put_aside_without_a_reason() {
        open();
        clickOn("Shelve…");
        clickOn("#shelve-do");

        assertThat(words("#shelve-trouble")).isEqualTo("Say why. It stands beside the alarm.");
        assertThat(link.view().shelves()).isEmpty();
    }

    @Test
    void a_lesser_alarm_is_put_aside_with_a_reason_and_an_end_and_taken_off_again() {
        open();
        clickOn("Shelve…");
        write("in surgery").push(KeyCode.ENTER);

        until("it lies on the shelf", () -> link.view().shelves().size() == 1);
        var shelf = link.view().shelves().getFirst();
        assertThat(shelf.reason()).isEqualTo("in surgery");
        assertThat(shelf.by()).isEqualTo("Katrin Brandt");
        assertThat(shelf.until()).isEqualTo(FortnightOfAlarms.NOW.plusSeconds(3600));

        until(
                "its row offers to take it off",
                () -> lookup("Take off").tryQuery().isPresent());
        clickOn("Take off");
        until("it is off the shelf", () -> link.view().shelves().isEmpty());
    }

    @Test
    void with_nobody_signed_in_putting_aside_asks_who_it_is() {
        link.signOut().join();
        open();
        clickOn("Shelve…");
        write("in surgery").push(KeyCode.ENTER);

        until("it is asked", () -> lookup("#enter").tryQuery().isPresent());
        assertThat(link.view().shelves()).isEmpty();
    }

    @Test
    void an_alarm_of_high_priority_cannot_be_put_aside() {
        open();

        assertThat(onScreen(() -> lookup("#open-alarms .button").<Button>queryAll().stream()
                        .filter(button -> button.isVisible() && button.getText().equals("Shelve…"))
                        .map(Button::getAccessibleText)
                        .toList()))
                .hasSize(4)
                .noneMatch(words -> words.contains("Urgent low"));
    }

    @Test
    void a_choice_of_the_past_hides_no_open_alarm() {
        open();
        clickOn("Technical");

        assertThat(onScreen(() -> table("#open-alarms").getItems().size())).isEqualTo(5);
        assertThat(onScreen(() -> table("#alarm-history").getItems().stream()
                        .map(HistoryRow.class::cast)
                        .noneMatch(row -> row.tale().id().kind().isOfGlucose())))
                .isTrue();
    }

    @Test
    void the_agent_hears_of_those_alarms_alone_that_can_be_seen_here() {
        for (var i = 0; i < 40; i++) {
            var now = link.clock().instant();
            link.raises(new PatientId("p-x%d".formatted(i)), AlarmKind.LOW, new Measured(now, Glucose.mgPerDl(60)), 70);
        }
        open();

        until("those in sight are told", () -> link.shown().size() >= 3);
        assertThat(link.shown()).hasSizeLessThan(20).anyMatch(alarm -> alarm.kind() == AlarmKind.URGENT_LOW);
    }

    @Test
    void the_bell_wears_the_count_of_the_alarms_that_nobody_has_answered() {
        open();
        assertThat(words(".way .count")).isEqualTo("4");

        link.answers(link.view().alarms().getFirst().id(), "K. Brandt");

        until("it counts down", () -> words(".way .count").equals("3"));
    }

    @Test
    void an_alarm_that_is_over_goes_from_the_open_ones_to_the_history() {
        open();
        var low = link.view().alarms().stream()
                .filter(alarm -> alarm.id().kind() == AlarmKind.LOW)
                .findFirst()
                .orElseThrow()
                .id();
        link.answers(low, "K. Brandt");

        link.recovers(low);

        until(
                "it is history",
                () -> table("#alarm-history").getItems().stream()
                        .map(HistoryRow.class::cast)
                        .anyMatch(row -> row.tale().id().equals(low)));
        assertThat(onScreen(() -> table("#open-alarms").getItems().size())).isEqualTo(4);
    }

    @Test
    void everything_that_can_be_pressed_has_a_name() {
        open();

        assertThat(onScreen(() -> lookup(".alarms-page .button").queryAll().stream()
                        .filter(node -> node.isVisible() && node.getId() == null)
                        .allMatch(node -> node.getAccessibleText() != null
                                || (node instanceof Labeled labeled
                                        && !labeled.getText().isBlank()))))
                .isTrue();
    }

    private void open() {
        room(link, ThemeChoice.LIGHT, 1920, 1080);
    }

    private void choose(int row) {
        doOnScreen(() -> {
            table("#open-alarms").requestFocus();
            table("#open-alarms").getSelectionModel().select(row);
        });
    }

    private TableView<?> table(String id) {
        return lookup(id).<TableView<?>>query();
    }

    private String words(String query) {
        return onScreen(() -> lookup(query).<Labeled>query().getText());
    }

    private boolean isAnswered(PatientId patient) {
        return link.view().alarms().stream()
                .filter(alarm -> alarm.id().subject().equals(patient))
                .map(OpenAlarm::state)
                .allMatch(state -> state.isAnswered());
    }
}
