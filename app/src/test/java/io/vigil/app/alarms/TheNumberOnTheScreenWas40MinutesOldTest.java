package io.vigil.app.alarms;

import static io.vigil.app.alarms.FortnightOfAlarms.NOW;
import static io.vigil.app.alarms.FortnightOfAlarms.bed;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.app.agentlink.InMemoryAgentLink;
import io.vigil.app.ui.FxDoor;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.Reading.Measured;
import io.vigil.ward.Patient;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What users of other systems write most often of all: no screen of ours may do it. */
class TheNumberOnTheScreenWas40MinutesOldTest extends AlarmsStageTest {

    private static final String VALUE = "137";

    private final InMemoryAgentLink link = new InMemoryAgentLink(NOW, new FxDoor())
            .admits(new Patient(bed(1), "Bed 01", "Byrne, Colm", LocalDate.of(1958, 2, 3), "", ""));

    // [utest->req~screen.old-is-not-new~1]
    @Test
    void a_value_of_40_minutes_ago_is_a_number_on_no_screen() {
        link.reads(bed(1), new Measured(NOW, Glucose.mgPerDl(137)));
        var scene = window(link, 1920, 1080);
        until("the value is on the ward while it is new", () -> numbers(scene).contains(VALUE));

        link.isNow(NOW.plus(Duration.ofMinutes(40)));

        until("the ward says that there is none", () -> !numbers(scene).contains(VALUE));
        assertThat(onScreen(() -> words(scene))).anyMatch(words -> words.contains("No reading"));
        push(KeyCode.TAB).push(KeyCode.ENTER);
        settle();
        assertThat(onScreen(() -> numbers(scene))).doesNotContain(VALUE);
    }

    @Test
    void nor_is_one_that_stood_there_when_the_agent_was_lost() {
        link.reads(bed(1), new Measured(NOW, Glucose.mgPerDl(137)));
        var scene = window(link, 1920, 1080);
        until("the value is on the ward", () -> numbers(scene).contains(VALUE));

        link.loses(1);
        link.isNow(NOW.plus(Duration.ofMinutes(40)));

        until("it is hidden", () -> !numbers(scene).contains(VALUE));
    }

    private static List<String> numbers(Scene scene) {
        return words(scene).stream().filter(words -> words.matches("[0-9.,]+")).toList();
    }

    /** All that can be read in words. */
    private static List<String> words(Scene scene) {
        return scene.getRoot().lookupAll(".label").stream()
                .filter(TheNumberOnTheScreenWas40MinutesOldTest::isSeen)
                .map(Labeled.class::cast)
                .map(Labeled::getText)
                .filter(text -> text != null)
                .toList();
    }

    private static boolean isSeen(Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return node instanceof Labeled;
    }
}
