package io.vigil.app.shell;

import static io.vigil.app.shell.NightOnTheWard.JO;
import static io.vigil.app.shell.NightOnTheWard.KATRIN;
import static io.vigil.app.shell.NightOnTheWard.MARGARET;
import static io.vigil.app.shell.NightOnTheWard.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.Answer.Acknowledged;
import io.vigil.alarm.Answer.Nobody;
import io.vigil.alarm.DrawnAlarm;
import io.vigil.alarm.OpenAlarm;
import io.vigil.alarm.SoundPause;
import io.vigil.app.agentlink.InMemoryAgentLink;
import io.vigil.app.ui.FxDoor;
import io.vigil.app.ui.Icon;
import io.vigil.app.ui.Language;
import io.vigil.app.ui.ThemeChoice;
import io.vigil.app.ui.WindowPlace;
import io.vigil.ward.PatientId;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class ShellTest extends ShellStageTest {

    // [utest->req~answer.two-touches~1]
    @Test
    void with_somebody_signed_in_one_touch_acknowledges() {
        var link = NightOnTheWard.alarmed(new FxDoor()).isSignedIn(KATRIN);
        open(link);

        clickOn("#acknowledge");

        until("the agent has taken the answer", () -> isAnswered(link, MARGARET));
        assertThat(isAnswered(link, JO)).isFalse();
    }

    // [utest->req~answer.two-touches~1]
    @Test
    void with_nobody_signed_in_the_first_touch_asks_who_and_the_second_acknowledges() {
        var link = NightOnTheWard.alarmed(new FxDoor());
        open(link);

        clickOn("#acknowledge");
        assertThat(isAnswered(link, MARGARET)).isFalse();
        write("kbrandt").push(KeyCode.TAB);
        write("night");
        clickOn("#enter");

        until("the agent has taken the answer", () -> isAnswered(link, MARGARET));
        assertThat(link.view().signedIn()).contains(KATRIN);
        assertThat(lookup("#enter").tryQuery()).isEmpty();
    }

    @Test
    void a_wrong_password_acknowledges_nothing_and_says_so() {
        var link = NightOnTheWard.alarmed(new FxDoor());
        open(link);

        clickOn("#acknowledge");
        write("kbrandt").push(KeyCode.ENTER);
        write("day").push(KeyCode.ENTER);

        until("it is told", () -> words("#trouble").startsWith("This name and password"));
        assertThat(isAnswered(link, MARGARET)).isFalse();
    }

    // [utest->req~answer.two-touches~1]
    @Test
    void escape_closes_what_is_open_and_never_acknowledges() {
        var link = NightOnTheWard.alarmed(new FxDoor()).isSignedIn(KATRIN);
        open(link);

        doOnScreen(() -> lookup("#acknowledge").queryButton().requestFocus());
        push(KeyCode.ESCAPE);
        push(KeyCode.F1);
        assertThat(lookup("#close-help").tryQuery()).isPresent();
        push(KeyCode.ESCAPE);

        settle();
        assertThat(lookup("#close-help").tryQuery()).isEmpty();
        assertThat(link.view().alarms()).allMatch(alarm -> alarm.state().answer() instanceof Nobody);
    }

    // [utest->req~answer.is-for-what-was-touched~1]
    @Test
    void a_touch_meant_for_the_alarm_before_does_not_answer_the_one_that_took_its_place() {
        var link = NightOnTheWard.calm(new FxDoor()).isSignedIn(KATRIN);
        NightOnTheWard.raise(link, JO, AlarmKind.LOW, 61, 70);
        open(link);

        NightOnTheWard.raise(link, MARGARET, AlarmKind.URGENT_LOW, 51, 54);
        doOnScreen(() -> lookup("#acknowledge").queryButton().fire());
        assertThat(isAnswered(link, MARGARET)).isFalse();

        until("the button answers the new one", () -> {
            lookup("#acknowledge").queryButton().fire();
            return isAnswered(link, MARGARET);
        });
    }

    @Test
    void a_refused_answer_is_told_and_the_banner_stays() {
        var link = NightOnTheWard.alarmed(new FxDoor()).isSignedIn(KATRIN);
        open(link);
        link.refusesNext("The store does not take anything now.");

        push(KeyCode.F2);

        until(
                "it is told",
                () -> lookup(".notice .lead")
                        .<Labeled>query()
                        .getText()
                        .equals("Not acknowledged. The store does not take anything now."));
        assertThat(lookup("#acknowledge").<Button>query().isDisabled()).isFalse();
        assertThat(lookup(".alarm-banner").query().isVisible()).isTrue();
    }

    @Test
    void the_agent_hears_which_alarms_are_drawn_and_that_there_is_no_sound() {
        var link = NightOnTheWard.alarmed(new FxDoor());
        open(link);

        until("all three are told", () -> link.shown().size() == 3);
        until("the missing device is told", () -> words(".status-bar").contains("No sound device"));
        assertThat(link.hasSound()).isFalse();
    }

    // [utest->req~alarm.shown-is-proved~1]
    @Test
    void the_agent_hears_which_sounding_of_an_alarm_is_drawn() {
        var link = NightOnTheWard.alarmed(new FxDoor());
        open(link);

        until(
                "each with its sounding",
                () -> link.drawn().stream()
                        .map(DrawnAlarm::announcedAt)
                        .collect(Collectors.toSet())
                        .equals(link.view().alarms().stream()
                                .map(alarm -> alarm.state().announcedAt())
                                .collect(Collectors.toSet())));
        assertThat(link.drawn()).hasSize(3).noneMatch(DrawnAlarm::heard);
    }

    // [utest->req~alarm.self-test~1]
    @Test
    void a_test_of_the_alarms_is_drawn_as_a_test_and_confirmed() {
        var link = NightOnTheWard.calm(new FxDoor());
        open(link);

        clickOn("#test-alarms");

        until("it is confirmed", () -> link.confirmed().size() == 1);
        until(
                "how it ended",
                () -> words("#test-words").startsWith("Failed. A screen drew the test and made no sound"));
        assertThat(lookup("#test-card").query().isVisible()).isTrue();
        assertThat(link.view().alarms()).isEmpty();

        wall = wall.plusSeconds(12);
        until("it is gone", () -> lookup("#test-card").tryQuery().isEmpty());
    }

    @Test
    void in_a_room_without_tiles_only_the_banners_alarm_counts_as_drawn() {
        var link = NightOnTheWard.alarmed(new FxDoor());
        open(link);

        push(KeyCode.CONTROL, KeyCode.DIGIT2);

        until("one is left", () -> link.shown().size() == 1);
        assertThat(link.shown()).allMatch(alarm -> alarm.subject().equals(MARGARET));
    }

    @Test
    void the_sound_can_be_paused_without_signing_in_and_counts_down() {
        var link = NightOnTheWard.alarmed(new FxDoor());
        open(link);

        clickOn(".top-bar .pause-sound");
        until("it is paused", () -> words(".top-bar .pause-sound").equals("Sound paused  2:00"));

        link.isNow(NOW.plusSeconds(18));
        until("it counts", () -> words(".top-bar .pause-sound").equals("Sound paused  1:42"));
    }

    @Test
    void a_lost_agent_is_said_above_everything_and_its_return_takes_it_away() {
        var link = NightOnTheWard.alarmed(new FxDoor()).isSignedIn(KATRIN);
        open(link);

        link.loses(1);
        until("it is said", () -> lookup(".lost-banner").query().isVisible());
        assertThat(words(".lost-title"))
                .isEqualTo("No contact with the agent since 04:07:12: alarms may not reach this screen");
        assertThat(lookup(".alarm-banner").query().isVisible()).isFalse();

        clickOn("#pause-lost");
        until("this screen is quiet", () -> words("#pause-lost").equals("Sound paused  2:00"));
        assertThat(link.view().pause()).isEqualTo(SoundPause.NONE);

        link.comesBack();
        until("it is gone", () -> !lookup(".lost-banner").query().isVisible());
        assertThat(lookup(".alarm-banner").query().isVisible()).isTrue();
    }

    @Test
    void lock_signs_out() {
        var link = NightOnTheWard.calm(new FxDoor()).isSignedIn(KATRIN);
        open(link);

        clickOn("#lock");

        until("nobody is signed in", () -> lookup("#sign-in").query().isVisible());
        assertThat(link.view().signedIn()).isEmpty();
    }

    @Test
    void another_language_is_spoken_at_once() {
        var scene = open(NightOnTheWard.alarmed(new FxDoor()));

        doOnScreen(() -> preferences.language().set(Language.GERMAN));

        assertThat(words("#acknowledge")).isEqualTo("Quittieren");
        assertThat(onScreen(() -> scene.getRoot().lookupAll("#acknowledge").size()))
                .isEqualTo(1);
    }

    @Test
    void the_rail_shows_a_patient_only_while_one_is_open() {
        var patient = new Room(Icon.PATIENT, _ -> "Patient", _ -> "", false, StackPane::new);
        var navigation = onScreen(() -> new Navigation(List.of(WARD)));
        shell(NightOnTheWard.calm(new FxDoor()), navigation, ThemeChoice.LIGHT, 1280, 720);
        assertThat(lookup(".way").queryAll()).hasSize(2); // and help

        doOnScreen(() -> navigation.open(patient, WARD));
        assertThat(lookup(".way").queryAll()).hasSize(3);

        doOnScreen(() -> navigation.close(patient));
        assertThat(lookup(".way").queryAll()).hasSize(2);
        assertThat(onScreen(() -> navigation.current().get())).isEqualTo(WARD);
    }

    @Test
    void the_window_comes_back_where_it_was() {
        var link = NightOnTheWard.calm(new FxDoor());
        doOnScreen(() -> preferences.keepWindow(new WindowPlace(40, 30, 1300, 800, false)));

        var stage = onScreen(() -> shownOnAStageOfItsOwn(link));
        assertThat(onScreen(() -> List.of(
                        stage.getX(),
                        stage.getScene().getWidth(),
                        stage.getScene().getHeight())))
                .containsExactly(40.0, 1300.0, 800.0);

        doOnScreen(() -> {
            stage.setX(60);
            stage.hide();
        });
        assertThat(preferences.window()).contains(new WindowPlace(60, 30, 1300, 800, false));
    }

    @Test
    void a_place_on_no_screen_is_not_gone_back_to() {
        doOnScreen(() -> preferences.keepWindow(new WindowPlace(9000, 9000, 1300, 800, false)));

        var stage = onScreen(() -> shownOnAStageOfItsOwn(NightOnTheWard.calm(new FxDoor())));

        assertThat(onScreen(stage::isMaximized)).isTrue();
        doOnScreen(stage::hide);
    }

    private Scene open(InMemoryAgentLink link) {
        return shell(link, ThemeChoice.LIGHT, 1280, 720);
    }

    /** What a control says; of a bar, all that its labels say. */
    private String words(String query) {
        return onScreen(() -> {
            var node = lookup(query).query();
            return node instanceof Labeled labeled
                    ? labeled.getText()
                    : from(node).lookup(".label").<Labeled>queryAll().stream()
                            .map(Labeled::getText)
                            .toList()
                            .toString();
        });
    }

    private static boolean isAnswered(InMemoryAgentLink link, PatientId patient) {
        return link.view().alarms().stream()
                .filter(alarm -> alarm.id().subject().equals(patient))
                .map(OpenAlarm::state)
                .allMatch(state -> state.answer() instanceof Acknowledged);
    }
}
