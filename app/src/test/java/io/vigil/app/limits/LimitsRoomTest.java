package io.vigil.app.limits;

import static io.vigil.app.limits.LimitsOfSeven.KATRIN;
import static io.vigil.app.limits.LimitsOfSeven.MARGARET;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.app.agentlink.InMemoryAgentLink;
import io.vigil.app.stage.StageTest;
import io.vigil.app.ui.FxDoor;
import io.vigil.app.ui.Preferences;
import io.vigil.app.ui.Theme;
import io.vigil.app.ui.Units;
import io.vigil.glucose.Glucose;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent.PolicyChanged;
import io.vigil.policy.Limits;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitsRoomTest extends StageTest {

    private static final String LOW = "#row-alarm-low-below";
    private static final String URGENT_LOW = "#row-alarm-urgent-low-at-or-below";

    private final Preferences preferences = Preferences.unkept();
    private final AtomicReference<Optional<LimitsRoom>> room = new AtomicReference<>(Optional.empty());

    @AfterEach
    void leave_the_room() {
        doOnScreen(() -> room.get().ifPresent(LimitsRoom::close));
    }

    @Test
    void a_typed_limit_is_saved_with_its_reason_as_one_command_and_said_to_be_so_afterwards() {
        var link = LimitsOfSeven.lived(new FxDoor());
        open(link);

        type(LOW, "70");
        assertThat(low(link)).isEqualTo(Glucose.mgPerDl(80));
        reason("Calm nights");
        clickOn("#save");

        until("it is in force", () -> low(link).equals(Glucose.mgPerDl(70)));
        until("it is said", () -> words(".save-bar .result").startsWith("Saved 10:07:12"));
        assertThat(changes(link)).isEqualTo(4);
    }

    @Test
    void a_value_of_mmol_stays_as_it_was_typed() {
        preferences.units().set(Units.MMOL_PER_L);
        var link = LimitsOfSeven.lived(new FxDoor());
        open(link);

        type(LOW, "3.9");
        reason("Calm nights");
        clickOn("#save");

        until("it is in force", () -> low(link).equals(Glucose.mgPerDl(70)));
        until("it is shown", () -> field(LOW).getText().equals("3.9"));
    }

    @Test
    void the_arrows_step() {
        open(LimitsOfSeven.lived(new FxDoor()));

        doOnScreen(() -> field(LOW).requestFocus());
        push(KeyCode.UP);
        push(KeyCode.UP);
        push(KeyCode.DOWN);

        assertThat(onScreen(() -> field(LOW).getText())).isEqualTo("81");
    }

    // [utest->req~screen.limits-refuse~1]
    @Test
    void an_urgent_low_does_not_go_under_its_floor_and_says_why() {
        open(LimitsOfSeven.lived(new FxDoor()));

        type(URGENT_LOW, "50");

        assertThat(onScreen(() -> field(URGENT_LOW).getText())).isEqualTo("54");
        assertThat(words(URGENT_LOW + " .remark"))
                .isEqualTo("50 is not possible: under 54 an urgent low must always ring. Nothing was changed.");
        assertThat(lookup("#save").query().getParent().isVisible()).isFalse();
    }

    @Test
    void what_is_no_value_is_said_to_be_none() {
        open(LimitsOfSeven.lived(new FxDoor()));

        type(LOW, "7080");

        assertThat(words(LOW + " .remark")).startsWith("“7080” is no value here.");
        assertThat(onScreen(() -> field(LOW).getText())).isEqualTo("80");
    }

    @Test
    void what_the_agent_tells_meanwhile_leaves_what_is_being_typed() {
        var link = LimitsOfSeven.lived(new FxDoor());
        open(link);

        doOnScreen(() -> {
            field(LOW).requestFocus();
            field(LOW).selectAll();
        });
        link.isSignedIn(KATRIN);
        settle();
        write("7");
        link.isSignedIn(LimitsOfSeven.SATO);
        settle();

        assertThat(onScreen(() -> field(LOW).getText())).isEqualTo("7");
    }

    @Test
    void a_nurse_is_told_that_a_doctor_may() {
        open(LimitsOfSeven.lived(new FxDoor()).isSignedIn(KATRIN));

        type(LOW, "60");

        assertThat(words(LOW + " .remark")).contains("a doctor may set it");
        assertThat(onScreen(() -> field(LOW).getText())).isEqualTo("80");
    }

    @Test
    void nothing_is_saved_without_a_reason() {
        var link = LimitsOfSeven.lived(new FxDoor());
        open(link);

        type(LOW, "70");
        clickOn("#save");

        assertThat(words(".save-bar .result")).isEqualTo("Say why, in a few words.");
        assertThat(changes(link)).isEqualTo(3);
    }

    // [utest->req~screen.limits-saved-when-durable~1]
    @Test
    void a_refused_change_says_so_and_stays_on_the_page() {
        var link = LimitsOfSeven.lived(new FxDoor());
        open(link);

        type(LOW, "70");
        reason("Calm nights");
        link.refusesNext("The store does not take anything now.");
        clickOn("#save");

        until(
                "it is said",
                () -> words(".save-bar .result").equals("Not saved. The store does not take anything now."));
        assertThat(onScreen(() -> field(LOW).getText())).isEqualTo("70");
        assertThat(low(link)).isEqualTo(Glucose.mgPerDl(80));
    }

    @Test
    void the_newest_change_can_be_undone_for_a_reason() {
        var link = LimitsOfSeven.lived(new FxDoor());
        open(link);

        clickOn("Undo");
        write("Was meant for bed 9");
        clickOn("#undo");

        until("the high is as it was", () -> limits(link).highAbove().equals(Glucose.mgPerDl(250)));
        assertThat(changes(link)).isEqualTo(4);
    }

    @Test
    void with_nobody_signed_in_all_can_be_read_and_nothing_moved() {
        open(LimitsOfSeven.fresh(new FxDoor()));

        assertThat(onScreen(() -> field(LOW).isDisabled())).isTrue();
        assertThat(lookup("#sign-in-for-limits").query().isVisible()).isTrue();
    }

    private void open(InMemoryAgentLink link) {
        show(Theme.LIGHT, 1832, 992, () -> {
            var made = new LimitsRoom(link, preferences, link.clock(), new LimitsRoom.Desk() {
                @Override
                public void askSignIn() {}

                @Override
                public void leave() {}
            });
            room.set(Optional.of(made));
            return (Parent) made.show(MARGARET);
        });
        until("the settings are there", () -> lookup(LOW).tryQuery().isPresent());
    }

    private void type(String row, String words) {
        doOnScreen(() -> {
            field(row).requestFocus();
            field(row).selectAll();
        });
        write(words).push(KeyCode.ENTER);
        settle();
    }

    private void reason(String words) {
        clickOn("#reason");
        write(words);
    }

    private TextField field(String row) {
        return lookup(row + " .day-cell .text-field").query();
    }

    private String words(String what) {
        return onScreen(() -> lookup(what).<Label>query().getText());
    }

    private static Glucose low(InMemoryAgentLink link) {
        return limits(link).lowBelow();
    }

    private static Limits limits(InMemoryAgentLink link) {
        return link.view().patients().stream()
                .filter(each -> each.patient().id().equals(MARGARET))
                .findFirst()
                .orElseThrow()
                .limits();
    }

    private static long changes(InMemoryAgentLink link) {
        return link.journal().stream()
                .map(NumberedEvent::event)
                .filter(PolicyChanged.class::isInstance)
                .count();
    }
}
