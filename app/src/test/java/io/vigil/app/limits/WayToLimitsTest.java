package io.vigil.app.limits;

import static io.vigil.app.limits.LimitsOfSeven.KATRIN;
import static io.vigil.app.limits.LimitsOfSeven.MARGARET;
import static io.vigil.app.limits.LimitsOfSeven.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.app.AppWindow;
import io.vigil.app.agentlink.InMemoryAgentLink;
import io.vigil.app.stage.StageTest;
import io.vigil.app.ui.Flash;
import io.vigil.app.ui.FxDoor;
import io.vigil.app.ui.Preferences;
import io.vigil.app.ui.Theme;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How one comes to the limits, and back. */
class WayToLimitsTest extends StageTest {

    private final AtomicReference<Optional<AppWindow>> window = new AtomicReference<>(Optional.empty());

    @AfterEach
    void close_the_window() {
        doOnScreen(() -> window.get().ifPresent(AppWindow::close));
    }

    @Test
    void from_the_patient_and_back() {
        open(LimitsOfSeven.lived(new FxDoor()).isSignedIn(KATRIN));

        clickOn("Change limits");
        until(
                "her limits are there",
                () -> words(".limits-page .page-title").equals("Limits · Bed 07 · Osei, Margaret"));

        clickOn("#back");
        until("she is there again", () -> lookup("#to-limits").tryQuery().isPresent());
    }

    @Test
    void who_may_not_change_them_comes_to_see_them() {
        open(LimitsOfSeven.fresh(new FxDoor()));

        assertThat(words("#to-limits")).isEqualTo("See limits");
    }

    private void open(InMemoryAgentLink link) {
        show(Theme.LIGHT, 1920, 1000, () -> {
            var made = new AppWindow(link, Preferences.unkept(), Flash.still(), () -> NOW);
            window.set(Optional.of(made));
            return made.shell().root();
        });
        doOnScreen(() -> window.get().orElseThrow().open(MARGARET));
    }

    private String words(String what) {
        return onScreen(() ->
                lookup(what).tryQuery().map(node -> ((Labeled) node).getText()).orElse(""));
    }
}
